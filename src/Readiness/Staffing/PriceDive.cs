namespace Readiness.Staffing;

/// <summary>
/// A roster from the prices of the volume algorithm: one person after the other takes the cheapest schedule at prices that lean towards what the
/// others still leave to do.
/// </summary>
internal sealed class PriceDive(RosterModel model, ScalarCosts scalar, ColumnPricing pricing, Random random)
{
    // How far the price of an entry moves per head that is left, as a share of what a head there is worth.
    private const double Slope = 0.02;

    /// <summary>Dives.</summary>
    /// <param name="volume">Prices and average schedules.</param>
    /// <param name="limits">When to stop.</param>
    /// <returns>Schedule of each person; null if someone got none.</returns>
    public ScheduleColumn[]? Run(VolumeAlgorithm volume, ColumnLimits limits)
    {
        int[] order = [.. Enumerable.Range(0, model.PeopleCount)];
        random.Shuffle(order);
        double[] left = [.. model.Cover.Select(c => (double)c.Heads)];
        foreach (int person in order)
        {
            ReadOnlySpan<float> shares = volume.SharesOf(person);
            for (int e = 0; e < left.Length; e++)
            {
                left[e] -= shares[e];
            }
        }

        var schedules = new ScheduleColumn[order.Length];
        double[] prices = new double[left.Length];
        foreach (int person in order)
        {
            ReadOnlySpan<float> shares = volume.SharesOf(person);
            for (int e = 0; e < left.Length; e++)
            {
                left[e] += shares[e];
                double over = scalar.SurplusPrice(e);
                prices[e] = Math.Clamp(volume.Center[e] + (Slope * (scalar.Under[e] + over) * (left[e] - shares[e])), -over, scalar.Under[e]);
            }

            if (limits.MustStop || pricing.Price(person, prices) is not { } column)
            {
                return null;
            }

            schedules[person] = column;
            foreach (int e in column.Entries)
            {
                left[e]--;
            }
        }

        return schedules;
    }
}

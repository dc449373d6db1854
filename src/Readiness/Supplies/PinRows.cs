namespace Readiness.Supplies;

/// <summary>Pinned transfers in the programme: what flows is at least what is pinned, and the same where the day is alone in its period.</summary>
internal static class PinRows
{
    /// <summary>Adds the rows.</summary>
    public static void Add(AllocationNetwork network, TimeExpandedProgramme programme, RowAssembler rows)
    {
        if (network.Pins is not { } pins)
        {
            return;
        }

        for (int k = 0; k < network.LaneItems.Length; k++)
        {
            LaneItem item = network.LaneItems[k];
            int position = k;
            foreach (IGrouping<int, int> period in Enumerable.Range(0, network.Days)
                .Where(day => pins.Of(position, day) is not null).GroupBy(day => programme.Periods.Of(item.Item, day)))
            {
                long units = period.Sum(day => pins.Of(position, day)!.Value) * item.Pack;
                int[] flows =
                [
                    .. period.SelectMany(day => Enumerable.Range(item.FirstArc, item.ArcCount).Select(arc => programme.FlowColumn[(arc * network.Days) + day]))
                        .Where(column => column >= 0).Distinct(),
                ];
                int row = rows.Open(units, programme.Periods.IsSingleDay(item.Item, period.First()) ? units : double.PositiveInfinity);
                foreach (int flow in flows)
                {
                    rows.Add(row, flow, 1);
                }
            }
        }
    }
}

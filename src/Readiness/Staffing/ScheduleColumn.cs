namespace Readiness.Staffing;

/// <summary>A schedule of one person, as a column of the master programme.</summary>
/// <param name="Person">The person.</param>
/// <param name="Cost">What it costs by itself: refused wishes.</param>
/// <param name="Entries">Entries worked, in the order of days.</param>
internal sealed record ScheduleColumn(int Person, double Cost, int[] Entries)
{
    /// <summary>Whether two columns are the same schedule of the same person.</summary>
    public bool Equals(ScheduleColumn? other) => other is not null && Person == other.Person && Entries.AsSpan().SequenceEqual(other.Entries);

    /// <summary>Its cost less what its entries earn.</summary>
    /// <param name="earnings">What working an entry earns.</param>
    public double CostAt(ReadOnlySpan<double> earnings)
    {
        double cost = Cost;
        foreach (int entry in Entries)
        {
            cost -= earnings[entry];
        }

        return cost;
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Person);
        foreach (int entry in Entries)
        {
            hash.Add(entry);
        }

        return hash.ToHashCode();
    }
}

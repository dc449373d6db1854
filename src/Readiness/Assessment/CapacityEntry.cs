using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Readiness.Assessment;

/// <summary>
/// A capacity of the district for something the forecast counts by day: tests, isolation beds, quarantine rooms. Its need is that of the peak
/// day; what is missing is what the peak day lacks, in whole units.
/// </summary>
public sealed record CapacityEntry : InventoryEntry
{
    /// <summary>Laboratory, isolation or quarantine.</summary>
    [JsonPropertyOrder(-7)]
    public required InventoryDomain Domain { get; init; }

    /// <summary>Where the capacity is, the largest first. Rooms are those of all sites that may open, once they are set up.</summary>
    public required ImmutableArray<PlaceCapacity> Places { get; init; }

    /// <summary>The day of greatest need, the first among equals; none without need.</summary>
    public DateOnly? PeakDay { get; init; }

    /// <summary>Need per day, mean over the horizon.</summary>
    public required double MeanNeed { get; init; }

    /// <summary>First day on which the need exceeds the capacity; none if it never does.</summary>
    public DateOnly? FirstExceeded { get; init; }

    /// <summary>Days on which it does.</summary>
    public required int DaysExceeded { get; init; }
}

using System.Collections.Immutable;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A possible quarantine site. While it is open it is also a duty of the same id, with the shifts and lines given here.</summary>
public sealed record CandidateSite
{
    /// <summary>Identifier, unique among facilities and candidate sites and among duties.</summary>
    [Identifier]
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>What it is.</summary>
    public required SiteKind Kind { get; init; }

    /// <summary>Id of the zone it lies in.</summary>
    [RefersTo(nameof(District.Zones))]
    public required string Zone { get; init; }

    /// <summary>Where it stands.</summary>
    public required GeoPoint Location { get; init; }

    /// <summary>Guests it can house at a time, one a room; 1 to 100,000.</summary>
    [Limits(1, 100_000)]
    public required int Rooms { get; init; }

    /// <summary>Days from the order to open until the first guest; 0 to 60. Orders are given on the first day at the earliest.</summary>
    [Limits(0, 60)]
    public int SetUpDays { get; init; } = 1;

    /// <summary>Cost of opening, in the document's currency; 0 to 1e9.</summary>
    [Limits(0, 1e9)]
    public double OpeningCost { get; init; }

    /// <summary>Whether the plan is free to open it.</summary>
    public SiteStatus Status { get; init; } = SiteStatus.Available;

    /// <summary>Ids of the shift types in which it is staffed, every open day; at least one.</summary>
    [NotEmpty]
    [RefersTo(nameof(District.ShiftTypes))]
    public required ImmutableArray<string> Shifts { get; init; }

    /// <summary>Heads per open day and by guest; at least one line.</summary>
    [NotEmpty]
    public required ImmutableArray<SiteLine> Lines { get; init; }

    /// <summary>Items that guests use up.</summary>
    [UniqueBy(nameof(GuestNeed.Item))]
    public ImmutableArray<GuestNeed> GuestNeeds { get; init; } = [];
}

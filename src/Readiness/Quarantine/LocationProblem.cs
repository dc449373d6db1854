using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>
/// Multi-period capacitated facility location. With one day, a length of stay of one and no resources it is the classic capacitated facility location problem
/// (Cornuéjols, Sridharan, Thizy 1991, doi:10.1016/0377-2217(91)90261-S).
/// </summary>
/// <remarks>
/// <para>A unit of demand of day d that is assigned to a site occupies it on days d to min(d + <see cref="LengthOfStay"/>, Days) - 1 and is not moved. A site has at most one
/// opening: a first and a last open day, not before its <see cref="LocationSite.EarliestDay"/>; its occupants' days must all be open days, and occupants never exceed the
/// capacity. A <see cref="OpeningRule.MustOpen"/> site is open from its earliest to the last day.</para>
/// <para>The criteria of <see cref="Objectives"/> are minimised in their order, none at the expense of one before it.</para>
/// <para>The classic problems are special cases; <see cref="StandardLocation"/> poses them.</para>
/// </remarks>
public sealed record LocationProblem
{
    /// <summary>Number of days; 1 or more.</summary>
    public int Days { get; init; } = 1;

    /// <summary>Days that a served unit occupies its site; 1 or more.</summary>
    public int LengthOfStay { get; init; } = 1;

    /// <summary>The sites; referred to by index.</summary>
    public required ImmutableArray<LocationSite> Sites { get; init; }

    /// <summary>The customers; referred to by index.</summary>
    public required ImmutableArray<LocationCustomer> Customers { get; init; }

    /// <summary>
    /// Cost per unit of serving customer i from site j, at index i × Sites.Length + j; 0 or more, <see cref="double.PositiveInfinity"/> where not allowed.
    /// </summary>
    public required ImmutableArray<double> AssignmentCosts { get; init; }

    /// <summary>Whether a customer's demand of one day must go to a single site as a whole or not at all.</summary>
    public bool SingleSource { get; init; }

    /// <summary>Whether served quantities are whole units; if not they are real numbers.</summary>
    public bool WholeUnits { get; init; }

    /// <summary>
    /// The criteria, most important first, each at most once: <see cref="LocationCriterion.Unserved"/> with nothing before it but
    /// <see cref="LocationCriterion.WorstOff"/> and <see cref="LocationCriterion.WithoutBackup"/>, after it any others; <see cref="LocationCriterion.Cost"/> last if
    /// it is one of them.
    /// </summary>
    public ImmutableArray<LocationCriterion> Objectives { get; init; } = [LocationCriterion.Unserved, LocationCriterion.Cost];

    /// <summary>
    /// Distance of customer i to site j, at index i × Sites.Length + j; finite, 0 or more. Empty if distances do not matter; needed for
    /// <see cref="MaxDistance"/> and <see cref="LocationCriterion.Farthest"/>.
    /// </summary>
    public ImmutableArray<double> Distances { get; init; } = [];

    /// <summary>Distance beyond which a site may not serve a customer; 0 or more.</summary>
    public double MaxDistance { get; init; } = double.PositiveInfinity;

    /// <summary>Fewest sites that open; 0 or more, and no more than may open. A site may have to open for a day without anybody in it.</summary>
    public int LeastSites { get; init; }

    /// <summary>Most sites that open at some time; at least <see cref="LeastSites"/>, and no fewer than must open.</summary>
    public int MostSites { get; init; } = int.MaxValue;

    /// <summary>How many sites of a class may open; at most one limit a class.</summary>
    public ImmutableArray<SiteClassLimit> ClassLimits { get; init; } = [];

    /// <summary>Distance between sites i and j, at index i × Sites.Length + j; symmetric, 0 or more. Empty if it does not matter; needed for <see cref="LeastSeparation"/>.</summary>
    public ImmutableArray<double> SiteDistances { get; init; } = [];

    /// <summary>Two sites nearer to each other than this do not both open, not even on different days; 0 or more.</summary>
    public double LeastSeparation { get; init; }

    /// <summary>A site whose <see cref="LocationSite.Clearance"/> is below this may not open; 0 or more.</summary>
    public double LeastClearance { get; init; }

    /// <summary>Shared resources that open sites and their occupants use, such as staff and kits.</summary>
    public ImmutableArray<SiteResource> Resources { get; init; } = [];
}

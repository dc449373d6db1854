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
/// <para>Objective, lexicographic: level <c>unserved</c>, unserved unit-days (a unit of day d counts min(<see cref="LengthOfStay"/>, Days - d) days); level <c>cost</c>, the opening costs,
/// costs per open day and assignment costs.</para>
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

    /// <summary>Shared resources that open sites and their occupants use, such as staff and kits.</summary>
    public ImmutableArray<SiteResource> Resources { get; init; } = [];
}

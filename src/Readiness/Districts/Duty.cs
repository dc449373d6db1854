using System.Collections.Immutable;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Work at a facility that runs in given shifts on given days and asks for heads with skills.</summary>
/// <remarks>
/// One line on one day and shift is one cover requirement. A duty marked <see cref="Together"/> counts complete teams:
/// every line then asks for heads in the proportion of its <see cref="DutyLine.Heads"/> (all lines of the duty scale with the
/// same number of teams), and heads in incomplete teams fill nothing.
/// </remarks>
public sealed record Duty
{
    /// <summary>Identifier, unique among duties and candidate sites.</summary>
    [Identifier]
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>Kind of work.</summary>
    public required DutyKind Kind { get; init; }

    /// <summary>Id of the facility where the work starts and where its kits are drawn.</summary>
    [RefersTo(nameof(District.Facilities))]
    public required string Place { get; init; }

    /// <summary>Ids of the shift types in which it runs, each every day; at least one. They may overlap: each is a need of its own.</summary>
    [NotEmpty]
    [RefersTo(nameof(District.ShiftTypes))]
    public required ImmutableArray<string> Shifts { get; init; }

    /// <summary>First day, within the horizon; the horizon's first if not given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, within the horizon and not before the first; the horizon's last if not given.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Weekdays on which it runs; empty means all. At least one falls on a day of the duty.</summary>
    public ImmutableArray<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Whether only complete teams count (joint team).</summary>
    public bool Together { get; init; }

    /// <summary>Zones whose workload drives it; empty means the whole district.</summary>
    [RefersTo(nameof(District.Zones))]
    public ImmutableArray<string> Zones { get; init; } = [];

    /// <summary>
    /// For a joint team: the workload that sets the number of teams per shift; without it there is one team, with it
    /// the workload divided by <see cref="Workload.UnitsPerHead"/> (read: per team), rounded up. Not allowed otherwise.
    /// </summary>
    public Workload? TeamWorkload { get; init; }

    /// <summary>What heads it asks for; at least one line.</summary>
    [NotEmpty]
    public required ImmutableArray<DutyLine> Lines { get; init; }
}

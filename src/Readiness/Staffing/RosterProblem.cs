using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>Assignment of people to shifts and tasks over days, with cover requirements in lexicographic levels.</summary>
/// <remarks>
/// Hard rules: at most one assignment a day, none on unavailable days, only tasks that the person is eligible for, the limits of the person's
/// <see cref="RosterRules"/>, the <see cref="Pins"/> and the <see cref="LendingLimits"/>. Objective, lexicographic over <see cref="Levels"/>: weighted
/// heads under and over cover, requests, cancelled leave, changes of a published roster, overtime and fairness, each counted at the level it names. A week is
/// a block of seven days counted from day 0; a weekend is a Saturday and the Sunday after it by <see cref="FirstWeekday"/>, worked if either day is.
/// </remarks>
public sealed record RosterProblem
{
    /// <summary>Number of days; days are 0 to Days - 1.</summary>
    public required int Days { get; init; }

    /// <summary>Weekday of day 0, from 0 for Monday to 6 for Sunday. Only weekends depend on it.</summary>
    public int FirstWeekday { get; init; }

    /// <summary>The shifts; referred to by index.</summary>
    public required ImmutableArray<RosterShift> Shifts { get; init; }

    /// <summary>The tasks (duty lines at places); referred to by index.</summary>
    public required ImmutableArray<RosterTask> Tasks { get; init; }

    /// <summary>Rule sets; referred to by index.</summary>
    public required ImmutableArray<RosterRules> Rules { get; init; }

    /// <summary>The people; referred to by index.</summary>
    public required ImmutableArray<RosterPerson> People { get; init; }

    /// <summary>Names of the objective levels, most important first.</summary>
    public required ImmutableArray<string> Levels { get; init; }

    /// <summary>Heads wanted; at most one entry per (day, shift, task). A (day, shift, task) without entry cannot be assigned.</summary>
    public ImmutableArray<CoverRequirement> Cover { get; init; } = [];

    /// <summary>Joint teams: see <see cref="JointTeam"/>.</summary>
    public ImmutableArray<JointTeam> Teams { get; init; } = [];

    /// <summary>Wishes of people.</summary>
    public ImmutableArray<ShiftRequest> Requests { get; init; } = [];

    /// <summary>Leave that may be cancelled at a price.</summary>
    public ImmutableArray<CancellableLeave> CancellableLeave { get; init; } = [];

    /// <summary>Assignments that must stand, each where cover is wanted; at most one for a person and day.</summary>
    public ImmutableArray<RosterAssignment> Pins { get; init; } = [];

    /// <summary>The roster in force, whose changes cost; null if there is none.</summary>
    public PublishedRoster? Published { get; init; }

    /// <summary>Limits on the minutes that a unit's people work for other units.</summary>
    public ImmutableArray<LendingLimit> LendingLimits { get; init; } = [];

    /// <summary>Level at which overtime counts, in hours over <see cref="RosterRules.NormalMinutesPerWeek"/> summed over people and weeks; -1 if it does not count.</summary>
    public int OvertimeLevel { get; init; } = -1;

    /// <summary>Burdens to be shared evenly: see <see cref="FairnessMeasure"/>.</summary>
    public ImmutableArray<FairnessMeasure> Fairness { get; init; } = [];
}

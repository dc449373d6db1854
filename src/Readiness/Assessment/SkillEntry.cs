using System.Text.Json.Serialization;

namespace Readiness.Assessment;

/// <summary>
/// People of the district trained for a skill against those needed. Its need is the greater of two: on the worst day, the heads on duty and the
/// trained who are away; over the horizon, the staff required by WISN. What is missing is how many more would have to be trained, in whole people.
/// </summary>
/// <remarks>
/// A person takes one shift a day, hence the heads of a day are those of all its shifts. Whoever has several skills counts under
/// each; <see cref="AlsoElsewhere"/> says how many are claimed by other work, too. Organisations that lines name are not told apart.
/// </remarks>
public sealed record SkillEntry : InventoryEntry
{
    /// <summary>Id of the skill.</summary>
    [JsonPropertyOrder(-7)]
    public required string Skill { get; init; }

    /// <summary>Of the trained, those with another skill that is needed.</summary>
    public required int AlsoElsewhere { get; init; }

    /// <summary>Heads on duty per day, mean over the horizon.</summary>
    public required double MeanHeads { get; init; }

    /// <summary>Heads on duty on the day with most.</summary>
    public required long PeakHeads { get; init; }

    /// <summary>The day on which heads on duty and trained people away are most together, the first among equals; none without work.</summary>
    public DateOnly? WorstDay { get; init; }

    /// <summary>Heads on duty on that day.</summary>
    public required long WorstHeads { get; init; }

    /// <summary>Trained people who are absent on that day.</summary>
    public required long WorstAway { get; init; }

    /// <summary>Staff required by WISN over the horizon.</summary>
    public required double RequiredStaff { get; init; }
}

using System.Text.Json.Serialization;

namespace Readiness.Assessment;

/// <summary>
/// Staff against workload by WHO's WISN method: the value is the WISN ratio = staff ÷ staff required, where staff required = hours of
/// work ÷ available working time of one person. Its capacity are people, its need is the staff required, both in people.
/// </summary>
/// <remarks>
/// <para>
/// "Workload indicators of staffing need", user's manual, WHO 2010, with the horizon for its year. Available working time is a seventh
/// of the contract's normal week for every day that a person is not absent; the mean over those counted, or, where they have none,
/// over all with the skill in the district, else over all staff, else 40 hours a week. Work is heads required x length of the shift.
/// </para>
/// <para>
/// People count at their home and work at the place of the duty, hence a ratio of 0 means that they have to be lent. Whoever has
/// several skills counts in full under each: the ratio of a skill is what it is if its people do nothing else. The entry of all skills counts everybody once.
/// </para>
/// <para>
/// A horizon can balance while a week of it does not, such as that of a holiday. The light is that of the ratio of the whole
/// horizon or of that of the worst week, whichever is lower.
/// </para>
/// </remarks>
public sealed record StaffEntry : InventoryEntry
{
    /// <summary>Id of the skill; none for all skills together.</summary>
    [JsonPropertyOrder(-7)]
    public string? Skill { get; init; }

    /// <summary>Normal hours of those people over the horizon, less absences.</summary>
    public required double AvailableHours { get; init; }

    /// <summary>Hours of work over the horizon.</summary>
    public required double RequiredHours { get; init; }

    /// <summary>The WISN difference: people less staff required; negative is a shortage.</summary>
    public required double Difference { get; init; }

    /// <summary>First day of the week with the lowest ratio of normal hours to hours of work, the first among equals; none without work. Weeks are blocks of seven days from the horizon's first.</summary>
    public DateOnly? WorstWeek { get; init; }

    /// <summary>Hours of work in that week.</summary>
    public required double WorstWeekRequiredHours { get; init; }

    /// <summary>Normal hours in that week, less absences.</summary>
    public required double WorstWeekAvailableHours { get; init; }

    /// <summary>The day with most hours of work, the first among equals; none without work.</summary>
    public DateOnly? PeakDay { get; init; }

    /// <summary>Hours of work on that day.</summary>
    public required double PeakRequiredHours { get; init; }

    /// <summary>Normal hours of those who are present on that day.</summary>
    public required double PeakAvailableHours { get; init; }
}

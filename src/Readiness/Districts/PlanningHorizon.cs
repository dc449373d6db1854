using System.Text.Json.Serialization;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>The consecutive days that a plan decides about. Day 0 is <see cref="Start"/>.</summary>
/// <param name="Start">First day; in the years 1900 to 2200.</param>
/// <param name="Days">Number of days, 1 to 366.</param>
public sealed record PlanningHorizon(DateOnly Start, [Limits(1, 366)] int Days)
{
    /// <summary>The last day that is planned.</summary>
    [JsonIgnore]
    public DateOnly End => Start.AddDays(Days - 1);

    /// <summary>The date of a day index.</summary>
    /// <param name="day">Day index; values outside 0 to Days - 1 give dates outside the horizon.</param>
    public DateOnly DateOf(int day) => Start.AddDays(day);

    /// <summary>The day index of a date: negative before the horizon, Days or more after it.</summary>
    /// <param name="date">Any date.</param>
    public int DayOf(DateOnly date) => date.DayNumber - Start.DayNumber;

    /// <summary>Whether the date is planned.</summary>
    /// <param name="date">Any date.</param>
    public bool Contains(DateOnly date) => date >= Start && date <= End;
}

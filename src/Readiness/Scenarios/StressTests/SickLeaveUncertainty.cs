using Readiness.Districts.Shapes;

namespace Readiness.Scenarios.StressTests;

/// <summary>How people fall ill: each one who is not absent, independently, on every day with the same probability.</summary>
/// <remarks>
/// With the defaults 3.8 % of the people are ill on a day once the first week is over: about 4 % of the staff of the English NHS were in the ten years before 2020, 6.2 % in April 2020 (Appleby,
/// "NHS sickness absence during the covid-19 pandemic", BMJ 2021; 372: n471). That a sick leave takes five days on average is an assumption. Those who are ill
/// when the horizon begins are absences of the document.
/// </remarks>
/// <param name="DailyRate">Probability that somebody who is not absent begins a sick leave on a day; 0 to 1.</param>
/// <param name="MeanDays">Mean length of a sick leave in days, the first included; 1 to 60. The distribution is geometric.</param>
public sealed record SickLeaveUncertainty([property: Limits(0, 1)] double DailyRate = 0.008, [property: Limits(1, 60)] double MeanDays = 5)
{
    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the range that its documentation gives.</exception>
    public void Validate()
    {
        SettingRange.Check(DailyRate, 0, 1, nameof(DailyRate));
        SettingRange.Check(MeanDays, 1, 60, nameof(MeanDays));
    }
}

namespace Readiness.Staffing;

/// <summary>Most minutes per week that the people of a unit may together work for other units.</summary>
/// <param name="Unit">The lending unit.</param>
/// <param name="MaxMinutesPerWeek">Minutes; 0 or more.</param>
public sealed record LendingLimit(int Unit, long MaxMinutesPerWeek);

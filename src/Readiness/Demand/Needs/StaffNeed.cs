using Readiness.Demand.Scores;

namespace Readiness.Demand.Needs;

/// <summary>People with a skill that the hours of all duties ask for (WISN), against those there are.</summary>
/// <param name="Skill">Id of the skill.</param>
/// <param name="People">People who have it, absences not taken off; who has several skills counts in each.</param>
/// <param name="HoursPerPerson">Hours of the horizon that one of them has for the work (<see cref="StaffAllowance"/>).</param>
/// <param name="Required">Quantiles of the people required: hours of work / hours per person.</param>
/// <param name="Ratio">WISN ratio at the median: people / required; none if nothing is required.</param>
public sealed record StaffNeed(string Skill, int People, double HoursPerPerson, QuantileForecast Required, double? Ratio);

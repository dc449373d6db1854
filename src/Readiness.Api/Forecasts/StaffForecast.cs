using System.Collections.Immutable;

namespace Readiness.Api.Forecasts;

/// <summary>People with a skill that the hours of all duties ask for.</summary>
/// <param name="Skill">Id of the skill.</param>
/// <param name="People">People who have it.</param>
/// <param name="HoursPerPerson">Hours of the horizon that one of them has for the work, allowances taken off.</param>
/// <param name="Required">Quantiles of the people required.</param>
/// <param name="Ratio">WISN ratio at the median: people / required; none if nothing is required.</param>
public sealed record StaffForecast(string Skill, int People, double HoursPerPerson, ImmutableArray<double> Required, double? Ratio);

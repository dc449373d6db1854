using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Measures that change how many people each infected person infects, such as a lockdown; also their end.</summary>
/// <param name="Date">When they are expected to begin to act, in the past or in the future.</param>
/// <param name="DateDeviation">Standard deviation of that day, days; 0 to 30. That of the priors if not given.</param>
/// <param name="Reproduction">Reproduction number that they lead to (median, above 0 to 20). That of the priors if not given.</param>
/// <param name="Transition">Time constant in days of the approach to it (median, above 0 to 365). That of the priors if not given.</param>
public sealed record ForecastIntervention(
    DateOnly Date, [Limits(0, 30)] double? DateDeviation = null, Belief? Reproduction = null, Belief? Transition = null);

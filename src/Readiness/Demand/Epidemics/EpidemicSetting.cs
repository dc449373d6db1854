using System.Collections.Immutable;

namespace Readiness.Demand.Epidemics;

/// <summary>The days that an epidemic is simulated over, and what is known to happen on them.</summary>
/// <param name="FirstDay">First day of imported infections.</param>
/// <param name="LastDay">Last day of reports; at most 400 days after the first.</param>
/// <param name="Interventions">Interventions, dates strictly ascending; at most 12.</param>
/// <param name="SurveillanceStart">
/// Day on which cases began to be looked for; the share that is found grows from there (<see cref="EpidemicPriors.SurveillanceRamp"/>). None if
/// surveillance did not change.
/// </param>
/// <param name="ImportTurn">Day on which imported infections stop growing and begin to fall; none if they go on growing.</param>
public sealed record EpidemicSetting(
    DateOnly FirstDay, DateOnly LastDay, ImmutableArray<Intervention> Interventions, DateOnly? ImportTurn = null, DateOnly? SurveillanceStart = null);

using System.Collections.Immutable;
using Readiness.Demand.Scores;

namespace Readiness.Demand.Needs;

/// <summary>Heads that a line of a duty asks for.</summary>
/// <param name="Duty">Id of the duty.</param>
/// <param name="Line">Id of the line.</param>
/// <param name="Skill">Id of the skill.</param>
/// <param name="Shifts">Shifts of a day, each of which asks for them.</param>
/// <param name="Days">Quantiles of the heads per shift by day of the horizon.</param>
public sealed record HeadsNeed(string Duty, string Line, string Skill, int Shifts, ImmutableArray<QuantileForecast> Days);

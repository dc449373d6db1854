using System.Collections.Immutable;

namespace Readiness.Api.Forecasts;

/// <summary>Heads that a line of a duty asks for.</summary>
/// <param name="Duty">Id of the duty.</param>
/// <param name="Line">Id of the line.</param>
/// <param name="Skill">Id of the skill.</param>
/// <param name="Shifts">Shifts of a day, each of which asks for them.</param>
/// <param name="Days">Quantiles of the heads per shift by day.</param>
public sealed record HeadsForecast(string Duty, string Line, string Skill, int Shifts, ImmutableArray<ImmutableArray<double>> Days);

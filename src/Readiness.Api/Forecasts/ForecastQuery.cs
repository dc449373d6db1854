using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Demand.Scores;

namespace Readiness.Api.Forecasts;

/// <summary>The parameters of a forecast, with everything that is wrong with them.</summary>
internal sealed class ForecastQuery
{
    /// <summary>Probabilities of the quantiles that are shown.</summary>
    public const string LevelsName = "levels";

    /// <summary>Whether drivers are shown by zone, too.</summary>
    public const string ZonesName = "zones";

    /// <summary>The levels that are shown unless others are asked for.</summary>
    public const string StandardLevels = "0.05,0.25,0.5,0.75,0.95";

    private static readonly string[] Known = [LevelsName, ZonesName];

    private readonly List<FieldError> errors = [];

    private ForecastQuery(IQueryCollection query)
    {
        foreach (string name in query.Keys.Where(name => !Known.Contains(name)))
        {
            Refuse(query, name, $"This parameter is not known; known are {string.Join(", ", Known)}.");
        }

        foreach (string name in Known.Where(name => query[name].Count > 1))
        {
            Refuse(query, name, "Must be given once.");
        }

        StringValues zones = query[ZonesName];
        Zones = zones == "true";
        if (zones.Count == 1 && zones != "true" && zones != "false")
        {
            Refuse(query, ZonesName, "Must be true or false.");
        }

        if (query[LevelsName].Count <= 1)
        {
            Levels = Positions(query);
        }
    }

    /// <summary>Everything that is wrong; the rest counts only if it is empty.</summary>
    public IReadOnlyCollection<FieldError> Errors => errors;

    /// <summary>Whether drivers are shown by zone, too.</summary>
    public bool Zones { get; }

    /// <summary>Positions of the levels among <see cref="QuantileForecast.HubLevels"/>, ascending.</summary>
    public ImmutableArray<int> Levels { get; } = [];

    /// <summary>Reads the parameters.</summary>
    /// <param name="query">The query of the request.</param>
    public static ForecastQuery Read(IQueryCollection query) => new(query);

    private ImmutableArray<int> Positions(IQueryCollection query)
    {
        var positions = new SortedSet<int>();
        foreach (string text in (query[LevelsName].Count == 0 ? StandardLevels : query[LevelsName].ToString()).Split(','))
        {
            int position = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double level)
                ? QuantileForecast.HubLevels.IndexOf(QuantileForecast.HubLevels.FirstOrDefault(known => Math.Abs(known - level) < 1e-9))
                : -1;
            if (position < 0)
            {
                Refuse(query, LevelsName, "Must be levels separated by commas, each of 0.01, 0.025, 0.05 to 0.95 by 0.05, 0.975, 0.99.");
                return [];
            }

            positions.Add(position);
        }

        return [.. positions];
    }

    private void Refuse(IQueryCollection query, string name, string message) => errors.Add(new FieldError(
        JsonFields.PointerTo("", name), JsonValues.Shown(JsonValues.AsString(query[name].ToString())), message));
}

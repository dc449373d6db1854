using System.Collections.Immutable;
using System.Globalization;
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

    private readonly QueryFields fields;

    private ForecastQuery(IQueryCollection query)
    {
        fields = new QueryFields(query, LevelsName, ZonesName);
        Levels = Positions(fields.Text(LevelsName) ?? StandardLevels);
        string? zones = fields.Text(ZonesName);
        Zones = zones == "true";
        if (zones is not (null or "true" or "false"))
        {
            fields.Refuse(ZonesName, "Must be true or false.");
        }
    }

    /// <summary>Everything that is wrong; the rest counts only if it is empty.</summary>
    public IReadOnlyCollection<FieldError> Errors => fields.Errors;

    /// <summary>Whether drivers are shown by zone, too.</summary>
    public bool Zones { get; }

    /// <summary>Positions of the levels among <see cref="QuantileForecast.HubLevels"/>, ascending.</summary>
    public ImmutableArray<int> Levels { get; }

    /// <summary>Reads the parameters.</summary>
    /// <param name="query">The query of the request.</param>
    public static ForecastQuery Read(IQueryCollection query) => new(query);

    private ImmutableArray<int> Positions(string levels)
    {
        var positions = new SortedSet<int>();
        foreach (string text in levels.Split(','))
        {
            int position = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double level)
                ? QuantileForecast.HubLevels.IndexOf(QuantileForecast.HubLevels.FirstOrDefault(known => Math.Abs(known - level) < 1e-9))
                : -1;
            if (position < 0)
            {
                fields.Refuse(LevelsName, "Must be levels separated by commas, each of 0.01, 0.025, 0.05 to 0.95 by 0.05, 0.975, 0.99.");
                return [];
            }

            positions.Add(position);
        }

        return [.. positions];
    }
}

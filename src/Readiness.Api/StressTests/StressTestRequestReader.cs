using System.Text.Json;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Scenarios.StressTests;

namespace Readiness.Api.StressTests;

/// <summary>Reads the body of a posted stress test and finds all its faults at once.</summary>
/// <param name="scenarios">The scenarios that may be named.</param>
/// <param name="requests">Reads what stress tests and scenarios have in common.</param>
internal sealed class StressTestRequestReader(ScenarioStore scenarios, ScenarioRequestReader requests)
{
    private static readonly string[] Modes = [.. Enum.GetValues<StressTestMode>().Select(mode => JsonNamingPolicy.CamelCase.ConvertName(mode.ToString()))];

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is asked for and no error, or nothing and at least one error.</returns>
    public async Task<(StressTestOrder? Order, IReadOnlyList<FieldError> Errors)> ReadAsync(JsonElement body, CancellationToken cancellationToken)
    {
        JsonFields fields = new(body, "", []);
        if (!fields.IsObject)
        {
            return (null, fields.Errors);
        }

        StressTestRequest defaults = new("");
        fields.RefuseUnknown("scenario", "futures", "seed", "mode", "uncertainty", "options");
        string? scenario = fields.RequiredText("scenario", int.MaxValue);
        if (scenario is not null && await FaultAsync(scenario, cancellationToken) is { } fault)
        {
            fields.Refuse("scenario", fault);
        }

        StressTestMode mode = ReadMode(fields);
        int futures = fields.Integer(
            "futures", 1, mode == StressTestMode.Fixed ? StressTestRequest.MostFixed : StressTestRequest.MostReplanned, defaults.Futures);
        StressTestSettings settings = ReadUncertainty(fields) with { Seed = fields.Integer("seed", 0, int.MaxValue, defaults.Seed) };
        SolveSettings? options = null;
        if (mode == StressTestMode.Replanned)
        {
            options = requests.ReadSettings(fields);
        }
        else if (Given(fields, "options"))
        {
            fields.Refuse("options", "Can be given with the mode replanned only.");
        }

        return fields.Errors.Count > 0 ? (null, fields.Errors) : (new StressTestOrder(scenario!, futures, mode, settings, options), fields.Errors);
    }

    private async Task<string?> FaultAsync(string id, CancellationToken cancellationToken) =>
        await scenarios.FindAsync(id.Replace("\0", "\ufffd", StringComparison.Ordinal), cancellationToken) switch
        {
            null => "There is no scenario of this id.",
            { Ended: false } => "The scenario has not ended; only a plan that is finished can be tested.",
            { Outcome: null } => "The scenario ended without a plan.",
            _ => null,
        };

    private static StressTestMode ReadMode(JsonFields fields)
    {
        if (fields.Optional("mode") is not { } value)
        {
            return StressTestMode.Fixed;
        }

        int found = value.ValueKind == JsonValueKind.String ? Array.IndexOf(Modes, value.GetString()) : -1;
        if (found < 0)
        {
            fields.Refuse("mode", $"Must be one of {string.Join(", ", Modes)}.");
        }

        return (StressTestMode)Math.Max(0, found);
    }

    private static StressTestSettings ReadUncertainty(JsonFields fields)
    {
        StressTestSettings standard = StressTestSettings.Standard;
        if (!Given(fields, "uncertainty"))
        {
            return standard;
        }

        JsonFields parts = new(fields.Optional("uncertainty")!.Value, "/uncertainty", fields.Errors);
        if (!parts.IsObject)
        {
            return standard;
        }

        parts.RefuseUnknown("demand", "shipments", "sickLeave");
        return new StressTestSettings(
            standard.Seed,
            Part(parts, "demand", standard.Demand!, ["levelSpread", "dailySpread", "persistence"], (part, usual) => new DemandUncertainty(
                part.Number("levelSpread", 0, 2, usual.LevelSpread),
                part.Number("dailySpread", 0, 2, usual.DailySpread),
                part.Number("persistence", 0, 0.99, usual.Persistence))),
            Part(parts, "shipments", standard.Shipments!, ["delayProbability", "meanDelayDays", "mostDelayDays"], (part, usual) => new ShipmentUncertainty(
                part.Number("delayProbability", 0, 1, usual.DelayProbability),
                part.Number("meanDelayDays", 1, 60, usual.MeanDelayDays),
                part.Integer("mostDelayDays", 1, 365, usual.MostDelayDays))),
            Part(parts, "sickLeave", standard.SickLeave!, ["dailyRate", "meanDays"], (part, usual) => new SickLeaveUncertainty(
                part.Number("dailyRate", 0, 1, usual.DailyRate),
                part.Number("meanDays", 1, 60, usual.MeanDays))));
    }

    /// <summary>A part with its defaults where it is not given, and none where it is null.</summary>
    private static T? Part<T>(JsonFields parts, string name, T standard, string[] known, Func<JsonFields, T, T> read)
        where T : class
    {
        if (parts.Optional(name) is not { } value)
        {
            return standard;
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        JsonFields part = new(value, JsonFields.PointerTo("/uncertainty", name), parts.Errors);
        if (!part.IsObject)
        {
            return standard;
        }

        part.RefuseUnknown(known);
        return read(part, standard);
    }

    private static bool Given(JsonFields fields, string name) => fields.Optional(name) is { ValueKind: not JsonValueKind.Null };
}

using System.Globalization;
using System.Text.Json;
using Readiness.Api.Json;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Api.Publishing;

/// <summary>Reads which published plan a scenario is planned on top of, and finds all faults at once.</summary>
/// <param name="published">The published plans.</param>
/// <param name="scenarios">The scenarios, whose plans may be named too.</param>
/// <param name="baselines">The baselines that they were planned for.</param>
internal sealed class PublishedChoiceReader(PublishedPlanStore published, ScenarioStore scenarios, IBaselineStore baselines)
{
    /// <summary>Name of the field with the plan.</summary>
    public const string PlanName = "publishedPlan";

    /// <summary>Name of the field with the days on which its decisions stay.</summary>
    public const string WindowName = "publishedWindow";

    private const string Current = "current";

    /// <summary>Reads the two fields; faults are noted.</summary>
    /// <param name="fields">The body.</param>
    /// <param name="baselineId">Id of the baseline; null if the body names none that is there.</param>
    /// <param name="district">The baseline.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The choice; null if there is none, or a faulty one.</returns>
    public async Task<PublishedChoice?> ReadAsync(JsonFields fields, string? baselineId, District? district, CancellationToken cancellationToken)
    {
        PlanWindow? window = ReadWindow(fields, district);
        if (fields.Optional(PlanName) is not { ValueKind: not JsonValueKind.Null } value)
        {
            if (fields.Optional(WindowName) is { ValueKind: not JsonValueKind.Null })
            {
                fields.Refuse(WindowName, $"There must be a {PlanName} whose decisions stay in the window.");
            }

            return null;
        }

        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 } named)
        {
            fields.Refuse(PlanName, $"Must be \"{Current}\" or the id of a scenario.");
            return null;
        }

        return baselineId is null ? null
            : named == Current ? await CurrentAsync(fields, baselineId, window, cancellationToken)
            : await OfScenarioAsync(fields, baselineId, named, window, cancellationToken);
    }

    private async Task<PublishedChoice?> CurrentAsync(JsonFields fields, string baselineId, PlanWindow? window, CancellationToken cancellationToken)
    {
        if (await published.FindCurrentAsync(baselineId, cancellationToken) is { } current)
        {
            return new PublishedChoice(current.Summary.Scenario, current.Summary.Number, current.Summary.Start, window);
        }

        fields.Refuse(PlanName, $"No plan of the baseline '{baselineId}' has been published.");
        return null;
    }

    private async Task<PublishedChoice?> OfScenarioAsync(
        JsonFields fields, string baselineId, string named, PlanWindow? window, CancellationToken cancellationToken)
    {
        string id = named.Replace("\0", "\ufffd", StringComparison.Ordinal);
        if ((await published.ListAsync(baselineId, cancellationToken)).FirstOrDefault(publication => publication.Scenario == id) is { } publication)
        {
            return new PublishedChoice(id, publication.Number, publication.Start, window);
        }

        if (await scenarios.FindAsync(id, cancellationToken) is not { State: ScenarioState.Completed, Outcome: not null } scenario || scenario.Baseline != baselineId
            || await baselines.FindVersionAsync(scenario.Baseline, scenario.BaselineVersion, cancellationToken) is not { } district)
        {
            fields.Refuse(PlanName, $"There is no completed scenario of this id with a plan of the baseline '{baselineId}'.");
            return null;
        }

        return new PublishedChoice(id, null, district.Horizon.Start, window);
    }

    private static PlanWindow? ReadWindow(JsonFields fields, District? district)
    {
        if (fields.Optional(WindowName) is not { ValueKind: not JsonValueKind.Null } element)
        {
            return null;
        }

        JsonFields window = new(element, $"/{WindowName}", fields.Errors);
        if (!window.IsObject)
        {
            return null;
        }

        window.RefuseUnknown("from", "to");
        DateOnly? from = Date(window, "from");
        DateOnly? to = Date(window, "to");
        if (from is not { } first || to is not { } last)
        {
            return null;
        }

        if (last < first)
        {
            window.Refuse("to", "Must not be before the window begins.");
        }
        else if (district is not null && (last < district.Horizon.Start || first > district.Horizon.End))
        {
            fields.Refuse(WindowName, FormattableString.Invariant($"None of its days is planned: the horizon is {district.Horizon.Start:yyyy-MM-dd} to {district.Horizon.End:yyyy-MM-dd}."));
        }

        return new PlanWindow(first, last);
    }

    private static DateOnly? Date(JsonFields window, string name)
    {
        if (window.Optional(name) is { ValueKind: JsonValueKind.String } value
            && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        window.Refuse(name, "Must be a date such as 2020-01-24.");
        return null;
    }
}

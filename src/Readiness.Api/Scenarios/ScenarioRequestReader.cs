using System.Text.Json;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Publishing;
using Readiness.Api.Storage;
using Readiness.Districts;
using Readiness.Scenarios;

namespace Readiness.Api.Scenarios;

/// <summary>Reads the body of a posted scenario and finds all its faults at once.</summary>
/// <param name="baselines">The baselines that may be named.</param>
/// <param name="settings">Say how long and with how many threads a scenario may be solved.</param>
/// <param name="published">Reads the published plan that may be named.</param>
internal sealed class ScenarioRequestReader(IBaselineStore baselines, IOptions<ServiceSettings> settings, PublishedChoiceReader published)
{
    /// <summary>Ids that are shown to somebody who names one that is not there.</summary>
    private const int ShownIds = 20;

    private static readonly JsonElement NoChanges = JsonElement.Parse("[]");

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is asked for and no error, or nothing and at least one error.</returns>
    public async Task<(ScenarioOrder? Order, IReadOnlyList<FieldError> Errors)> ReadAsync(
        JsonElement body, CancellationToken cancellationToken)
    {
        JsonFields fields = new(body, "", []);
        if (!fields.IsObject)
        {
            return (null, fields.Errors);
        }

        fields.RefuseUnknown("baseline", "name", "changes", "options", PublishedChoiceReader.PlanName, PublishedChoiceReader.WindowName);
        string? baselineId = fields.RequiredText("baseline", int.MaxValue);
        string? name = fields.RequiredText("name", ScenarioRequest.LongestName);
        StoredBaseline? baseline = await FindBaselineAsync(fields, baselineId, cancellationToken);
        SolveSettings solve = ReadSettings(fields);
        JsonElement changes = ReadChanges(fields, baseline?.District);
        PublishedChoice? choice = await published.ReadAsync(fields, baseline is null ? null : baselineId, baseline?.District, cancellationToken);
        return fields.Errors.Count > 0
            ? (null, fields.Errors)
            : (new ScenarioOrder(baselineId!, baseline!.Version, name!, changes, solve, choice), fields.Errors);
    }

    /// <summary>The baseline that a body names; none if it is not there, which is noted.</summary>
    /// <param name="fields">The body.</param>
    /// <param name="id">Id of the baseline; none if the body has no usable one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<StoredBaseline?> FindBaselineAsync(JsonFields fields, string? id, CancellationToken cancellationToken)
    {
        StoredBaseline? baseline = id is null ? null : await baselines.FindCurrentAsync(id, cancellationToken);
        if (id is not null && baseline is null)
        {
            IEnumerable<string> known = (await baselines.ListAsync(null, ShownIds, cancellationToken)).Select(d => d.Id);
            fields.Refuse("baseline", $"There is no baseline of this id; there are {string.Join(", ", known)}.");
        }

        return baseline;
    }

    /// <summary>How a body wants its plans to be made.</summary>
    /// <param name="fields">The body.</param>
    public SolveSettings ReadSettings(JsonFields fields)
    {
        LimitSettings limits = settings.Value.Limits;
        SolveSettings standard = new();
        SolveSettings defaults = standard with
        {
            TimeLimitSeconds = Math.Min(standard.TimeLimitSeconds, limits.SolveSeconds),
            Threads = Math.Min(standard.Threads, limits.SolveThreads),
        };
        if (fields.Optional("options") is not { ValueKind: not JsonValueKind.Null } element)
        {
            return defaults;
        }

        JsonFields options = new(element, "/options", fields.Errors);
        if (!options.IsObject)
        {
            return defaults;
        }

        options.RefuseUnknown("timeLimitSeconds", "seed", "threads", "workLimit");
        return new SolveSettings(
            options.Number("timeLimitSeconds", 1, limits.SolveSeconds, defaults.TimeLimitSeconds),
            options.Integer("seed", 0, int.MaxValue, defaults.Seed),
            options.Integer("threads", 1, limits.SolveThreads, defaults.Threads),
            options.Optional("workLimit") is { ValueKind: not JsonValueKind.Null } ? options.Integer("workLimit", 1, int.MaxValue, 1) : null);
    }

    /// <summary>The raw changes; without a known baseline only their form can be checked.</summary>
    private static JsonElement ReadChanges(JsonFields fields, District? baseline)
    {
        if (fields.Optional("changes") is not { ValueKind: not JsonValueKind.Null } changes)
        {
            return NoChanges;
        }

        ScenarioReadResult read = ScenarioDocument.Read(changes, baseline, "/changes");
        fields.Errors.AddRange(read.Errors.Select(e => new FieldError(e.Pointer, JsonValues.Parse(e.Value), e.Message)));
        return changes.Clone();
    }
}

using System.Text.Json;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Scenarios.Sweeps;

namespace Readiness.Api.Sweeps;

/// <summary>Reads the body of a posted sweep and finds all its faults, those of every cell included, at once.</summary>
/// <param name="scenarios">Reads what sweeps and scenarios have in common.</param>
/// <param name="settings">Say how many cells may wait.</param>
internal sealed class SweepRequestReader(ScenarioRequestReader scenarios, IOptions<ServiceSettings> settings)
{
    private static readonly JsonElement NoChanges = JsonElement.Parse("[]");

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is asked for and no error, or nothing and at least one error.</returns>
    public async Task<(SweepOrder? Order, IReadOnlyList<FieldError> Errors)> ReadAsync(JsonElement body, CancellationToken cancellationToken)
    {
        JsonFields fields = new(body, "", []);
        if (!fields.IsObject)
        {
            return (null, fields.Errors);
        }

        fields.RefuseUnknown("baseline", "name", "changes", "axes", "options");
        string? baselineId = fields.RequiredText("baseline", int.MaxValue);
        string? name = fields.RequiredText("name", SweepRequest.LongestName);
        StoredBaseline? baseline = await scenarios.FindBaselineAsync(fields, baselineId, cancellationToken);
        SolveSettings solve = scenarios.ReadSettings(fields);
        JsonElement changes = fields.Optional("changes") is { ValueKind: not JsonValueKind.Null } given ? given : NoChanges;
        JsonElement axes = fields.Optional("axes") ?? default;

        SweepReadResult read = SweepDocument.Read(changes, axes, baseline?.District, cancellationToken);
        fields.Errors.AddRange(read.Errors.Select(e => new FieldError(e.Pointer, JsonValues.Parse(e.Value), e.Message)));
        if (read.Sweep?.Cells > settings.Value.SweepCapacity)
        {
            fields.Refuse("axes", $"Have {read.Sweep.Cells} cells; this service lets at most {settings.Value.SweepCapacity} wait.");
        }

        return fields.Errors.Count > 0
            ? (null, fields.Errors)
            : (new SweepOrder(baselineId!, baseline!.Version, name!, changes.Clone(), axes.Clone(), read.Sweep!, solve), fields.Errors);
    }
}

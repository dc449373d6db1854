using System.Collections.Immutable;
using System.Text.Json;
using Readiness.Districts;
using Readiness.Districts.Shapes;
using Readiness.Scenarios.Rules;

namespace Readiness.Scenarios;

/// <summary>
/// Follows raw changes through the district, each checked against what those before it leave. A faulty change is passed over, so that
/// the faults of the later ones are found too.
/// </summary>
internal sealed class ChangeSequence(District? baseline, KnownIds known, ErrorList errors)
{
    private static readonly ImmutableArray<ChangeRule> Rules = [new DateRule(), new NewShipmentRule(), new StockLossRule()];

    private readonly JsonShape shape = ScenarioDocument.ChangesShape.Element!;
    private readonly List<District> stages = baseline is null ? [] : [baseline];
    private readonly ImmutableArray<ScenarioChange>.Builder changes = ImmutableArray.CreateBuilder<ScenarioChange>();

    /// <summary>The changes that are in order.</summary>
    public ImmutableArray<ScenarioChange> Changes => changes.ToImmutable();

    /// <summary>The district after these changes; null if there is no baseline.</summary>
    public District? District => stages.LastOrDefault();

    /// <summary>Checks and applies changes.</summary>
    /// <param name="array">The raw changes, whose shape has been checked.</param>
    /// <param name="path">Where they stand.</param>
    public void Follow(JsonElement array, JsonPath path)
    {
        int position = 0;
        foreach (JsonElement raw in array.EnumerateArray())
        {
            Step(raw, path.Entry(position++));
        }

        if (errors.IsEmpty && District is { } result && DistrictValidator.Validate(result) is { IsEmpty: false } spoilt)
        {
            Blame(array, path, spoilt);
        }
    }

    private void Step(JsonElement raw, JsonPath path)
    {
        // The faults of the shape are on the list already; here it only matters whether there are any.
        var own = new ErrorList();
        new JsonShapeCheck(own, known).Check(raw, shape, path);
        bool wellFormed = own.IsEmpty;
        own = new ErrorList();
        if (JsonText.Property(raw, shape.Discriminator!) is { } kind && JsonText.Of(kind) is { } name
            && shape.Variants.TryGetValue(name, out JsonShape? form) && stages.LastOrDefault() is { } district)
        {
            JsonView view = JsonView.Of(raw, form, path);
            foreach (ChangeRule rule in Rules)
            {
                rule.Check(view, form, district, own);
            }

            if (wellFormed && own.IsEmpty)
            {
                Apply(raw.Deserialize<ScenarioChange>(DistrictJson.Options)!, view, district, own);
            }
        }
        else if (wellFormed)
        {
            changes.Add(raw.Deserialize<ScenarioChange>(DistrictJson.Options)!);
        }

        errors.Add(own);
    }

    private void Apply(ScenarioChange change, JsonView view, District district, ErrorList own)
    {
        foreach (ChangeFault fault in change.Faults(district))
        {
            JsonView at = fault.Property is null ? view : view[fault.Property];
            own.Add(at.Path, at.Value, fault.Message);
        }

        if (own.IsEmpty)
        {
            changes.Add(change);
            stages.Add(change.Apply(district));
        }
    }

    /// <summary>Finds the change after which the district is no longer valid.</summary>
    private void Blame(JsonElement array, JsonPath path, ImmutableArray<DistrictError> spoilt)
    {
        // The first stage is the baseline, the others follow one change each.
        int stage = stages.FindIndex(district => !DistrictValidator.Validate(district).IsEmpty);
        ImmutableArray<DistrictError> faults = stage == stages.Count - 1 ? spoilt : DistrictValidator.Validate(stages[stage]);
        if (stage == 0)
        {
            errors.Add(path, array, $"cannot be applied, since the district itself is not valid: {Words(faults)}");
        }
        else
        {
            errors.Add(path.Entry(stage - 1), array[stage - 1], $"makes the district invalid: {Words(faults)}");
        }
    }

    private static string Words(ImmutableArray<DistrictError> faults)
    {
        string more = faults.Length > 1 ? $", and {faults.Length - 1} more" : string.Empty;
        return $"{faults[0].Pointer} would be {faults[0].Value ?? "missing"}, which {faults[0].Message}{more}";
    }
}

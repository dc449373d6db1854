using System.Collections.Immutable;
using System.Text.Json;
using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Reads and writes scenarios and their changes as JSON.</summary>
/// <remarks>
/// A scenario is <c>{"name": ..., "changes": [...]}</c>, a change an object whose <c>type</c> names its form. Reading works on the raw JSON, so
/// that all faults are told at once: unknown types and properties, values that are missing, of the wrong kind or out of range, ids that the
/// district does not have, dates outside its horizon, and changes that would do nothing or spoil the district. A change is
/// checked against the district as the changes before it leave it.
/// </remarks>
public static class ScenarioDocument
{
    internal static JsonShape ScenarioShape { get; } = JsonShape.Of(typeof(Scenario), DistrictJson.Options);

    internal static JsonShape ChangesShape { get; } = JsonShape.Of(typeof(ImmutableArray<ScenarioChange>), DistrictJson.Options);

    /// <summary>Reads changes.</summary>
    /// <param name="changesArray">The raw array of changes.</param>
    /// <param name="baseline">The valid district to which they are to be applied; null if it is not known: then only the form is checked.</param>
    /// <param name="pointerPrefix">JSON pointer of the array in the document that it stands in, such as <c>/changes</c>; empty if it is the document.</param>
    /// <returns>The changes, or every fault.</returns>
    public static ScenarioReadResult Read(JsonElement changesArray, District? baseline, string pointerPrefix)
    {
        ArgumentNullException.ThrowIfNull(pointerPrefix);
        var errors = new ErrorList();
        JsonPath path = JsonPath.Below(pointerPrefix);
        ChangeSequence sequence = Check(changesArray, ChangesShape, path, changesArray, path, baseline, errors);
        return new ScenarioReadResult(errors.IsEmpty ? sequence.Changes : [], errors.ToImmutable());
    }

    /// <summary>Reads a whole scenario.</summary>
    /// <param name="scenario">The raw scenario.</param>
    /// <param name="baseline">The valid district to which it is to be applied; null if it is not known: then only the form is checked.</param>
    /// <param name="errors">Every fault; empty if there is a scenario.</param>
    /// <returns>The scenario; null if there are errors.</returns>
    public static Scenario? ReadScenario(JsonElement scenario, District? baseline, out ImmutableArray<DistrictError> errors)
    {
        var found = new ErrorList();
        Check(scenario, baseline, found);
        errors = found.ToImmutable();
        return errors.IsEmpty ? scenario.Deserialize<Scenario>(DistrictJson.Options) : null;
    }

    /// <summary>Checks a scenario made by hand against the district to which it is to be applied.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="baseline">A valid district.</param>
    /// <returns>Every fault, with JSON pointers into the scenario as <see cref="Write(Scenario)"/> writes it; empty if it can be applied.</returns>
    public static ImmutableArray<DistrictError> Validate(Scenario scenario, District baseline)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(baseline);
        var errors = new ErrorList();
        Check(ToRaw(scenario), baseline, errors);
        return errors.ToImmutable();
    }

    /// <summary>Writes a scenario as indented JSON. What has its default is left out.</summary>
    /// <param name="scenario">The scenario.</param>
    public static string Write(Scenario scenario) => JsonSerializer.Serialize(scenario, DistrictJson.Writing);

    /// <summary>Writes changes as an indented JSON array. What has its default is left out.</summary>
    /// <param name="changes">The changes.</param>
    public static string Write(ImmutableArray<ScenarioChange> changes) => JsonSerializer.Serialize(changes, DistrictJson.Writing);

    internal static JsonElement ToRaw(Scenario scenario) => JsonSerializer.SerializeToElement(scenario, DistrictJson.Writing);

    /// <summary>Checks a raw scenario and follows its changes as far as they can be applied.</summary>
    internal static ChangeSequence Check(JsonElement scenario, District? baseline, ErrorList errors)
    {
        const string changes = "changes";
        JsonElement raw = JsonText.Property(scenario, changes) ?? default;
        return Check(scenario, ScenarioShape, JsonPath.Root, raw, JsonPath.Root.Property(changes), baseline, errors);
    }

    private static ChangeSequence Check(
        JsonElement document, JsonShape shape, JsonPath path, JsonElement changes, JsonPath changesPath, District? baseline, ErrorList errors)
    {
        KnownIds known = baseline is null ? KnownIds.None : KnownIds.In(baseline, DistrictValidator.Shape);
        if (changes.ValueKind == JsonValueKind.Array && changes.GetArrayLength() > Scenario.MostChanges)
        {
            errors.Add(changesPath, changes, $"has {changes.GetArrayLength()} changes; at most {Scenario.MostChanges} are allowed");
            return new ChangeSequence(baseline, known, errors);
        }

        new JsonShapeCheck(errors, known).Check(document, shape, path);
        var sequence = new ChangeSequence(baseline, known, errors);
        if (changes.ValueKind == JsonValueKind.Array)
        {
            sequence.Follow(changes, changesPath);
        }

        return sequence;
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios.Sweeps;

/// <summary>Reads sweeps from raw JSON: <c>{"changes": [...], "axes": [{"name": ..., "target": "/changes/0/days", "values": [...]}, ...]}</c>.</summary>
/// <remarks>
/// Every cell is applied to the baseline, so that all faults are told at once. A fault of a value stands at the value, or at the alternative; one that only some values
/// of an axis bring about, though it lies elsewhere, stands at these values; one that only a combination brings about names the first cell that has it. Axes that are
/// faulty themselves are left out, and what stands at their targets is not looked at.
/// </remarks>
public static class SweepDocument
{
    private static readonly JsonPath ChangesPath = JsonPath.Root.Property("changes");
    private static readonly JsonPath AxesPath = JsonPath.Root.Property("axes");

    private static readonly JsonShapeProperty AxesShape = JsonShape.Of(typeof(Sweep), DistrictJson.Options).Named("axes")!;

    /// <summary>Reads a sweep.</summary>
    /// <param name="changes">The raw array of changes.</param>
    /// <param name="axes">The raw array of axes.</param>
    /// <param name="baseline">The valid district to which the cells are to be applied; null if it is not known: then only the form is checked.</param>
    /// <param name="cancellationToken">Gives up: a great district with many cells takes minutes.</param>
    /// <returns>The sweep, or every fault, with JSON pointers that start with <c>/changes</c> or <c>/axes</c>.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SweepReadResult Read(JsonElement changes, JsonElement axes, District? baseline, CancellationToken cancellationToken = default)
    {
        var errors = new ErrorList();
        bool hasChanges = changes.ValueKind == JsonValueKind.Array;
        if (!hasChanges)
        {
            errors.Add(ChangesPath, Given(changes), "must be an array");
        }

        if (Given(axes) is null)
        {
            errors.Add(AxesPath, null, "is required");
            return new SweepReadResult(null, errors.ToImmutable());
        }

        new JsonShapeCheck(errors, KnownIds.None).Check(axes, AxesShape.Shape, AxesPath, AxesShape);
        if (axes.ValueKind != JsonValueKind.Array || axes.GetArrayLength() > Sweep.MostAxes)
        {
            if (axes.ValueKind == JsonValueKind.Array)
            {
                errors.Add(AxesPath, axes, $"has {axes.GetArrayLength()} axes; at most {Sweep.MostAxes} are allowed");
            }

            return new SweepReadResult(null, errors.ToImmutable());
        }

        var axisCheck = new SweepAxisCheck(hasChanges ? changes : JsonElement.Parse("[]"), errors);
        JsonElement[] raw = [.. axes.EnumerateArray()];
        SweepAxis?[] read = [.. raw.Select((axis, position) => axisCheck.Read(axis, AxesPath.Entry(position)))];
        if (hasChanges)
        {
            CheckCells(changes, read, axisCheck.HeldOut, baseline, errors, cancellationToken);
        }

        return errors.IsEmpty
            ? new SweepReadResult(new Sweep([.. changes.EnumerateArray().Select(change => change.Clone())], [.. read.Select(axis => axis!)]), [])
            : new SweepReadResult(null, errors.ToImmutable());
    }

    private static JsonElement? Given(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? null : value;

    private static void CheckCells(
        JsonElement changes, SweepAxis?[] axes, IReadOnlyCollection<string> heldOut, District? baseline, ErrorList errors, CancellationToken cancellationToken)
    {
        int[] numbers = [.. Enumerable.Range(0, axes.Length).Where(number => axes[number] is not null)];
        long cells = numbers.Aggregate(1L, (product, number) => Math.Min(product * axes[number]!.Length, int.MaxValue));
        if (cells > Sweep.MostCells)
        {
            errors.Add(AxesPath, null, $"have {(cells == int.MaxValue ? "far too many" : cells)} cells; at most {Sweep.MostCells} are allowed");
            return;
        }

        var sweep = new Sweep([.. changes.EnumerateArray()], [.. numbers.Select(number => axes[number]!)]);
        var faults = new SweepFaults(sweep, numbers, heldOut);

        // Half the processors: others have work to do, too.
        foreach ((SweepCell cell, ImmutableArray<DistrictError> found) in ParallelEnumerable.Range(0, sweep.Cells).AsOrdered()
            .WithDegreeOfParallelism((Environment.ProcessorCount + 1) / 2).WithCancellation(cancellationToken)
            .Select(number => sweep.Cell(number))
            .Select(cell => (cell, ScenarioDocument.Read(cell.Changes, baseline, ChangesPath.ToString()).Errors)))
        {
            faults.Add(cell, found);
        }

        faults.TellTo(errors);
    }
}

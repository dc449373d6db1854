using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios.Sweeps;

/// <summary>Gathers the faults of cells and says where in the sweep each comes from.</summary>
/// <param name="sweep">The sweep.</param>
/// <param name="axisNumbers">Position of each axis of the sweep in the document.</param>
/// <param name="heldOut">Places of the changes at which nothing is told.</param>
internal sealed class SweepFaults(Sweep sweep, IReadOnlyList<int> axisNumbers, IReadOnlyCollection<string> heldOut)
{
    private readonly string?[] targets = [.. sweep.Axes.Select(axis => axis.Target is { } target ? SweepTarget.Parse(target)!.Pointer : null)];
    private readonly Dictionary<(string Pointer, string Message), Occurrence> found = [];

    /// <summary>Adds the faults of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="errors">Its faults, with pointers that start with <c>/changes</c>.</param>
    public void Add(SweepCell cell, ImmutableArray<DistrictError> errors)
    {
        foreach (DistrictError error in errors.Distinct().Where(error => !heldOut.Any(place => IsAt(error.Pointer, place))))
        {
            string pointer = Origin(error.Pointer, cell) ?? error.Pointer;
            if (!found.TryGetValue((pointer, error.Message), out Occurrence? occurrence))
            {
                if (found.Count > ErrorList.Most)
                {
                    continue;
                }

                found.Add((pointer, error.Message), occurrence = new Occurrence(error, cell, sweep));
            }

            occurrence.Count(cell);
        }
    }

    /// <summary>Tells every fault once.</summary>
    /// <param name="errors">Receives them.</param>
    public void TellTo(ErrorList errors)
    {
        foreach (((string pointer, string message), Occurrence occurrence) in found)
        {
            if (!pointer.StartsWith("/changes", StringComparison.Ordinal) || occurrence.Cells == sweep.Cells)
            {
                errors.Add(occurrence.Error with { Pointer = pointer });
            }
            else if (occurrence.Cause(sweep) is { } cause)
            {
                foreach (int position in cause.Positions)
                {
                    SweepAxis axis = sweep.Axes[cause.Axis];
                    errors.Add(PlaceOf(cause.Axis, position), axis.Coordinate(position), $"leads to a fault at {pointer}, which {message}");
                }
            }
            else
            {
                errors.Add(occurrence.Error with { Pointer = pointer, Message = $"{message}, in cell {occurrence.First.Number} ({Words(occurrence.First)})" });
            }
        }
    }

    /// <summary>Where in the axes a place of a cell's changes comes from; none if it comes from the sweep's own changes.</summary>
    private string? Origin(string pointer, SweepCell cell)
    {
        for (int axis = 0; axis < targets.Length; axis++)
        {
            if (targets[axis] is { } target && IsAt(pointer, target))
            {
                return PlaceOf(axis, cell.Positions[axis]) + pointer[target.Length..];
            }
        }

        string[] steps = pointer.Split('/', 4);
        if (steps.Length < 3)
        {
            return null;
        }

        int change = int.Parse(steps[2], CultureInfo.InvariantCulture) - sweep.Changes.Length;
        for (int axis = 0; change >= 0 && axis < targets.Length; axis++)
        {
            int further = sweep.Axes[axis].Alternatives?[cell.Positions[axis]].Changes.Length ?? 0;
            if (change < further)
            {
                return PlaceOf(axis, cell.Positions[axis]).Property("changes").Entry(change) + (steps.Length > 3 ? $"/{steps[3]}" : "");
            }

            change -= further;
        }

        return null;
    }

    private JsonPath PlaceOf(int axis, int position) => JsonPath.Root.Property("axes").Entry(axisNumbers[axis])
        .Property(sweep.Axes[axis].Alternatives is null ? "values" : "alternatives").Entry(position);

    private string Words(SweepCell cell) => string.Join(", ", sweep.Axes.Select((axis, number) =>
        $"{axis.Name} {ErrorText.Value(axis.Coordinate(cell.Positions[number]))}"));

    private static bool IsAt(string pointer, string place) =>
        pointer.StartsWith(place, StringComparison.Ordinal) && (pointer.Length == place.Length || pointer[place.Length] == '/');

    /// <summary>In which cells a fault occurs, as numbers of cells by value of each axis.</summary>
    private sealed class Occurrence(DistrictError error, SweepCell first, Sweep sweep)
    {
        private readonly int[][] byPosition = [.. sweep.Axes.Select(axis => new int[axis.Length])];

        public DistrictError Error { get; } = error;

        public SweepCell First { get; } = first;

        public int Cells { get; private set; }

        public void Count(SweepCell cell)
        {
            Cells++;
            for (int axis = 0; axis < byPosition.Length; axis++)
            {
                byPosition[axis][cell.Positions[axis]]++;
            }
        }

        /// <summary>The first axis some of whose values have the fault in all their cells, and the others in none.</summary>
        public (int Axis, IEnumerable<int> Positions)? Cause(Sweep sweep)
        {
            for (int axis = 0; axis < byPosition.Length; axis++)
            {
                int[] counts = byPosition[axis];
                int all = sweep.Cells / counts.Length;
                if (counts.All(count => count == 0 || count == all))
                {
                    return (axis, Enumerable.Range(0, counts.Length).Where(position => counts[position] > 0));
                }
            }

            return null;
        }
    }
}

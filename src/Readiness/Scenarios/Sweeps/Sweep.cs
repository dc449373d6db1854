using System.Collections.Immutable;
using System.Text.Json;
using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios.Sweeps;

/// <summary>A grid of what-ifs: changes as in a scenario, and axes along which they vary. Every combination of the axes' values is a cell.</summary>
/// <remarks>
/// Cells are numbered from 0. Cell 0 has the first value of every axis, and the last axis turns fastest, like the last digit of a number. A cell's changes are the
/// sweep's own with the values of the axes in their places, followed by the chosen alternatives in the order of the axes.
/// </remarks>
/// <param name="Changes">Raw changes; a place that is an axis's target may hold anything or nothing.</param>
/// <param name="Axes">The axes; 1 to <see cref="MostAxes"/>.</param>
public sealed record Sweep(
    ImmutableArray<JsonElement> Changes, [NotEmpty, UniqueBy(nameof(SweepAxis.Name))] ImmutableArray<SweepAxis> Axes)
{
    /// <summary>Most cells that a sweep may have.</summary>
    public const int MostCells = 10_000;

    /// <summary>Most axes that a sweep may have.</summary>
    public const int MostAxes = 10;

    /// <summary>Number of cells.</summary>
    public int Cells => (int)Axes.Aggregate(1L, (product, axis) => product * axis.Length);

    /// <summary>A cell.</summary>
    /// <param name="number">Its number; from 0, less than <see cref="Cells"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public SweepCell Cell(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Cells);
        int[] positions = new int[Axes.Length];
        int rest = number;
        for (int axis = Axes.Length - 1; axis >= 0; axis--)
        {
            (rest, positions[axis]) = Math.DivRem(rest, Axes[axis].Length);
        }

        return new SweepCell(number, [.. positions], SweepChanges.Of(this, positions));
    }

    /// <summary>The scenario of a cell.</summary>
    /// <param name="number">Its number; from 0, less than <see cref="Cells"/>.</param>
    /// <param name="name">Name of the scenario.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    /// <exception cref="JsonException">The sweep was not read by <see cref="SweepDocument"/>, and the cell is no scenario.</exception>
    public Scenario Scenario(int number, string name) =>
        new(name, Cell(number).Changes.Deserialize<ImmutableArray<ScenarioChange>>(DistrictJson.Options));
}

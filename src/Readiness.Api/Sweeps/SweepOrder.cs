using System.Globalization;
using System.Text.Json;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Scenarios.Sweeps;

namespace Readiness.Api.Sweeps;

/// <summary>A faultless sweep request.</summary>
/// <param name="Baseline">Id of the district that its cells change, which is there.</param>
/// <param name="BaselineVersion">Its version.</param>
/// <param name="Name">Its name.</param>
/// <param name="Changes">Its changes, a JSON array.</param>
/// <param name="Axes">Its axes, a JSON array.</param>
/// <param name="Sweep">Its grid.</param>
/// <param name="Settings">How its cells are solved.</param>
internal sealed record SweepOrder(
    string Baseline, long BaselineVersion, string Name, JsonElement Changes, JsonElement Axes, Sweep Sweep, SolveSettings Settings)
{
    /// <summary>What is stored of it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="now">When it was posted.</param>
    public (StoredSweep Sweep, IReadOnlyList<StoredScenario> Cells) ToStored(string id, DateTimeOffset now) => (
        new StoredSweep(id, Baseline, BaselineVersion, Name, Changes, Axes, Settings, Sweep.Cells, now),
        [.. Enumerable.Range(0, Sweep.Cells).Select(number => ToStored(id, number, now))]);

    private StoredScenario ToStored(string id, int number, DateTimeOffset now)
    {
        // A moment apart, so that they are solved in their order.
        DateTimeOffset created = now.AddTicks(number);
        string name = string.Create(CultureInfo.InvariantCulture, $"{Name} #{number}");
        return new StoredScenario(
            Guid.CreateVersion7(created).ToString("N"), Baseline, BaselineVersion, name, Sweep.Cell(number).Changes, Settings, created)
        {
            Place = new SweepPlace(id, number),
        };
    }
}

using System.Collections.Immutable;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Scenarios.StressTests;

/// <summary>Adds up futures, in any order and from several threads.</summary>
internal sealed class BatchTally
{
    private readonly Lock gate = new();
    private readonly DistrictIndex index;
    private readonly ImmutableArray<string> levels;
    private readonly ImmutableArray<string> indicators;
    private readonly SortedDictionary<int, FutureOutcome> futures = [];
    private readonly Counts stockOuts = [];
    private readonly Counts uncovered = [];
    private readonly Counts unhoused = [];

    public BatchTally(ReadinessPlan plan)
    {
        index = new DistrictIndex(plan.District);
        levels = [.. plan.Audit.Levels.Select(level => level.Level)];
        indicators =
        [
            .. plan.Indicators.Keys.Union(plan.District.Items.Select(item => IndicatorIds.FillRate(item.Id))).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Adds a future; returns how many there are now.</summary>
    public int Add(int number, FutureFigures figures)
    {
        var outcome = new FutureOutcome(
            number,
            [.. figures.Audit.Levels.Select(level => level.Value)],
            [.. indicators.Select(id => figures.Audit.Indicators.TryGetValue(id, out Indicator? indicator) ? indicator.Value : (double?)null)]);
        lock (gate)
        {
            futures.Add(number, outcome);
            stockOuts.Add(figures.StockOuts);
            uncovered.Add(figures.Uncovered);
            unhoused.Add(figures.Unhoused);
            return futures.Count;
        }
    }

    public StressTestBatch ToBatch(StressTestSettings settings, bool replanned)
    {
        District district = index.District;
        DateOnly? Date(int day) => day == DayAmounts.All ? null : district.Horizon.DateOf(day);
        string? Name(ImmutableArray<string> names, int position) => position == DayAmounts.All ? null : names[position];
        ImmutableArray<string> zones = [.. district.Zones.Select(zone => zone.Id)];
        return new StressTestBatch(
            settings,
            replanned,
            levels,
            indicators,
            [.. futures.Values],
            [.. stockOuts.Select(entry => new StockOutCount(
                Name(index.PlaceIds, entry.Key.Subject), district.Items[entry.Key.Kind].Id, Date(entry.Key.Day), entry.Value.Futures, entry.Value.Amount))],
            [.. uncovered.Select(entry => new UncoveredCount(
                Name(index.WorkIds, entry.Key.Subject), entry.Key.Kind, Date(entry.Key.Day), entry.Value.Futures, entry.Value.Amount))],
            [.. unhoused.Select(entry => new UnhousedCount(Name(zones, entry.Key.Subject), Date(entry.Key.Day), entry.Value.Futures, entry.Value.Amount))]);
    }

    /// <summary>Futures and amounts in a fixed order, however they were added.</summary>
    private sealed class Counts : SortedDictionary<(int Subject, int Kind, int Day), (int Futures, long Amount)>
    {
        public void Add(DayAmounts amounts)
        {
            foreach (((int, int, int) key, long amount) in amounts.Entries)
            {
                (int count, long sum) = TryGetValue(key, out (int, long) before) ? before : (0, 0);
                this[key] = (count + 1, sum + amount);
            }
        }
    }
}

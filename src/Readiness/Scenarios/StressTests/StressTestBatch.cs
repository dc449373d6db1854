using System.Collections.Immutable;

namespace Readiness.Scenarios.StressTests;

/// <summary>What came of some of the futures of a stress test. Batches of the same plan and settings, wherever they were computed, add up to the report of one run.</summary>
/// <param name="Settings">What was uncertain.</param>
/// <param name="Replanned">Whether every future was planned anew; otherwise the plan was carried out as it is.</param>
/// <param name="LevelNames">Names of the objective levels, the most important first.</param>
/// <param name="IndicatorIds">Ids of the indicators.</param>
/// <param name="Futures">Figures by future, ascending by number: those that were done.</param>
/// <param name="StockOuts">Futures with stock-outs, by place, item and day.</param>
/// <param name="Uncovered">Futures with missing heads, by duty, class and day.</param>
/// <param name="Unhoused">Futures with contacts without a room, by zone and day.</param>
public sealed record StressTestBatch(
    StressTestSettings Settings,
    bool Replanned,
    ImmutableArray<string> LevelNames,
    ImmutableArray<string> IndicatorIds,
    ImmutableArray<FutureOutcome> Futures,
    ImmutableArray<StockOutCount> StockOuts,
    ImmutableArray<UncoveredCount> Uncovered,
    ImmutableArray<UnhousedCount> Unhoused);

using System.Collections.Immutable;
using Readiness.Plans;

namespace Readiness.Scenarios.StressTests;

/// <summary>How a plan fares over sampled futures.</summary>
/// <param name="Settings">What was uncertain.</param>
/// <param name="Replanned">Whether every future was planned anew, knowing it, which bounds what any reaction could reach; otherwise the plan was carried out as it is.</param>
/// <param name="Requested">Futures that were asked for.</param>
/// <param name="Futures">Futures that the figures are of: fewer if a limit or the caller stopped the test.</param>
/// <param name="Levels">Objective levels, the most important first; empty without futures.</param>
/// <param name="Indicators">Indicators by id, ascending; empty without futures.</param>
/// <param name="Items">Stock-outs by item, in the district's order; items without any are left out.</param>
/// <param name="Classes">Missing heads by priority class; classes without any are left out.</param>
/// <param name="Duties">Missing heads by duty, in the district's order, then class; those without any are left out.</param>
/// <param name="Guests">Contacts and travellers without a room; none if all are housed in every future.</param>
public sealed record StressTestReport(
    StressTestSettings Settings,
    bool Replanned,
    int Requested,
    int Futures,
    ImmutableArray<StressFigure> Levels,
    ImmutableArray<StressFigure> Indicators,
    ImmutableArray<ItemStress> Items,
    ImmutableArray<ClassStress> Classes,
    ImmutableArray<DutyStress> Duties,
    GuestStress? Guests)
{
    /// <summary>Puts batches together, in whatever order they come.</summary>
    /// <param name="plan">The plan that was tested.</param>
    /// <param name="requested">Futures that were asked for; 1 or more.</param>
    /// <param name="batches">Batches of that plan with equal settings; at least one.</param>
    /// <exception cref="ArgumentException">There is no batch, they do not belong together, or a future is in two of them.</exception>
    public static StressTestReport Of(ReadinessPlan plan, int requested, IEnumerable<StressTestBatch> batches)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentOutOfRangeException.ThrowIfLessThan(requested, 1);
        ImmutableArray<StressTestBatch> all = [.. batches];
        if (all.IsEmpty || all.Any(batch => batch.Settings != all[0].Settings || batch.Replanned != all[0].Replanned
            || !batch.LevelNames.SequenceEqual(all[0].LevelNames) || !batch.IndicatorIds.SequenceEqual(all[0].IndicatorIds)))
        {
            throw new ArgumentException("There must be batches, all of the same plan, settings and mode.", nameof(batches));
        }

        ImmutableArray<FutureOutcome> futures = [.. all.SelectMany(batch => batch.Futures).OrderBy(future => future.Index)];
        if (futures.Zip(futures.Skip(1)).Any(pair => pair.First.Index == pair.Second.Index))
        {
            throw new ArgumentException("No future may be in two batches.", nameof(batches));
        }

        return new ReportFold(plan, all, futures).ToReport(requested);
    }
}

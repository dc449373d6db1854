using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Readiness.Supplies;

/// <summary>Plans the allocation of scarce items: who receives what, when and along which lane.</summary>
/// <remarks>
/// The problem is split into independent parts. In each a greedy construction gives a plan at once; a time-expanded linear
/// programme, solved level by level with water-filling where rates are compared, guides a better one in whole packs and units; small parts are finished by
/// an integer programme. Every level gets a lower bound. The bound of a level
/// counts the lowest fill rate of the fair levels before it, not their other rates, unless integer programmes have proven all of them.
/// The work limit counts simplex iterations and solves in each part, and the nodes of a single integer solve. With equal options, and a time limit that is not reached, the plan is the same. An instance has no state and may be shared between threads.
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and auditors are used as instances.")]
public sealed class SupplyPlanner
{
    /// <summary>Finds the best plan within the limits. There always is one, if only to send nothing.</summary>
    /// <param name="problem">What to plan.</param>
    /// <param name="options">Limits; the defaults if <see langword="null"/>.</param>
    /// <param name="progress">Receives reports, from any thread.</param>
    /// <param name="cancellationToken">Ends the search; the best plan so far is returned.</param>
    /// <exception cref="ArgumentException">The problem is not well formed; the message lists everything that is wrong.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public SupplyPlan Plan(
        AllocationProblem problem,
        AllocationOptions? options = null,
        IProgress<SolveProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        AllocationRules.ThrowIfMalformed(problem);
        problem = problem.Counted();
        options ??= new AllocationOptions();
        options.Validate();
        var clock = new SolveClock(options, cancellationToken);
        PartSolve[] parts = [.. IndependentParts.Of(problem).Select(part => new PartSolve(part, clock))];
        try
        {
            ForEach(parts, options, part => part.Construct());
            Report(problem, parts, "greedy", clock, progress);
            ForEach(parts, options, part => part.Improve());
            Report(problem, parts, "rounding", clock, progress);
            LevelProof[] levels = LevelBounds.Prove(problem, parts, body => ForEach(parts, options, body));
            foreach (LevelProof level in levels)
            {
                progress?.Report(new SolveProgress("bounds", clock.Elapsed, level.Level, level.Objective, level.Bound));
            }

            return Merge(problem, parts, levels, clock);
        }
        finally
        {
            foreach (PartSolve part in parts)
            {
                part.Dispose();
            }
        }
    }

    // Parts are independent, so the order in which threads take them does not change the result.
    private static void ForEach(PartSolve[] parts, AllocationOptions options, Action<PartSolve> body)
    {
        if (options.Threads == 1 || parts.Length == 1)
        {
            foreach (PartSolve part in parts)
            {
                body(part);
            }

            return;
        }

        Parallel.ForEach(parts, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, body);
    }

    private static void Report(AllocationProblem problem, PartSolve[] parts, string phase, SolveClock clock, IProgress<SolveProgress>? progress)
    {
        foreach (ObjectiveStage step in ObjectiveStage.All(problem))
        {
            progress?.Report(new SolveProgress(phase, clock.Elapsed, step.NameIn(problem), LevelBounds.Objective(step, parts)));
        }
    }

    private static SupplyPlan Merge(AllocationProblem problem, PartSolve[] parts, LevelProof[] levels, SolveClock clock)
    {
        long[] served = new long[problem.Demands.Length];
        var transfers = new List<Transfer>();
        var alternatives = new List<AlternativeUse>();
        var purchases = new List<Purchase>();
        foreach (PartPlan part in parts.Select(solve => solve.Plan))
        {
            for (int j = 0; j < part.Part.Demands.Length; j++)
            {
                served[part.Part.Demands[j]] = part.Ledger.ServedOf(j);
            }

            alternatives.AddRange(part.Ledger.Alternatives().Select(use => use with { Demand = part.Part.Demands[use.Demand] }));
            purchases.AddRange(Enumerable.Range(0, part.Ledger.Lots.Length).Where(o => part.Ledger.Lots[o] > 0).Select(o => new Purchase(part.Part.Offers[o], part.Ledger.Lots[o])));
            transfers.AddRange(part.Ledger.Transfers());
        }

        var proof = new PlanProof(Ended(levels, parts, clock), [.. levels]);
        return new SupplyPlan(
            [.. transfers.OrderBy(t => t.Day).ThenBy(t => t.Lane).ThenBy(t => t.Item)], ImmutableArray.Create(served), proof)
        {
            Alternatives = [.. alternatives.OrderBy(use => use.Demand).ThenBy(use => use.Alternative)],
            Purchases = [.. purchases.OrderBy(purchase => purchase.Offer)],
        };
    }

    private static Termination Ended(LevelProof[] levels, PartSolve[] parts, SolveClock clock) =>
        levels.All(level => level.Gap <= 1e-6) ? Termination.Optimal
        : clock.Cancelled ? Termination.Stopped
        : clock.IsOver() ? Termination.TimeLimit
        : parts.Any(part => part.WorkIsOver) ? Termination.WorkLimit
        : Termination.Finished;
}

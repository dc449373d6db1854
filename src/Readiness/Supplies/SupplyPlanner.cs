using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Readiness.Supplies;

/// <summary>Plans the allocation of scarce items: who receives what, when and along which lane.</summary>
/// <remarks>
/// The problem is split into independent parts. In each a greedy construction gives a plan at once. An instance has no state and may be shared between threads.
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
        options ??= new AllocationOptions();
        options.Validate();
        var clock = new SolveClock(options, cancellationToken);
        PartPlan[] parts = [.. IndependentParts.Of(problem).Select(part => new PartPlan(part))];
        foreach (PartPlan part in parts)
        {
            var start = new StockLedger(part.Network);
            new PullServing(part.Network, start).ServeAll(() => clock.IsOver());
            part.Offer(start, () => clock.IsOver());
        }

        progress?.Report(new SolveProgress("greedy", clock.Elapsed));
        return Merge(problem, parts, clock);
    }

    private static SupplyPlan Merge(AllocationProblem problem, PartPlan[] parts, SolveClock clock)
    {
        long[] served = new long[problem.Demands.Length];
        var transfers = new List<Transfer>();
        foreach (PartPlan part in parts)
        {
            for (int j = 0; j < part.Part.Demands.Length; j++)
            {
                served[part.Part.Demands[j]] = part.Ledger.Served[j];
            }

            for (int k = 0; k < part.Network.LaneItems.Length; k++)
            {
                LaneItem item = part.Network.LaneItems[k];
                for (int day = 0; day < problem.Days; day++)
                {
                    long packs = part.Ledger.Packs[(k * problem.Days) + day];
                    if (packs > 0)
                    {
                        transfers.Add(new Transfer(item.Lane, item.Item, day, packs * item.Pack));
                    }
                }
            }
        }

        PlanProof proof = Proof(problem, parts, clock);
        return new SupplyPlan(
            [.. transfers.OrderBy(t => t.Day).ThenBy(t => t.Lane).ThenBy(t => t.Item)], ImmutableArray.Create(served), proof);
    }

    private static PlanProof Proof(AllocationProblem problem, PartPlan[] parts, SolveClock clock)
    {
        var levels = ImmutableArray.CreateBuilder<LevelProof>();
        for (int level = 0; level < problem.Levels.Length; level++)
        {
            if (problem.Levels[level].Fair)
            {
                levels.Add(new LevelProof(
                    problem.Levels[level].Name + SupplyEvaluation.WorstShortfallSuffix, parts.Max(part => part.Value.WorstShortfall(level)), 0));
            }

            levels.Add(new LevelProof(problem.Levels[level].Name, parts.Sum(part => part.Value.Unserved[level]), 0));
        }

        levels.Add(new LevelProof(SupplyEvaluation.ExpiredLevel, parts.Sum(part => part.Value.Expired), 0));
        levels.Add(new LevelProof(SupplyEvaluation.TransportLevel, parts.Sum(part => part.Value.Transport), 0));
        Termination termination = levels.All(level => level.Gap <= 1e-6) ? Termination.Optimal
            : clock.Cancelled ? Termination.Stopped
            : clock.IsOver() ? Termination.TimeLimit
            : Termination.Finished;
        return new PlanProof(termination, levels.ToImmutable());
    }
}

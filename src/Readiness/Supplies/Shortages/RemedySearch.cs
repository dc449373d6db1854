using System.Collections.Immutable;
using System.Diagnostics;

namespace Readiness.Supplies.Shortages;

/// <summary>Tries changes on the problem and keeps those that an audited plan shows to help.</summary>
internal sealed class RemedySearch
{
    private readonly AllocationProblem problem;
    private readonly SupplyPlan plan;
    private readonly ExplainOptions options;
    private readonly CancellationToken cancellationToken;
    private readonly long started = Stopwatch.GetTimestamp();

    public RemedySearch(AllocationProblem problem, SupplyPlan plan, ExplainOptions options, CancellationToken cancellationToken)
    {
        this.problem = problem;
        this.plan = plan;
        this.options = options;
        this.cancellationToken = cancellationToken;
    }

    private bool IsOver => cancellationToken.IsCancellationRequested || Stopwatch.GetElapsedTime(started) >= options.TimeLimit;

    /// <summary>The shortages with their remedies.</summary>
    public ImmutableArray<Shortage> AddTo(ImmutableArray<Shortage> shortages) =>
        [.. shortages.Select(shortage => IsOver ? shortage : shortage with { Remedies = Of(shortage) })];

    private ImmutableArray<Remedy> Of(Shortage shortage)
    {
        var found = new List<Remedy>();
        foreach ((ProblemChange change, long steps) in RemedyCandidates.Of(problem, shortage))
        {
            if (!IsOver && Smallest(shortage, change, steps) is { } remedy)
            {
                found.Add(remedy);
            }
        }

        return [.. found.OrderByDescending(remedy => remedy.Served).ThenBy(remedy => remedy.Kind).Take(options.MostRemedies)];
    }

    // The smallest number of steps, by bisection, that serves as many as the most steps do.
    private Remedy? Smallest(Shortage shortage, ProblemChange change, long steps)
    {
        Remedy? best = Try(shortage, change, steps);
        long enough = steps;
        for (long tooFew = 0; best is not null && enough - tooFew > 1 && !IsOver;)
        {
            long middle = tooFew + ((enough - tooFew) / 2);
            if (Try(shortage, change, middle) is { } other && other.Served >= best.Served)
            {
                best = other;
                enough = middle;
            }
            else
            {
                tooFew = middle;
            }
        }

        return best;
    }

    private Remedy? Try(Shortage shortage, ProblemChange change, long steps)
    {
        double amount = steps * change.Step;
        AllocationProblem changed = change.Apply(problem, amount);
        int[] demands = [.. shortage.Demands.Select(demand => demand.Demand)];
        if (new PlanCompletion(changed, plan).Extend(demands) is not { } extended || !new SupplyAuditor().Audit(changed, extended).IsEmpty)
        {
            return null;
        }

        long served = 0;
        foreach (int j in demands)
        {
            served += extended.Served[j] - plan.Served[j];
        }

        return served > 0 ? new Remedy(change.Kind, change.Subject, change.Item, change.Day, amount, served, extended) : null;
    }
}

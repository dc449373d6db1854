using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Readiness.Supplies.Shortages;

/// <summary>Says why a plan leaves demands unserved, in units that add up, and what would help.</summary>
/// <remarks>
/// <para>Limits are lifted one after another, in the order of <see cref="ShortageCause"/>, and what can be served in addition each time is what the limit costs. A unit that
/// either of two lifts would serve counts for the first, one that needs several lifts for the last of them. All that the plan serves of the same and of more urgent levels stays served, on days and at places as planned, but may come
/// from elsewhere; less urgent levels are given up.</para>
/// <para>Each figure but those of <see cref="ShortageCause.Plan"/> is a flow through the days of the plan, found by augmenting paths: whoever wants to check one can follow the units. Where
/// demands use up one item each, none of the lanes is shared by items, and there are neither reserves nor limited storage, the sums over a level of <see cref="ShortageCause.Plan"/> and
/// <see cref="ShortageCause.PackSize"/> together, and of each later cause, are exactly what a lift brings. Elsewhere a cause may get less than that, and a later one, at the end
/// <see cref="ShortageCause.Stock"/>, more.</para>
/// <para>What a plan buys and what it serves by alternatives are taken as they are. Lots on offer that it does not buy are asked in one lift, <see cref="ShortageCause.Budget"/>, whether the money is there or not; after it they
/// are there for the later lifts, too. That further alternatives could serve is not looked for: such units count where the regular recipe would find theirs, at the end as <see cref="ShortageCause.Stock"/>. Lanes
/// with a least dispatch get their share from two greedy completions of the plan, with and without it. Remedies are looked for only where there are neither offers nor alternatives.</para>
/// <para>An instance has no state and may be shared between threads. The same arguments give the same answer unless the time limit ends the search for remedies.</para>
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and auditors are used as instances.")]
public sealed class SupplyExplainer
{
    /// <summary>Explains every shortage of a plan.</summary>
    /// <param name="problem">What was planned.</param>
    /// <param name="plan">A plan that passes <see cref="SupplyAuditor"/>; its proof is not looked at.</param>
    /// <param name="options">How many remedies to look for; none if <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the search for remedies with those found so far.</param>
    /// <returns>The shortages, by level, place and first day; empty if everything is served.</returns>
    /// <exception cref="ArgumentException">
    /// The problem is not well formed, or the plan cannot be carried out.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before all causes were known.</exception>
    public ImmutableArray<Shortage> Explain(
        AllocationProblem problem, SupplyPlan plan, ExplainOptions? options = null, CancellationToken cancellationToken = default)
    {
        AllocationRules.ThrowIfMalformed(problem);
        ArgumentNullException.ThrowIfNull(plan);
        options ??= new ExplainOptions { MostRemedies = 0 };
        options.Validate();
        ThrowIfUnsound(problem, plan);
        bool mayHaveRemedies = problem.Offers.IsEmpty && problem.Demands.All(static demand => demand.Alternatives.IsEmpty);
        (problem, plan) = ExplainedPlan.Of(problem, plan);
        var ladder = new CauseLadder(problem, plan, cancellationToken);
        ladder.Run(level => options.Levels is not { } levels || levels.Contains(level));
        ImmutableArray<Shortage> shortages = Group(problem, ladder.Shares);
        return options.MostRemedies == 0 || !mayHaveRemedies ? shortages : new RemedySearch(problem, plan, options, cancellationToken).AddTo(shortages);
    }

    private static void ThrowIfUnsound(AllocationProblem problem, SupplyPlan plan)
    {
        var broken = new List<RuleViolation>();
        new StockReplay(problem, plan, broken.Add).Run();
        if (broken.Count > 0)
        {
            throw new ArgumentException($"The plan cannot be carried out: {broken[0].Rule}, {broken[0].Subject}: {broken[0].Message}", nameof(plan));
        }
    }

    private static ImmutableArray<Shortage> Group(AllocationProblem problem, long[][] shares)
    {
        static string Key(SupplyDemand demand) =>
            string.Join(';', demand.Needs.OrderBy(need => need.Item).Select(need => FormattableString.Invariant($"{need.Item}:{need.Quantity}")));

        return
        [
            .. Enumerable.Range(0, shares.Length).Where(j => shares[j].Sum() > 0)
                .OrderBy(j => problem.Demands[j].Day).ThenBy(j => j)
                .GroupBy(j => (problem.Demands[j].Level, problem.Demands[j].Place, Needs: Key(problem.Demands[j])))
                .OrderBy(group => group.Key.Level).ThenBy(group => group.Key.Place)
                .Select(group =>
                {
                    long[] sum = [.. Enumerable.Range(0, shares[group.First()].Length).Select(cause => group.Sum(j => shares[j][cause]))];
                    return new Shortage(
                        group.Key.Place, group.Key.Level, problem.Demands[group.First()].Needs, sum.Sum(), Causes(sum),
                        [.. group.Select(j => new DemandShortage(j, shares[j].Sum(), Causes(shares[j])))], []);
                }),
        ];
    }

    private static ImmutableArray<CauseShare> Causes(long[] units) =>
        [.. Enum.GetValues<ShortageCause>().Where(cause => units[(int)cause] > 0).Select(cause => new CauseShare(cause, units[(int)cause]))];
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Readiness.Supplies.Risks;

/// <summary>Says what a fixed plan risks: what is missing on average, and how likely each stock-out is, given how likely shipments are late.</summary>
/// <remarks>
/// <para>The plan is carried out without foreknowledge and without a new plan. Whatever it serves or dispatches is cut down to what is there: a dispatch to the whole packs that
/// are still usable on arrival, and to nothing below the lane's least dispatch; demands of a day to the whole units for which all items are there, the more urgent level first, then by index. What comes early waits. Units that were cut down are not made up for
/// later. Reserves do not bind: this is what they are kept for.</para>
/// <para>Shipments are independent. Those that can turn out in one way only, as far as the days of the plan go, do not multiply the number of ways.</para>
/// <para>An instance has no state and may be shared between threads.</para>
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and auditors are used as instances.")]
public sealed class ShipmentRiskEvaluator
{
    /// <summary>Evaluates a plan.</summary>
    /// <param name="problem">What was planned, with its shipments.</param>
    /// <param name="plan">A plan that passes <see cref="SupplyAuditor"/>; its proof is not looked at.</param>
    /// <param name="options">Limits; the defaults if <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the evaluation without a result.</param>
    /// <exception cref="ArgumentException">The problem is not well formed, or the plan cannot be carried out if shipments come as counted on.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ShipmentRisk Evaluate(
        AllocationProblem problem, SupplyPlan plan, ShipmentRiskOptions? options = null, CancellationToken cancellationToken = default)
    {
        AllocationRules.ThrowIfMalformed(problem);
        ArgumentNullException.ThrowIfNull(plan);
        options ??= new ShipmentRiskOptions();
        options.Validate();
        var broken = new List<RuleViolation>();
        new StockReplay(problem, plan, broken.Add).Run();
        if (broken.Count > 0)
        {
            throw new ArgumentException($"The plan cannot be carried out: {broken[0].Rule}, {broken[0].Subject}: {broken[0].Message}", nameof(plan));
        }

        var outcomes = new ShipmentOutcomes(problem);
        var execution = new PlanExecution(problem, plan);
        var tally = new RiskTally(problem, plan);
        bool exact = outcomes.Count <= options.MostOutcomes;
        if (exact)
        {
            foreach (double probability in outcomes.All())
            {
                cancellationToken.ThrowIfCancellationRequested();
                execution.Run(outcomes.Lots());
                tally.Add(execution, probability);
            }
        }
        else
        {
            var random = new Random(options.Seed);
            long started = Stopwatch.GetTimestamp();
            for (int sample = 0; sample < 2 || (sample < options.Samples && Stopwatch.GetElapsedTime(started) < options.TimeLimit); sample++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                outcomes.Draw(random);
                execution.Run(outcomes.Lots());
                tally.Add(execution, 1);
            }
        }

        return new ShipmentRisk(exact, tally.Outcomes, [.. tally.Shortfalls(exact)], [.. tally.StockOuts()]);
    }
}

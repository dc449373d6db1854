using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Planning;

/// <summary>Plans as districts do without a joint plan: sites, then staff, then supplies, none of them knowing what the next will need.</summary>
/// <remarks>
/// <para>It is the yardstick of <see cref="ReadinessPlanner"/>. Each zone's contacts go to the nearest site with a room left, whether or not
/// it can be staffed or supplied. One roster then fills the duties and the open sites, an open site before other work of the same class,
/// without knowing whether there are kits. At last the stores serve first come, first served: day after day, the more urgent class
/// first within a day, keeping nothing back. Nothing goes back a step. The options make each step a little better, to show what joint
/// planning adds to that.</para>
/// <para>Only what every plan must keep is set right afterwards: a head without its kit is not assigned, and a site below its least cover
/// stays closed, its guests at home and its staff without work. To be fair to today's practice, rosters come from the same
/// planner, with as much of the time limit as joint planning spends on them; only the order of the steps is naive.</para>
/// <para>The bounds are those of the joint plan's relaxation, each with the higher levels at this plan's own values: two plans' bounds of a level
/// may be compared only where they agree on the levels above it. The planner holds no state: one instance may be used by several threads.</para>
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners are used as instances.")]
public sealed class SequentialPlanner
{
    private static readonly RoundShares Once = new(Sites: 0, Roster: 0.75, Supplies: 0.1);
    private static readonly RoundShares EachOfTwo = Once with { Roster = Once.Roster / 2 };

    /// <summary>Makes a plan step by step.</summary>
    /// <param name="district">The facts.</param>
    /// <param name="options">Limits, seed and manner; defaults if null.</param>
    /// <param name="progress">Receives reports; may be null.</param>
    /// <param name="cancellationToken">Stops the solve; what is decided so far is returned as an audited plan with <see cref="Termination.Stopped"/>.</param>
    /// <returns>A plan that passed its audit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="DistrictFormatException">The district breaks a rule of the document.</exception>
    /// <exception cref="InvalidOperationException">The plan fails its audit; a fault of this library.</exception>
    public ReadinessPlan Plan(
        District district,
        SequentialOptions? options = null,
        IProgress<PlanProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(district);
        options ??= new SequentialOptions();
        options.Validate();
        var budget = new TimeBudget(options);
        PlanningContext context = PlanningContext.Of(district);
        Candidate? best = null;
        void Report(string phase) =>
            progress?.Report(new PlanProgress(phase, best is null ? 1 : 2, budget.Elapsed, best is null ? [] : best.Audit.Levels));

        Report("sites");
        var round = new PlanningRound(context, budget, Report, cancellationToken)
        {
            FirstComeFirstServed = !options.PlanSupplies,
        };
        SiteDecisions sites = SitesInOrder.Choose(context, options.SiteOrder);
        best = Audited(round.Run(sites, start: null, options.Repair ? EachOfTwo : Once));
        if (options.Repair && !cancellationToken.IsCancellationRequested)
        {
            Candidate repaired = Audited(round.Run(best.Sites, best.Roster, EachOfTwo));
            best = LevelComparer.Instance.Compare(repaired.Audit.Levels, best.Audit.Levels) < 0 ? repaired : best;
        }

        Report("proof");
        ImmutableArray<LevelProof> levels = new CouplingRelaxation(context).Prove(best.Audit.Levels, budget.Left, cancellationToken);
        Termination termination = levels.All(level => level.Gap <= PlanSearch.OptimalGap) ? Termination.Optimal
            : cancellationToken.IsCancellationRequested ? Termination.Stopped
            : best.Roster?.Proof.Termination is { } ended and (Termination.TimeLimit or Termination.WorkLimit) ? ended
            : Termination.Finished;
        best = ItemCauses.Explain(context, best);
        return new ReadinessPlan(district, context.Forecast, best.Decisions, best.Audit, new PlanProof(termination, levels))
        {
            Risk = SupplyRisk.Of(context, best, budget, cancellationToken),
        };
    }

    private static Candidate Audited(Candidate candidate) => candidate.Audit.Passed
        ? candidate
        : throw new InvalidOperationException(
            "The sequential plan fails its audit: " + string.Join("; ", candidate.Audit.Violations.Take(5)));
}

using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;
using Readiness.Solving;

namespace Readiness.Planning;

/// <summary>
/// A linear relaxation of the whole joint plan by day, whose optimum per level bounds what any plan could achieve.
/// </summary>
/// <remarks>
/// Every constraint is a necessary condition of the detailed plan: people are pooled by skills, organisation and contract (travel, lending, rest and
/// the order of shifts are ignored, as are protective clothing, weekends, numbers of shifts and what was worked before the horizon; presence, weekly minutes, consecutive days and stays in a closed loop
/// are kept in sum), items are
/// pooled over the district (places, lanes, packs and expiry are ignored), sites open by fractions, head counts are not rounded up where
/// they depend on the plan. Level by level, with the higher levels at the values that the plan achieved.
/// </remarks>
internal sealed class CouplingRelaxation
{
    private const double IntegralityTolerance = 1e-5;

    private readonly int leastChanges;
    private readonly RelaxationRows rows = new();
    private readonly Dictionary<string, List<(int Column, double Value)>> levels = [];

    public CouplingRelaxation(PlanningContext context)
    {
        leastChanges = context.Pins?.LeastChanges ?? 0;
        var sites = new RelaxedSites(context, rows, Level(ObjectiveLevels.Guests(context.District.Policy.Quarantine.GuestClass)));
        var cover = new RelaxedCover(context, rows, sites, c => Level(ObjectiveLevels.Cover(c)));
        RelaxedStaff.Add(context, rows, cover);
        RelaxedItems.Add(context, rows, sites, cover, c => Level(ObjectiveLevels.Items(c)));
    }

    /// <summary>Valid bounds for the levels of a plan; 0 for those that the relaxation does not see or time does not allow.</summary>
    /// <param name="achieved">The plan's levels, in order.</param>
    /// <param name="timeLimit">Time for all levels together.</param>
    /// <param name="cancellationToken">Stops early; the bounds found so far stand.</param>
    public ImmutableArray<LevelProof> Prove(
        ImmutableArray<LevelValue> achieved, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var proofs = ImmutableArray.CreateBuilder<LevelProof>(achieved.Length);
        using var solver = new HighsSolver(rows.Model) { Presolve = false };
        foreach (LevelValue level in achieved)
        {
            double bound = level.Level == ObjectiveLevels.Changes ? leastChanges : 0;
            if (levels.TryGetValue(level.Level, out List<(int Column, double Value)>? terms) && terms.Count > 0)
            {
                TimeSpan left = timeLimit - clock.Elapsed;
                if (level.Value > 0 && left > TimeSpan.Zero && !cancellationToken.IsCancellationRequested)
                {
                    bound = Minimise(solver, terms, left, cancellationToken);
                }

                solver.AddRow(
                    double.NegativeInfinity, level.Value + IntegralityTolerance,
                    [.. terms.Select(term => term.Column)], [.. terms.Select(term => term.Value)]);
            }

            proofs.Add(new LevelProof(level.Level, level.Value, bound));
        }

        return proofs.MoveToImmutable();
    }

    /// <summary>Least value of a level, rounded up because heads, guest-days and units are whole.</summary>
    private static double Minimise(
        HighsSolver solver, List<(int Column, double Value)> terms, TimeSpan limit, CancellationToken cancellationToken)
    {
        int[] columns = [.. terms.Select(term => term.Column)];
        solver.ChangeColumnCosts(columns, [.. terms.Select(term => term.Value)]);
        solver.Limits = new SolveLimits { Time = limit };
        SolveOutcome outcome = solver.Solve(cancellationToken);
        solver.ChangeColumnCosts(columns, new double[columns.Length]);
        return double.IsFinite(outcome.Bound) && outcome.Status != SolveStatus.Infeasible
            ? Math.Max(0, Math.Ceiling(outcome.Bound - IntegralityTolerance))
            : 0;
    }

    private List<(int Column, double Value)> Level(string name)
    {
        if (!levels.TryGetValue(name, out List<(int, double)>? terms))
        {
            levels.Add(name, terms = []);
        }

        return terms;
    }
}

using System.Collections.Immutable;
using Google.OrTools.Sat;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Planning.Exact;

/// <summary>
/// The whole joint problem of a very small district as one integer programme, written from what the document and the audit say, and
/// minimised level by level. Nothing is pooled, rounded or left out but transfers that would arrive after the horizon.
/// </summary>
internal sealed class ExactProgramme
{
    private const long CostScale = 1_000;
    private const double MinutesPerHour = 60;

    private readonly CpModel model = new();
    private readonly District district;
    private readonly ExactSites sites;
    private readonly ExactRoster roster;
    private readonly ExactStock stock;
    private readonly ImmutableArray<(string Name, Terms Terms, double Scale)> levels;
    private readonly double deterministicLimit;

    /// <param name="district">A very small district.</param>
    /// <param name="forecast">Its demand.</param>
    /// <param name="deterministicLimit">Limit of each solve, in the solver's own deterministic time (about seconds).</param>
    public ExactProgramme(District district, DemandForecast forecast, double deterministicLimit)
    {
        this.district = district;
        this.deterministicLimit = deterministicLimit;
        var index = new DistrictIndex(district);
        var workload = new WorkloadModel(district, forecast.Planned);
        sites = new ExactSites(model, index, forecast.Planned);
        roster = new ExactRoster(model, index, workload, sites);
        stock = new ExactStock(model, index, workload, sites, roster);
        Dictionary<string, (Terms Terms, double Scale)> values = Levels();
        levels = [.. ObjectiveLevels.Names(district).Select(name => (name, values[name].Terms, values[name].Scale))];
    }

    /// <summary>The lexicographically best plan; null if a solve was not finished within the limit.</summary>
    public ExactOptimum? Optimum()
    {
        int mark = model.Model.Constraints.Count;
        IReadOnlyList<long>? best = null;
        bool proven = true;
        foreach ((string _, Terms terms, double _) in levels)
        {
            if (best is null || terms.Value(best) > 0)
            {
                (best, proven) = Minimise(terms, best);
                if (!proven)
                {
                    break;
                }
            }

            model.Add(terms.Sum() <= terms.Value(best!));
        }

        Forget(mark);
        return proven ? new ExactOptimum(Values(best!), Decisions(best!)) : null;
    }

    /// <summary>
    /// Least value of every level where the higher levels are no worse than a plan's; none where a solve was not finished within the
    /// limit. Null if the plan is no solution of this programme.
    /// </summary>
    public ImmutableArray<double?>? LeastGiven(ReadinessPlan plan)
    {
        if (Complete(plan.Decisions) is not { } start)
        {
            return null;
        }

        int mark = model.Model.Constraints.Count;
        var least = ImmutableArray.CreateBuilder<double?>(levels.Length);
        foreach ((string _, Terms terms, double scale) in levels)
        {
            long reached = terms.Value(start);
            (IReadOnlyList<long>? best, bool proven) = reached == 0 ? (start, true) : Minimise(terms, start);
            least.Add(proven ? terms.Value(best!) / scale : null);
            model.Add(terms.Sum() <= reached);
        }

        Forget(mark);
        return least.MoveToImmutable();
    }

    /// <summary>What the levels of a plan are according to this programme; null if the plan is no solution of it.</summary>
    public ImmutableArray<LevelValue>? Evaluate(PlanDecisions decisions) => Complete(decisions) is { } solution ? Values(solution) : null;

    private Dictionary<string, (Terms Terms, double Scale)> Levels()
    {
        var values = new Dictionary<string, (Terms, double)>
        {
            [ObjectiveLevels.Guests(district.Policy.Quarantine.GuestClass)] = (sites.UnhousedDays, 1),
            [ObjectiveLevels.Overtime] = (roster.OvertimeMinutes, MinutesPerHour),
            [ObjectiveLevels.Waste] = (stock.Waste, 1),
            [ObjectiveLevels.Transport] = (stock.Transport, ExactStock.TransportScale),
        };
        for (int priorityClass = 1; priorityClass <= 4; priorityClass++)
        {
            var heads = new Terms();
            foreach (var slot in roster.Slots.Where(slot => slot.Class == priorityClass))
            {
                heads.Add(slot.Required).Add(slot.Filled, -1);
            }

            var units = new Terms();
            foreach (var need in stock.Issues.Where(need => need.Class == priorityClass))
            {
                units.Add(need.Required).Add(need.Issued, -1);
            }

            values[ObjectiveLevels.Cover(priorityClass)] = (heads, 1);
            values[ObjectiveLevels.Items(priorityClass)] = (units, 1);
        }

        var opening = new Terms();
        foreach ((int site, int _, int _, BoolVar chosen) in sites.Periods)
        {
            opening.Add(chosen, (long)Math.Round(district.CandidateSites[site].OpeningCost * CostScale));
        }

        values[ObjectiveLevels.Opening] = (opening, CostScale);
        return values;
    }

    private (IReadOnlyList<long>? Solution, bool Proven) Minimise(Terms objective, IReadOnlyList<long>? start)
    {
        model.Minimize(objective.Sum());
        var hint = new PartialVariableAssignment();
        for (int variable = 0; start is not null && variable < start.Count; variable++)
        {
            hint.Vars.Add(variable);
            hint.Values.Add(start[variable]);
        }

        model.Model.SolutionHint = hint;
        return Solve();
    }

    private (IReadOnlyList<long>? Solution, bool Proven) Solve()
    {
        using var solver = new CpSolver();
        solver.StringParameters = FormattableString.Invariant($"num_workers:1 max_deterministic_time:{deterministicLimit}");
        CpSolverStatus status = solver.Solve(model);
        return status switch
        {
            CpSolverStatus.Optimal => ([.. solver.Response!.Solution], true),
            CpSolverStatus.Feasible => ([.. solver.Response!.Solution], false),
            CpSolverStatus.Infeasible => (null, true),
            CpSolverStatus.Unknown => (null, false),
            _ => throw new InvalidOperationException(model.Validate()),
        };
    }

    private void Forget(int mark)
    {
        while (model.Model.Constraints.Count > mark)
        {
            model.Model.Constraints.RemoveAt(model.Model.Constraints.Count - 1);
        }
    }

    private ImmutableArray<LevelValue> Values(IReadOnlyList<long> solution) =>
        [.. levels.Select(level => new LevelValue(level.Name, level.Terms.Value(solution) / level.Scale))];

    /// <summary>The solution in which every decision is the plan's; null if there is none.</summary>
    private IReadOnlyList<long>? Complete(PlanDecisions decisions)
    {
        var wanted = new Dictionary<int, long>();
        if (!Read(decisions, wanted))
        {
            return null;
        }

        int mark = model.Model.Constraints.Count;
        foreach (IntVar variable in DecisionVariables())
        {
            model.Add(variable == wanted.GetValueOrDefault(variable.GetIndex()));
        }

        IReadOnlyList<long>? solution = Minimise(new Terms(), start: null).Solution;
        Forget(mark);
        return solution;
    }

    private IEnumerable<IntVar> DecisionVariables() =>
        sites.Periods.Select(period => (IntVar)period.Chosen)
            .Concat(sites.Admitted.Values)
            .Concat(roster.Turns.Values)
            .Concat(stock.Packs.Values)
            .Concat(stock.Issues.Select(need => need.Issued));

    /// <summary>Writes the decisions as values of variables; false if one of them has no variable, which means that it is not allowed.</summary>
    private bool Read(PlanDecisions decisions, Dictionary<int, long> wanted)
    {
        var index = new DistrictIndex(district);
        foreach (SiteOpening opening in decisions.Sites)
        {
            int site = index.Sites[opening.Site];
            var period = sites.Periods.FirstOrDefault(period =>
                period.Site == site && Date(period.From) == opening.OpenFrom && Date(period.To) == opening.OpenTo);
            Set(period.Chosen, 1);
            foreach (Admission admission in opening.Admissions)
            {
                Set(sites.Admitted.GetValueOrDefault((site, index.Zones[admission.Zone], Day(admission.Day))), admission.Guests);
            }
        }

        foreach (Assignment assignment in decisions.Assignments)
        {
            Set(roster.Turns.GetValueOrDefault(assignment), 1);
        }

        foreach (PlannedShipment shipment in decisions.Shipments)
        {
            int item = index.Items[shipment.Item];
            int lane = index.LaneBetween(index.Places[shipment.From], index.Places[shipment.To]) ?? -1;
            Set(stock.Packs.GetValueOrDefault((item, lane, Day(shipment.Day))), shipment.Quantity / district.Items[item].PackSize);
        }

        foreach (StockIssue issue in decisions.Issues)
        {
            Set(stock.Issues.FirstOrDefault(need => (need.Need, need.Item, need.Day) == (issue.Need, issue.Item, Day(issue.Day))).Issued, issue.Quantity);
        }

        return !wanted.ContainsKey(-1);

        void Set(IntVar? variable, long value) => wanted[variable is null ? -1 : variable.GetIndex()] = value;
        DateOnly Date(int day) => district.Horizon.DateOf(day);
        int Day(DateOnly date) => district.Horizon.DayOf(date);
    }

    private PlanDecisions Decisions(IReadOnlyList<long> solution) =>
        new ExactDecisions(district, variable => solution[variable.GetIndex()]).Of(sites, roster, stock);
}

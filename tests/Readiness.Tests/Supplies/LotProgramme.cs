using Readiness.Solving;
using Readiness.Supplies;

namespace Readiness.Tests.Supplies;

/// <summary>
/// The continuous allocation problem, written down lot by lot and day by day as it is defined, with none of the planner's code: every lot
/// is followed apart, and units may be split and lots taken in any order.
/// </summary>
internal sealed class LotProgramme : IDisposable
{
    private readonly AllocationProblem problem;
    private readonly LinearModelBuilder model = new();
    private readonly List<(double Lower, double Upper, Dictionary<int, double> Entries)> rows = [];
    private readonly Dictionary<(int Lot, int Lane, int Day), int> flow = [];
    private readonly Dictionary<(int Lot, int Demand), int> use = [];
    private readonly Dictionary<(int Level, int Place, int Item), int> rates = [];
    private readonly Dictionary<int, double> demanded = [];
    private readonly Dictionary<int, double> held = [];
    private readonly HighsSolver solver;
    private int aim = -1;

    public LotProgramme(AllocationProblem problem)
    {
        this.problem = problem;
        AddFlows();
        AddDemands();
        for (int lot = 0; lot < problem.Lots.Length; lot++)
        {
            AddStock(lot);
        }

        AddLorries();
        foreach ((double lower, double upper, Dictionary<int, double> entries) in rows)
        {
            model.AddRow(lower, upper, [.. entries.Keys], [.. entries.Values]);
        }

        // Rates that were reached only within the solver's tolerance are held below; the reductions before the simplex method know no such tolerance.
        solver = new HighsSolver(model) { Presolve = false };
    }

    /// <summary>The (place, item) pairs with demand on a level.</summary>
    public (int Place, int Item)[] Pairs(int level) => [.. rates.Keys.Where(key => key.Level == level).Select(key => (key.Place, key.Item)).Order()];

    /// <summary>
    /// Leximin by the definition: the common rate of all open pairs is maximised, then every open pair is asked alone whether it can rise above
    /// it; those that cannot are settled. The rates stay held for the levels that follow.
    /// </summary>
    public Dictionary<(int Place, int Item), double> Leximin(int level)
    {
        int[] columns = [.. Pairs(level).Select(pair => rates[(level, pair.Place, pair.Item)])];
        var settled = new Dictionary<int, double>();
        int common = solver.AddColumn(0, 0, 1, [], []);

        // A small risk makes much of the tolerance within which the others are held.
        double stuckWithin = problem.Levels[level].Rule == FairnessRule.RiskWeighted ? 5e-5 : 1e-5;
        var ties = columns.ToDictionary(column => column, column => solver.AddRow(0, double.PositiveInfinity, [column, common], [1, -1]));
        while (settled.Count < columns.Length)
        {
            solver.ChangeColumnBounds(common, 0, 1);
            double rate = Highest(common);
            for (double margin = 2e-7; double.IsNaN(rate) && margin < 2e-6; margin *= 2)
            {
                // All that was reached within the tolerance is together just out of reach.
                foreach ((int column, double reached) in held)
                {
                    solver.ChangeColumnBounds(column, Math.Max(0, reached - margin), 1);
                }

                rate = Highest(common);
            }

            solver.ChangeColumnBounds(common, 0, 0);
            int[] open = [.. columns.Where(column => !settled.ContainsKey(column))];
            foreach (int column in open)
            {
                held[column] = rate;
                solver.ChangeColumnBounds(column, Math.Max(0, rate - 1e-7), 1);
            }

            int[] stuck = [.. open.Where(column => Highest(column) < rate + stuckWithin)];
            Assert.NotEmpty(stuck);
            foreach (int column in stuck)
            {
                settled[column] = rate;
                solver.ChangeRowBounds(ties[column], double.NegativeInfinity, double.PositiveInfinity);
            }
        }

        return Pairs(level).ToDictionary(pair => pair, pair => settled[rates[(level, pair.Place, pair.Item)]]);
    }

    /// <summary>The highest rate of a pair while the given pairs keep at least the given rates; <see langword="null"/> if they cannot.</summary>
    public double? Highest(int level, (int Place, int Item) raised, IReadOnlyDictionary<(int Place, int Item), double> kept)
    {
        foreach ((int Place, int Item) pair in Pairs(level))
        {
            solver.ChangeColumnBounds(rates[(level, pair.Place, pair.Item)], kept.TryGetValue(pair, out double rate) ? Math.Max(0, rate - 1e-7) : 0, 1);
        }

        double highest = Highest(rates[(level, raised.Place, raised.Item)]);
        return double.IsNaN(highest) ? null : highest;
    }

    /// <summary>The least sum of units demanded times the interpolated -ln of the rate, each the largest of its chords.</summary>
    public double LeastLogShortfall(int level)
    {
        foreach ((int place, int item) in Pairs(level))
        {
            int rate = rates[(level, place, item)];
            int shortfall = solver.AddColumn(demanded[rate], 0, double.PositiveInfinity, [], []);
            solver.AddRow(1 + Math.Log(100), double.PositiveInfinity, [shortfall, rate], [1, 100]);
            for (int k = 0; k < 20; k++)
            {
                double a = Math.Pow(10, (k - 20) / 10.0);
                double b = Math.Pow(10, (k - 19) / 10.0);
                double slope = Math.Log(b / a) / (b - a);
                solver.AddRow((slope * a) - Math.Log(a), double.PositiveInfinity, [shortfall, rate], [1, slope]);
            }
        }

        SolveOutcome outcome = solver.Solve(TestContext.Current.CancellationToken);
        Assert.Equal(SolveStatus.Optimal, outcome.Status);
        return outcome.Objective;
    }

    public void Dispose() => solver.Dispose();

    private double Highest(int column)
    {
        if (aim >= 0)
        {
            solver.ChangeColumnCost(aim, 0);
        }

        aim = column;
        solver.ChangeColumnCost(column, -1);
        SolveOutcome outcome = solver.Solve(TestContext.Current.CancellationToken);
        return outcome.Status == SolveStatus.Optimal ? -outcome.Objective : double.NaN;
    }

    private Dictionary<int, double> Row(double lower, double upper)
    {
        rows.Add((lower, upper, []));
        return rows[^1].Entries;
    }

    private bool IsUsable(int lot, int day) => problem.Lots[lot].AvailableDay <= day && problem.Lots[lot].LastUsableDay >= day;

    private void AddFlows()
    {
        for (int lot = 0; lot < problem.Lots.Length; lot++)
        {
            for (int lane = 0; lane < problem.Lanes.Length; lane++)
            {
                for (int day = 0; day + problem.Lanes[lane].LeadTimeDays < problem.Days; day++)
                {
                    if (IsUsable(lot, day) && IsUsable(lot, day + problem.Lanes[lane].LeadTimeDays))
                    {
                        flow[(lot, lane, day)] = model.AddColumn(0, 0, double.PositiveInfinity);
                    }
                }
            }
        }
    }

    private void AddDemands()
    {
        var rateRows = new Dictionary<int, Dictionary<int, double>>();
        int one = model.AddColumn(0, 1, 1);
        for (int j = 0; j < problem.Demands.Length; j++)
        {
            SupplyDemand demand = problem.Demands[j];
            int served = model.AddColumn(0, 0, demand.Units);
            foreach (ItemNeed need in demand.Needs.Where(_ => demand.Units > 0))
            {
                Dictionary<int, double> supplied = Row(0, 0);
                supplied[served] = -need.Quantity;
                for (int lot = 0; lot < problem.Lots.Length; lot++)
                {
                    if (problem.Lots[lot].Item == need.Item && IsUsable(lot, demand.Day))
                    {
                        use[(lot, j)] = model.AddColumn(0, 0, double.PositiveInfinity);
                        supplied[use[(lot, j)]] = 1;
                    }
                }

                if (!rates.TryGetValue((demand.Level, demand.Place, need.Item), out int rate))
                {
                    rate = rates[(demand.Level, demand.Place, need.Item)] = model.AddColumn(0, 0, 1);
                    rateRows[rate] = Row(0, 0);
                    rateRows[rate][rate] = 0;
                    rateRows[rate][one] = 0;
                    demanded[rate] = 0;
                }

                // The rate is 1 less the shortfall times its risk.
                double risk = problem.Levels[demand.Level].Rule == FairnessRule.RiskWeighted ? problem.PlaceRisks[demand.Place] : 1;
                demanded[rate] += need.Quantity * demand.Units;
                rateRows[rate][served] = risk * need.Quantity;
                rateRows[rate][rate] -= need.Quantity * demand.Units;
                rateRows[rate][one] += (1 - risk) * need.Quantity * demand.Units;
            }
        }
    }

    private void AddStock(int lot)
    {
        SupplyLot from = problem.Lots[lot];
        for (int place = 0; place < problem.Places.Length; place++)
        {
            int before = -1;
            for (int day = from.AvailableDay; day < problem.Days && day <= from.LastUsableDay; day++)
            {
                double arrives = place == from.Place && day == from.AvailableDay ? from.Quantity : 0;
                int stock = model.AddColumn(0, 0, double.PositiveInfinity);
                Dictionary<int, double> balance = Row(-arrives, -arrives);
                Dictionary<int, double> morning = Row(-arrives, double.PositiveInfinity);
                balance[stock] = -1;
                if (before >= 0)
                {
                    balance[before] = 1;
                    morning[before] = 1;
                }

                foreach (((int Lot, int Lane, int Day) key, int column) in flow.Where(entry => entry.Key.Lot == lot))
                {
                    TransportLane lane = problem.Lanes[key.Lane];
                    if (lane.To == place && key.Day + lane.LeadTimeDays == day)
                    {
                        balance[column] = 1;
                        if (lane.LeadTimeDays > 0)
                        {
                            morning[column] = 1;
                        }
                    }

                    if (lane.From == place && key.Day == day)
                    {
                        balance[column] = -1;
                        if (lane.LeadTimeDays == 0)
                        {
                            morning[column] = -1;
                        }
                    }
                }

                foreach (((int Lot, int Demand) key, int column) in use)
                {
                    if (key.Lot == lot && problem.Demands[key.Demand].Place == place && problem.Demands[key.Demand].Day == day)
                    {
                        balance[column] = -1;
                    }
                }

                before = stock;
            }
        }
    }

    private void AddLorries()
    {
        for (int lane = 0; lane < problem.Lanes.Length; lane++)
        {
            for (int day = 0; day < problem.Days && double.IsFinite(problem.Lanes[lane].CapacityPerDay); day++)
            {
                Dictionary<int, double> load = Row(double.NegativeInfinity, problem.Lanes[lane].CapacityPerDay);
                foreach (((int Lot, int Lane, int Day) key, int column) in flow.Where(entry => (entry.Key.Lane, entry.Key.Day) == (lane, day)))
                {
                    AllocationItem item = problem.Items[problem.Lots[key.Lot].Item];
                    load[column] = item.VolumePerPack / item.PackSize;
                }
            }
        }
    }
}

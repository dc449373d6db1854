using System.Collections.Immutable;
using System.Globalization;
using Readiness.Supplies;
using Readiness.Supplies.Flows;

namespace Readiness.Benchmarks.Tables.Supplies.Scale;

/// <summary>Replays the decisions of a solution day by day. It knows the instance and the decisions, and none of the planner's code.</summary>
internal static class ScaleEvaluator
{
    // Units may be split, so sums are rounded: this much is allowed per unit of the larger side, and as many units.
    private const double Tolerance = 1e-6;

    private const int MostFaults = 20;

    /// <summary>Cost of unserved units and transport.</summary>
    public static double Objective(WeightedAllocation instance, ScaleFlows flows)
    {
        AllocationProblem problem = instance.Problem;
        double cost = 0;
        for (int j = 0; j < problem.Demands.Length; j++)
        {
            SupplyDemand demand = problem.Demands[j];
            cost += instance.UnservedCosts[demand.Level] * demand.Weight * (demand.Units - flows.Served[j]);
        }

        foreach (LotTransfer transfer in flows.Transfers)
        {
            cost += instance.TransportFactor * problem.Lanes[transfer.Lane].CostPerUnit * transfer.Quantity;
        }

        return cost;
    }

    /// <summary>What is wrong with the decisions; empty if nothing is.</summary>
    public static ImmutableArray<string> Faults(WeightedAllocation instance, ScaleFlows flows)
    {
        AllocationProblem problem = instance.Problem;
        var faults = new List<string>();
        if (flows.Served.Count != problem.Demands.Length)
        {
            return [string.Create(CultureInfo.InvariantCulture, $"{flows.Served.Count} served figures for {problem.Demands.Length} demands")];
        }

        CheckTransfers(problem, flows, faults);
        CheckServed(problem, flows, faults);
        if (faults.Count == 0)
        {
            Replay(problem, flows, faults);
        }

        return [.. faults.Take(MostFaults)];
    }

    /// <summary>Lorries that take something, and those of them that are full within a thousandth.</summary>
    public static (int Used, int Full) Lorries(AllocationProblem problem, ScaleFlows flows)
    {
        Dictionary<(int Lane, int Day), double> loads = Loads(problem, flows);
        return (loads.Count, loads.Count(entry => entry.Value >= problem.Lanes[entry.Key.Lane].CapacityPerDay * 0.999));
    }

    private static Dictionary<(int Lane, int Day), double> Loads(AllocationProblem problem, ScaleFlows flows)
    {
        var loads = new Dictionary<(int Lane, int Day), double>();
        foreach (LotTransfer transfer in flows.Transfers)
        {
            AllocationItem item = problem.Items[transfer.Item];
            (int, int) key = (transfer.Lane, transfer.Day);
            loads[key] = loads.GetValueOrDefault(key) + (transfer.Quantity * item.VolumePerPack / item.PackSize);
        }

        return loads;
    }

    private static void CheckTransfers(AllocationProblem problem, ScaleFlows flows, List<string> faults)
    {
        foreach (LotTransfer transfer in flows.Transfers)
        {
            if ((uint)transfer.Lane >= (uint)problem.Lanes.Length || (uint)transfer.Item >= (uint)problem.Items.Length
                || (uint)transfer.Day >= (uint)problem.Days || !(transfer.Quantity >= 0))
            {
                faults.Add($"no such transfer: {transfer}");
                return;
            }
        }

        foreach (((int lane, int day), double load) in Loads(problem, flows))
        {
            double capacity = problem.Lanes[lane].CapacityPerDay;
            if (load > capacity + (Tolerance * Math.Max(1, capacity)))
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"lane {lane}, day {day}: {load} on a lorry that takes {capacity}"));
            }
        }
    }

    private static void CheckServed(AllocationProblem problem, ScaleFlows flows, List<string> faults)
    {
        var served = new Dictionary<(int Place, int Item, int Day), double>();
        for (int j = 0; j < problem.Demands.Length; j++)
        {
            SupplyDemand demand = problem.Demands[j];
            double units = flows.Served[j];
            if (!(units >= -Tolerance) || units > demand.Units + Tolerance)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"demand {j}: {units} served of {demand.Units}"));
            }

            foreach (ItemNeed need in demand.Needs)
            {
                var key = (demand.Place, need.Item, demand.Day);
                served[key] = served.GetValueOrDefault(key) + (units * need.Quantity);
            }
        }

        foreach (LotUse use in flows.Uses)
        {
            var key = (use.Place, use.Item, use.Day);
            served[key] = served.GetValueOrDefault(key) - use.Quantity;
            if (!(use.Quantity >= 0))
            {
                faults.Add($"no such use: {use}");
            }
        }

        foreach (((int place, int item, int day), double rest) in served)
        {
            if (Math.Abs(rest) > 100 * Tolerance)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"place {place}, item {item}, day {day}: served is {rest} more than is used up"));
            }
        }
    }

    private static void Replay(AllocationProblem problem, ScaleFlows flows, List<string> faults)
    {
        var stock = new Dictionary<(int Place, int Item, int Class), double>();
        ILookup<int, SupplyLot> lots = problem.Lots.ToLookup(static lot => lot.AvailableDay);
        ILookup<int, LotTransfer> dispatched = flows.Transfers.ToLookup(static transfer => transfer.Day);
        ILookup<int, LotTransfer> received = flows.Transfers.ToLookup(transfer => transfer.Day + problem.Lanes[transfer.Lane].LeadTimeDays);
        ILookup<int, LotUse> used = flows.Uses.ToLookup(static use => use.Day);
        for (int day = 0; day < problem.Days; day++)
        {
            foreach (SupplyLot lot in lots[day].Where(lot => lot.LastUsableDay >= day))
            {
                Change(lot.Place, lot.Item, Math.Min(lot.LastUsableDay, problem.Days), lot.Quantity);
            }

            Receive(sameDay: false);
            Dispatch(sameDay: true);
            Receive(sameDay: true);
            foreach (LotUse use in used[day])
            {
                Take(use.Place, use.Item, use.LastUsableDay, use.Quantity, day, "used up");
            }

            Dispatch(sameDay: false);

            void Receive(bool sameDay)
            {
                foreach (LotTransfer transfer in received[day].Where(transfer => transfer.Day == day == sameDay))
                {
                    Change(problem.Lanes[transfer.Lane].To, transfer.Item, transfer.LastUsableDay, transfer.Quantity);
                }
            }

            void Dispatch(bool sameDay)
            {
                foreach (LotTransfer transfer in dispatched[day].Where(transfer => problem.Lanes[transfer.Lane].LeadTimeDays == 0 == sameDay))
                {
                    int arrival = day + problem.Lanes[transfer.Lane].LeadTimeDays;
                    Take(problem.Lanes[transfer.Lane].From, transfer.Item, transfer.LastUsableDay, transfer.Quantity, arrival, "sent");
                }
            }
        }

        void Change(int place, int item, int last, double units) =>
            stock[(place, item, last)] = stock.GetValueOrDefault((place, item, last)) + units;

        void Take(int place, int item, int last, double units, int usableOn, string what)
        {
            double have = stock.GetValueOrDefault((place, item, last));
            if (usableOn > last || units > have + (Tolerance * Math.Max(100, have)))
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"place {place}, item {item}, last usable day {last}: {units} {what}, of {have} there are, for day {usableOn}"));
            }

            stock[(place, item, last)] = have - units;
        }
    }
}

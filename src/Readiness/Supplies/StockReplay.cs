namespace Readiness.Supplies;

/// <summary>The auditor's own replay of a plan: lot by lot, day by day, first expired first out.</summary>
/// <remarks>What cannot be carried out is reported and done as far as possible, so that one mistake does not hide the next.</remarks>
internal sealed class StockReplay
{
    private readonly AllocationProblem problem;
    private readonly SupplyPlan plan;
    private readonly Action<RuleViolation> report;

    // Usable units by (place, item), keyed by the last usable day.
    private readonly Dictionary<(int Place, int Item), SortedDictionary<int, long>> stock = [];
    private readonly Dictionary<int, List<(int Place, int Item, int Last, long Units)>> arrivals = [];

    // Of the current day: what of a pair was taken by those who may not break its reserve, was dispatched on longer lanes, was on its last usable day.
    private readonly Dictionary<(int Place, int Item), (long Restricted, long Dispatched, long TakenOnLastDay)> today = [];

    // Places to which a transfer of something with a volume comes, by day.
    private readonly HashSet<(int Place, int Day)> receiving = [];

    private ILookup<int, AlternativeUse> alternatives = Array.Empty<AlternativeUse>().ToLookup(use => use.Demand);

    public StockReplay(AllocationProblem problem, SupplyPlan plan, Action<RuleViolation> report)
    {
        this.problem = problem;
        this.plan = plan;
        this.report = report;
    }

    /// <summary>Units that expired inside the horizon.</summary>
    public long Expired { get; private set; }

    /// <summary>Transported units times cost, of all well-formed transfers.</summary>
    public double Transport { get; private set; }

    /// <summary>Replays the whole horizon.</summary>
    public void Run()
    {
        CheckServed();
        alternatives = AlternativeReplay.Check(problem, plan, report).ToLookup(use => use.Demand);
        ILookup<int, Transfer> transfers = TransferReplay.Check(problem, plan, report).ToLookup(transfer => transfer.Day);
        Transport = transfers.SelectMany(day => day).Sum(transfer => transfer.Quantity * problem.Lanes[transfer.Lane].CostPerUnit);
        foreach (SupplyLot lot in problem.Lots.Concat(ShipmentReplay.Lots(problem)).Concat(PurchaseReplay.Check(problem, plan, report)))
        {
            Arrive(lot.AvailableDay, lot.Place, lot.Item, lot.LastUsableDay, lot.Quantity);
        }

        ILookup<int, int> demands = Enumerable.Range(0, Math.Min(problem.Demands.Length, plan.Served.Length)).ToLookup(j => problem.Demands[j].Day);
        for (int day = 0; day < problem.Days; day++)
        {
            Receive(day);
            Transfer[] today = [.. transfers[day].OrderBy(transfer => transfer.Lane).ThenBy(transfer => transfer.Item)];
            Transfer[] sameDay = [.. today.Where(transfer => problem.Lanes[transfer.Lane].LeadTimeDays == 0)];
            foreach (Transfer transfer in sameDay)
            {
                Dispatch(transfer, "morningStock");
            }

            Receive(day);
            foreach (int j in demands[day])
            {
                Serve(j);
            }

            foreach (Transfer transfer in today.Where(transfer => problem.Lanes[transfer.Lane].LeadTimeDays > 0))
            {
                Dispatch(transfer, "dispatchStock");
            }

            CheckReserves(day);
            Expire(day);
            CheckStorage(day);
        }
    }

    private void CheckServed()
    {
        if (plan.Served.Length != problem.Demands.Length)
        {
            report(new RuleViolation("servedCount", "served", null, $"There are {problem.Demands.Length} demands, but {plan.Served.Length} served figures."));
        }

        for (int j = 0; j < Math.Min(plan.Served.Length, problem.Demands.Length); j++)
        {
            SupplyDemand demand = problem.Demands[j];
            if (plan.Served[j] < 0 || plan.Served[j] > demand.Units)
            {
                report(new RuleViolation("servedRange", $"{j}", demand.Day, $"{plan.Served[j]} units served of {demand.Units} wanted."));
            }
        }
    }

    private void Arrive(int day, int place, int item, int last, long units)
    {
        if (!arrivals.TryGetValue(day, out List<(int, int, int, long)>? list))
        {
            arrivals[day] = list = [];
        }

        list.Add((place, item, last, units));
    }

    private void Receive(int day)
    {
        if (!arrivals.Remove(day, out List<(int Place, int Item, int Last, long Units)>? list))
        {
            return;
        }

        foreach ((int place, int item, int last, long units) in list)
        {
            // A lot that comes in after its last usable day is waste from the start.
            if (last < day)
            {
                Expired += units;
                continue;
            }

            if (!stock.TryGetValue((place, item), out SortedDictionary<int, long>? lots))
            {
                stock[(place, item)] = lots = [];
            }

            lots[last] = lots.GetValueOrDefault(last) + units;
        }
    }

    private void Serve(int demand)
    {
        SupplyDemand wanted = problem.Demands[demand];
        long regular = Math.Max(0, plan.Served[demand]);
        var used = new SortedDictionary<int, long>();
        foreach (AlternativeUse use in alternatives[demand])
        {
            DemandAlternative other = wanted.Alternatives[use.Alternative];
            regular = Math.Max(0, regular - use.Units);
            foreach (ItemNeed need in other.Needs)
            {
                used[need.Item] = used.GetValueOrDefault(need.Item) + (need.Quantity * (long)Math.Ceiling((decimal)use.Units / other.UnitsPerBatch));
            }
        }

        foreach (ItemNeed need in wanted.Needs)
        {
            used[need.Item] = used.GetValueOrDefault(need.Item) + (need.Quantity * regular);
        }

        foreach ((int item, long units) in used)
        {
            var need = new ItemNeed(item, 1);
            var taken = new List<(int Last, long Units)>();
            long missing = Take(wanted.Place, need.Item, units, wanted.Day, taken);
            bool mayBreak = problem.Reserves.Any(reserve => reserve.Place == wanted.Place && reserve.Item == need.Item && wanted.Level <= reserve.LastLevel);
            Note(wanted.Place, need.Item, wanted.Day, taken, mayBreak ? 0 : units - missing, 0);
            if (missing > 0)
            {
                report(new RuleViolation(
                    "servedStock", $"{demand}/{need.Item}", wanted.Day,
                    $"{units} units of '{problem.Items[need.Item].Name}' served at '{problem.Places[wanted.Place]}', {missing} more than there are."));
            }
        }
    }

    private void Dispatch(Transfer transfer, string rule)
    {
        TransportLane lane = problem.Lanes[transfer.Lane];
        var taken = new List<(int Last, long Units)>();
        long arrival = (long)transfer.Day + lane.LeadTimeDays;
        long missing = Take(lane.From, transfer.Item, transfer.Quantity, arrival, taken);
        long sent = transfer.Quantity - missing;
        Note(lane.From, transfer.Item, transfer.Day, taken, lane.LeadTimeDays == 0 ? sent : 0, lane.LeadTimeDays == 0 ? 0 : sent);
        if (missing > 0)
        {
            report(new RuleViolation(
                rule, $"{transfer.Lane}/{transfer.Item}", transfer.Day,
                $"{transfer.Quantity} units of '{problem.Items[transfer.Item].Name}' dispatched from '{problem.Places[lane.From]}', {missing} more than there are usable on arrival."));
        }

        if (arrival < problem.Days)
        {
            if (taken.Count > 0 && problem.Items[transfer.Item].VolumePerPack > 0)
            {
                receiving.Add((lane.To, (int)arrival));
            }

            foreach ((int last, long units) in taken)
            {
                Arrive((int)arrival, lane.To, transfer.Item, last, units);
            }
        }
    }

    // Takes the units that expire first among those usable on the given day, and returns how many are missing.
    private long Take(int place, int item, long units, long usableOn, List<(int Last, long Units)> taken)
    {
        if (units > 0 && stock.TryGetValue((place, item), out SortedDictionary<int, long>? lots))
        {
            foreach (int last in lots.Keys.Where(last => last >= usableOn).ToArray())
            {
                long part = Math.Min(units, lots[last]);
                if (part == 0)
                {
                    continue;
                }

                lots[last] -= part;
                units -= part;
                taken.Add((last, part));
                if (units == 0)
                {
                    break;
                }
            }
        }

        return units;
    }

    private void Note(int place, int item, int day, List<(int Last, long Units)> taken, long restricted, long dispatched)
    {
        (long Restricted, long Dispatched, long TakenOnLastDay) before = today.GetValueOrDefault((place, item));
        long onLastDay = taken.Where(part => part.Last == day).Sum(part => part.Units);
        today[(place, item)] = (before.Restricted + restricted, before.Dispatched + dispatched, before.TakenOnLastDay + onLastDay);
    }

    private void CheckReserves(int day)
    {
        foreach (StockReserve reserve in problem.Reserves)
        {
            (int, int) pair = (reserve.Place, reserve.Item);
            (long restricted, long dispatched, long takenOnLastDay) = today.GetValueOrDefault(pair);
            long left = 0;
            long onLastDay = takenOnLastDay;
            if (stock.TryGetValue(pair, out SortedDictionary<int, long>? lots))
            {
                left = lots.Where(lot => lot.Key > day).Sum(lot => lot.Value);
                onLastDay += lots.GetValueOrDefault(day);
            }

            if (left < reserve.Quantity && (dispatched > 0 || restricted > onLastDay))
            {
                report(new RuleViolation(
                    "reserve", $"{reserve.Place}/{reserve.Item}", day,
                    $"{dispatched + restricted} units of '{problem.Items[reserve.Item].Name}' taken at '{problem.Places[reserve.Place]}' where only {left} are left of a reserve of {reserve.Quantity}."));
            }
        }

        today.Clear();
    }

    private void Expire(int day)
    {
        foreach (SortedDictionary<int, long> lots in stock.Values)
        {
            if (lots.Remove(day, out long units))
            {
                Expired += units;
            }
        }
    }

    private void CheckStorage(int day)
    {
        foreach (StorageLimit limit in problem.StorageLimits)
        {
            if (!receiving.Contains((limit.Place, day)))
            {
                continue;
            }

            double volume = stock.Where(entry => entry.Key.Place == limit.Place)
                .Sum(entry => (double)entry.Value.Values.Sum() / problem.Items[entry.Key.Item].PackSize * problem.Items[entry.Key.Item].VolumePerPack);
            if (volume > limit.Volume + (1e-6 * Math.Max(1, limit.Volume)))
            {
                report(new RuleViolation(
                    "storage", $"{limit.Place}", day,
                    $"A volume of {volume} at '{problem.Places[limit.Place]}', which has room for {limit.Volume}, after a transfer came in."));
            }
        }
    }
}

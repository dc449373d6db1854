namespace Readiness.Supplies;

/// <summary>The auditor's own check of transfers one by one, and of the loads of lanes.</summary>
internal static class TransferReplay
{
    /// <summary>Reports what is wrong, and returns the transfers that can be followed.</summary>
    public static List<Transfer> Check(AllocationProblem problem, SupplyPlan plan, Action<RuleViolation> report)
    {
        var sound = new List<Transfer>();
        var seen = new HashSet<(int, int, int)>();
        var loads = new SortedDictionary<(int Lane, int Day), double>();
        foreach (Transfer transfer in plan.Transfers)
        {
            string subject = $"{transfer.Lane}/{transfer.Item}";
            if ((uint)transfer.Lane >= (uint)problem.Lanes.Length || (uint)transfer.Item >= (uint)problem.Items.Length || (uint)transfer.Day >= (uint)problem.Days)
            {
                report(new RuleViolation("transferIndex", subject, transfer.Day, $"There is no lane {transfer.Lane}, item {transfer.Item} or day {transfer.Day}."));
                continue;
            }

            if (!seen.Add((transfer.Lane, transfer.Item, transfer.Day)))
            {
                report(new RuleViolation("transferUnique", subject, transfer.Day, "The same lane, item and day appear twice."));
            }

            long pack = problem.Items[transfer.Item].PackSize;
            if (transfer.Quantity <= 0 || transfer.Quantity % pack != 0)
            {
                report(new RuleViolation("wholePacks", subject, transfer.Day, $"{transfer.Quantity} units are not a positive number of packs of {pack}."));
                if (transfer.Quantity <= 0)
                {
                    continue;
                }
            }

            if (transfer.Quantity < problem.Lanes[transfer.Lane].MinimumUnits)
            {
                report(new RuleViolation(
                    "minimumTransfer", subject, transfer.Day, $"{transfer.Quantity} units on a lane that takes at least {problem.Lanes[transfer.Lane].MinimumUnits} at a time."));
            }

            (int, int) key = (transfer.Lane, transfer.Day);
            loads[key] = loads.GetValueOrDefault(key) + ((double)transfer.Quantity / pack * problem.Items[transfer.Item].VolumePerPack);
            sound.Add(transfer);
        }

        foreach (((int lane, int day), double load) in loads)
        {
            double capacity = problem.Lanes[lane].CapacityPerDay;
            if (load > capacity + (1e-9 * Math.Max(1, capacity)))
            {
                report(new RuleViolation("laneCapacity", $"{lane}", day, $"A volume of {load} on a lane that takes {capacity}."));
            }
        }

        return sound;
    }
}

using System.Text;

namespace Readiness.Supplies;

/// <summary>Checks that an <see cref="AllocationProblem"/> is well formed.</summary>
internal static class AllocationRules
{
    /// <summary>Sums stay exact in doubles and 64-bit integers below this quantity.</summary>
    private const long LargestQuantity = 1_000_000_000_000;

    private const int MessagesShown = 50;

    /// <summary>Throws one exception that lists everything that is wrong.</summary>
    /// <exception cref="ArgumentException">The problem is not well formed.</exception>
    public static void ThrowIfMalformed(AllocationProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var errors = new List<string>();
        if (problem.Places.IsDefault || problem.Items.IsDefault || problem.Lots.IsDefault || problem.Lanes.IsDefault
            || problem.Levels.IsDefault || problem.Demands.IsDefault || problem.Reserves.IsDefault
            || problem.StorageLimits.IsDefault || problem.PlaceRisks.IsDefault || problem.Offers.IsDefault || problem.Budgets.IsDefault || problem.Shipments.IsDefault
            || problem.Pins.IsDefault)
        {
            throw new ArgumentException("Every list of the problem must be initialised.", nameof(problem));
        }

        if (problem.Days is < 1 or > 3660)
        {
            errors.Add($"Days is {problem.Days}; it must be 1 to 3660.");
        }

        CheckRisks(problem, errors);
        CheckItems(problem, errors);
        CheckLevels(problem, errors);
        CheckLots(problem, errors);
        ShipmentRules.Check(problem, LargestQuantity, errors);
        OfferRules.Check(problem, LargestQuantity, errors);
        CheckLanes(problem, errors);
        CheckDemands(problem, errors);
        CheckReserves(problem, errors);
        CheckStorage(problem, errors);
        PinRules.Check(problem, errors);
        if (errors.Count > 0)
        {
            var message = new StringBuilder("The allocation problem is malformed: ");
            message.AppendJoin(' ', errors.Take(MessagesShown));
            if (errors.Count > MessagesShown)
            {
                message.Append(' ').Append(errors.Count - MessagesShown).Append(" more.");
            }

            throw new ArgumentException(message.ToString(), nameof(problem));
        }
    }

    private static void CheckRisks(AllocationProblem problem, List<string> errors)
    {
        if (!problem.PlaceRisks.IsEmpty && problem.PlaceRisks.Length != problem.Places.Length)
        {
            errors.Add($"PlaceRisks has {problem.PlaceRisks.Length} entries; it must have one for each of the {problem.Places.Length} places, or none.");
        }

        for (int i = 0; i < problem.PlaceRisks.Length; i++)
        {
            if (!(problem.PlaceRisks[i] is >= 0.01 and <= 1))
            {
                errors.Add($"PlaceRisks[{i}] is {problem.PlaceRisks[i]}; it must be 0.01 to 1.");
            }
        }
    }

    private static void CheckItems(AllocationProblem problem, List<string> errors)
    {
        for (int i = 0; i < problem.Items.Length; i++)
        {
            AllocationItem item = problem.Items[i];
            if (item.PackSize is < 1 or > LargestQuantity)
            {
                errors.Add($"Items[{i}].PackSize is {item.PackSize}; it must be 1 to 1e12.");
            }

            if (!(item.VolumePerPack >= 0) || double.IsInfinity(item.VolumePerPack))
            {
                errors.Add($"Items[{i}].VolumePerPack is {item.VolumePerPack}; it must be 0 or more and finite.");
            }
        }
    }

    private static void CheckLevels(AllocationProblem problem, List<string> errors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { SupplyEvaluation.SubstitutedLevel, SupplyEvaluation.SpendingLevel, SupplyEvaluation.ExpiredLevel, SupplyEvaluation.TransportLevel };
        for (int i = 0; i < problem.Levels.Length; i++)
        {
            DemandLevel level = problem.Levels[i];
            if (!Enum.IsDefined(level.Rule))
            {
                errors.Add($"Levels[{i}].Rule is {(int)level.Rule}; there is no such rule.");
            }

            bool known = !names.Add(level.Name);
            if (level.Rule == FairnessRule.Proportional)
            {
                known |= !names.Add(level.Name + SupplyEvaluation.LogShortfallSuffix);
            }

            if (level.Fair)
            {
                known |= !names.Add(level.Name + SupplyEvaluation.WorstShortfallSuffix);
            }

            if (known)
            {
                errors.Add($"Levels[{i}].Name '{level.Name}' is taken; level names must differ from each other, from '{SupplyEvaluation.SubstitutedLevel}', '{SupplyEvaluation.SpendingLevel}', '{SupplyEvaluation.ExpiredLevel}' and '{SupplyEvaluation.TransportLevel}'.");
            }
        }
    }

    private static void CheckLots(AllocationProblem problem, List<string> errors)
    {
        for (int i = 0; i < problem.Lots.Length; i++)
        {
            SupplyLot lot = problem.Lots[i];
            CheckIndex(lot.Place, problem.Places.Length, $"Lots[{i}].Place", errors);
            CheckIndex(lot.Item, problem.Items.Length, $"Lots[{i}].Item", errors);
            if (lot.Quantity is < 0 or > LargestQuantity)
            {
                errors.Add($"Lots[{i}].Quantity is {lot.Quantity}; it must be 0 to 1e12.");
            }

            if (lot.AvailableDay < 0)
            {
                errors.Add($"Lots[{i}].AvailableDay is {lot.AvailableDay}; it must be 0 or more.");
            }
        }
    }

    private static void CheckLanes(AllocationProblem problem, List<string> errors)
    {
        for (int i = 0; i < problem.Lanes.Length; i++)
        {
            TransportLane lane = problem.Lanes[i];
            CheckIndex(lane.From, problem.Places.Length, $"Lanes[{i}].From", errors);
            CheckIndex(lane.To, problem.Places.Length, $"Lanes[{i}].To", errors);
            if (lane.From == lane.To)
            {
                errors.Add($"Lanes[{i}] leads from place {lane.From} to itself.");
            }

            if (lane.LeadTimeDays < 0)
            {
                errors.Add($"Lanes[{i}].LeadTimeDays is {lane.LeadTimeDays}; it must be 0 or more.");
            }

            if (lane.MinimumUnits is < 0 or > LargestQuantity)
            {
                errors.Add($"Lanes[{i}].MinimumUnits is {lane.MinimumUnits}; it must be 0 to 1e12.");
            }

            if (!(lane.CapacityPerDay >= 0))
            {
                errors.Add($"Lanes[{i}].CapacityPerDay is {lane.CapacityPerDay}; it must be 0 or more.");
            }

            if (!(lane.CostPerUnit >= 0) || double.IsInfinity(lane.CostPerUnit))
            {
                errors.Add($"Lanes[{i}].CostPerUnit is {lane.CostPerUnit}; it must be 0 or more and finite.");
            }
        }
    }

    private static void CheckDemands(AllocationProblem problem, List<string> errors)
    {
        var seen = new HashSet<int>();
        for (int i = 0; i < problem.Demands.Length; i++)
        {
            SupplyDemand demand = problem.Demands[i];
            CheckIndex(demand.Place, problem.Places.Length, $"Demands[{i}].Place", errors);
            CheckIndex(demand.Day, problem.Days, $"Demands[{i}].Day", errors);
            CheckIndex(demand.Level, problem.Levels.Length, $"Demands[{i}].Level", errors);
            if (demand.Units is < 0 or > LargestQuantity)
            {
                errors.Add($"Demands[{i}].Units is {demand.Units}; it must be 0 to 1e12.");
            }

            if (!(demand.Weight > 0) || double.IsInfinity(demand.Weight))
            {
                errors.Add($"Demands[{i}].Weight is {demand.Weight}; it must be more than 0 and finite.");
            }

            AlternativeRules.Check(problem, i, LargestQuantity, errors);
            if (demand.Needs.IsDefaultOrEmpty)
            {
                errors.Add($"Demands[{i}].Needs is empty; a unit must use up at least one item.");
                continue;
            }

            seen.Clear();
            for (int n = 0; n < demand.Needs.Length; n++)
            {
                ItemNeed need = demand.Needs[n];
                CheckIndex(need.Item, problem.Items.Length, $"Demands[{i}].Needs[{n}].Item", errors);
                if (!seen.Add(need.Item))
                {
                    errors.Add($"Demands[{i}].Needs[{n}].Item is {need.Item} again; each item may be named once.");
                }

                if (need.Quantity < 1 || (Int128)need.Quantity * demand.Units > LargestQuantity)
                {
                    errors.Add($"Demands[{i}].Needs[{n}].Quantity is {need.Quantity}; it must be 1 or more and at most 1e12 over all units.");
                }
            }
        }
    }

    private static void CheckReserves(AllocationProblem problem, List<string> errors)
    {
        var seen = new HashSet<(int, int)>();
        for (int i = 0; i < problem.Reserves.Length; i++)
        {
            StockReserve reserve = problem.Reserves[i];
            CheckIndex(reserve.Place, problem.Places.Length, $"Reserves[{i}].Place", errors);
            CheckIndex(reserve.Item, problem.Items.Length, $"Reserves[{i}].Item", errors);
            if (reserve.Quantity is < 0 or > LargestQuantity)
            {
                errors.Add($"Reserves[{i}].Quantity is {reserve.Quantity}; it must be 0 to 1e12.");
            }

            if (reserve.LastLevel < -1 || reserve.LastLevel >= problem.Levels.Length)
            {
                errors.Add($"Reserves[{i}].LastLevel is {reserve.LastLevel}; it must be -1 to {problem.Levels.Length - 1}.");
            }

            if (!seen.Add((reserve.Place, reserve.Item)))
            {
                errors.Add($"Reserves[{i}] is for place {reserve.Place} and item {reserve.Item} again; each pair may have one reserve.");
            }
        }
    }

    private static void CheckStorage(AllocationProblem problem, List<string> errors)
    {
        var seen = new HashSet<int>();
        for (int i = 0; i < problem.StorageLimits.Length; i++)
        {
            StorageLimit limit = problem.StorageLimits[i];
            CheckIndex(limit.Place, problem.Places.Length, $"StorageLimits[{i}].Place", errors);
            if (!(limit.Volume >= 0) || double.IsInfinity(limit.Volume))
            {
                errors.Add($"StorageLimits[{i}].Volume is {limit.Volume}; it must be 0 or more and finite.");
            }

            if (!seen.Add(limit.Place))
            {
                errors.Add($"StorageLimits[{i}] is for place {limit.Place} again; each place may have one limit.");
            }
        }
    }

    private static void CheckIndex(int value, int count, string name, List<string> errors)
    {
        if ((uint)value >= (uint)count)
        {
            errors.Add(count == 0 ? $"{name} is {value}, but there are none." : $"{name} is {value}; it must be 0 to {count - 1}.");
        }
    }
}

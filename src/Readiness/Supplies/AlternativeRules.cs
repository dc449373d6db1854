namespace Readiness.Supplies;

/// <summary>Checks the alternatives of demands.</summary>
internal static class AlternativeRules
{
    /// <summary>Adds everything that is wrong with the alternatives of a demand to the errors.</summary>
    public static void Check(AllocationProblem problem, int demand, long largest, List<string> errors)
    {
        SupplyDemand wanted = problem.Demands[demand];
        if (wanted.Alternatives.IsDefault)
        {
            errors.Add($"Demands[{demand}].Alternatives must be initialised.");
            return;
        }

        for (int k = 0; k < wanted.Alternatives.Length; k++)
        {
            DemandAlternative other = wanted.Alternatives[k];
            string name = $"Demands[{demand}].Alternatives[{k}]";
            if (other.UnitsPerBatch < 1 || other.UnitsPerBatch > largest)
            {
                errors.Add($"{name}.UnitsPerBatch is {other.UnitsPerBatch}; it must be 1 to 1e12.");
                continue;
            }

            if (other.MostUnits < 0)
            {
                errors.Add($"{name}.MostUnits is {other.MostUnits}; it must be 0 or more.");
            }

            if (!(other.Weight > 0) || double.IsInfinity(other.Weight))
            {
                errors.Add($"{name}.Weight is {other.Weight}; it must be more than 0 and finite.");
            }

            CheckNeeds(problem, wanted, other, name, largest, errors);
        }
    }

    private static void CheckNeeds(AllocationProblem problem, SupplyDemand wanted, DemandAlternative other, string name, long largest, List<string> errors)
    {
        if (other.Needs.IsDefaultOrEmpty)
        {
            errors.Add($"{name}.Needs is empty; a batch must use up at least one item.");
            return;
        }

        for (int n = 0; n < other.Needs.Length; n++)
        {
            ItemNeed need = other.Needs[n];
            if ((uint)need.Item >= (uint)problem.Items.Length)
            {
                errors.Add($"{name}.Needs[{n}].Item is {need.Item}; there are {problem.Items.Length} items.");
            }

            if (other.Needs.Take(n).Any(before => before.Item == need.Item))
            {
                errors.Add($"{name}.Needs[{n}].Item is {need.Item} again; each item may be named once.");
            }

            Int128 batches = ((Int128)wanted.Units + other.UnitsPerBatch - 1) / other.UnitsPerBatch;
            if (need.Quantity < 1 || need.Quantity * batches > largest)
            {
                errors.Add($"{name}.Needs[{n}].Quantity is {need.Quantity}; it must be 1 or more and at most 1e12 over all batches.");
            }
        }
    }
}

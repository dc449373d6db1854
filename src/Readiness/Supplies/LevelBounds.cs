namespace Readiness.Supplies;

/// <summary>Proves, step by step, how low any plan could be that keeps the steps before at what the plan reaches.</summary>
/// <remarks>
/// Another plan may keep the total of a step and yet share it differently among the parts. In a part it can then exceed what this plan
/// has there by at most what the other parts could save, their values less their bounds; so much is allowed to every part when
/// the next step is bounded. Once all parts are proven, nothing has to be allowed and the bounds are those of the integer programme.
/// </remarks>
internal static class LevelBounds
{
    /// <summary>Objective of a step over all parts.</summary>
    public static double Objective(ObjectiveStage step, PartSolve[] parts) =>
        step.Kind == StageKind.Worst ? parts.Max(part => step.Of(part.Plan.Value)) : parts.Sum(part => step.Of(part.Plan.Value));

    /// <summary>Value and bound of every step.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="parts">Its parts with their plans.</param>
    /// <param name="forEach">Runs an action on all parts, possibly side by side.</param>
    public static LevelProof[] Prove(AllocationProblem problem, PartSolve[] parts, Action<Action<PartSolve>> forEach)
    {
        ObjectiveStage[] steps = ObjectiveStage.All(problem);
        var proofs = new LevelProof[steps.Length];
        bool proven = true;
        for (int k = 0; k < steps.Length; k++)
        {
            ObjectiveStage step = steps[k];
            var bounds = new Dictionary<PartSolve, double>();
            int index = k;
            bool allProven = proven;
            forEach(part =>
            {
                double bound = part.Bound(step, index, allProven);
                lock (bounds)
                {
                    bounds[part] = bound;
                }
            });

            double objective = Objective(step, parts);
            double total = step.Kind == StageKind.Worst ? parts.Max(part => bounds[part]) : parts.Sum(part => bounds[part]);
            proofs[k] = new LevelProof(step.NameIn(problem), objective, Math.Min(objective, total));
            double slack = parts.Sum(part => step.Of(part.Plan.Value) - bounds[part]);
            foreach (PartSolve part in parts)
            {
                double value = step.Of(part.Plan.Value);
                part.Allow(step, step.Kind == StageKind.Worst ? objective : value + slack - (value - bounds[part]));
                proven &= IsProven(part, step, index, bounds[part]);
            }
        }

        return proofs;
    }

    private static bool IsProven(PartSolve part, ObjectiveStage step, int index, double bound)
    {
        double value = step.Of(part.Plan.Value);
        if (step.Kind == StageKind.Worst)
        {
            // A shortfall of zero leaves no other rates; otherwise all of them must be proven, not only the lowest.
            return value <= 1e-9 || (part.Exact?.IsProven(part.Plan.Value, index) ?? false);
        }

        return value - bound <= 1e-6 * Math.Max(1, Math.Abs(value));
    }
}

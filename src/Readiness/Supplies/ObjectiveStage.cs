namespace Readiness.Supplies;

/// <summary>What one step of the lexicographic objective minimises.</summary>
internal enum StageKind
{
    /// <summary>Logarithmic shortfall of a proportional level.</summary>
    Logarithm,

    /// <summary>1 - lowest fill rate of a fair level.</summary>
    Worst,

    /// <summary>Weighted unserved units of a level.</summary>
    Unserved,

    /// <summary>Weighted units served by alternatives.</summary>
    Substituted,

    /// <summary>Prices of what is bought.</summary>
    Spending,

    /// <summary>Expired units.</summary>
    Expired,

    /// <summary>Transport cost.</summary>
    Transport,
}

/// <summary>One step of the lexicographic objective.</summary>
/// <param name="Kind">What is minimised.</param>
/// <param name="Level">Level of the problem, or -1.</param>
internal readonly record struct ObjectiveStage(StageKind Kind, int Level)
{
    /// <summary>All steps, most important first, in the order of the proof.</summary>
    public static ObjectiveStage[] All(AllocationProblem problem)
    {
        var stages = new List<ObjectiveStage>();
        for (int level = 0; level < problem.Levels.Length; level++)
        {
            if (problem.Levels[level].Rule == FairnessRule.Proportional)
            {
                stages.Add(new ObjectiveStage(StageKind.Logarithm, level));
            }

            if (problem.Levels[level].Fair)
            {
                stages.Add(new ObjectiveStage(StageKind.Worst, level));
            }

            stages.Add(new ObjectiveStage(StageKind.Unserved, level));
        }

        if (problem.Demands.Any(demand => demand.Alternatives.Length > 0))
        {
            stages.Add(new ObjectiveStage(StageKind.Substituted, -1));
        }

        if (problem.Offers.Length > 0)
        {
            stages.Add(new ObjectiveStage(StageKind.Spending, -1));
        }

        stages.Add(new ObjectiveStage(StageKind.Expired, -1));
        stages.Add(new ObjectiveStage(StageKind.Transport, -1));
        return [.. stages];
    }

    /// <summary>Name of the step in the proof.</summary>
    public string NameIn(AllocationProblem problem) => Kind switch
    {
        StageKind.Logarithm => problem.Levels[Level].Name + SupplyEvaluation.LogShortfallSuffix,
        StageKind.Worst => problem.Levels[Level].Name + SupplyEvaluation.WorstShortfallSuffix,
        StageKind.Unserved => problem.Levels[Level].Name,
        StageKind.Substituted => SupplyEvaluation.SubstitutedLevel,
        StageKind.Spending => SupplyEvaluation.SpendingLevel,
        StageKind.Expired => SupplyEvaluation.ExpiredLevel,
        _ => SupplyEvaluation.TransportLevel,
    };

    /// <summary>The step's value in a plan.</summary>
    public double Of(PlanValue value) => Kind switch
    {
        StageKind.Logarithm => value.LogShortfall[Level],
        StageKind.Worst => value.WorstShortfall(Level),
        StageKind.Unserved => value.Unserved[Level],
        StageKind.Substituted => value.Substituted,
        StageKind.Spending => value.Spending,
        StageKind.Expired => value.Expired,
        _ => value.Transport,
    };
}

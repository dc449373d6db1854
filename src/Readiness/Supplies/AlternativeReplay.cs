namespace Readiness.Supplies;

/// <summary>The auditor's own check of what alternatives serve.</summary>
internal static class AlternativeReplay
{
    /// <summary>The alternative that an entry names, or <see langword="null"/> if there is none.</summary>
    public static DemandAlternative? Of(AllocationProblem problem, AlternativeUse use) =>
        (uint)use.Demand < (uint)problem.Demands.Length && (uint)use.Alternative < (uint)problem.Demands[use.Demand].Alternatives.Length
            ? problem.Demands[use.Demand].Alternatives[use.Alternative] : null;

    /// <summary>Reports what is wrong, and returns the entries that can be followed.</summary>
    public static List<AlternativeUse> Check(AllocationProblem problem, SupplyPlan plan, Action<RuleViolation> report)
    {
        var sound = new List<AlternativeUse>();
        foreach (AlternativeUse use in plan.Alternatives)
        {
            string subject = $"{use.Demand}/{use.Alternative}";
            if (Of(problem, use) is not { } alternative)
            {
                report(new RuleViolation("alternativeIndex", subject, null, $"There is no demand {use.Demand} with an alternative {use.Alternative}."));
                continue;
            }

            int day = problem.Demands[use.Demand].Day;
            if (sound.Any(other => (other.Demand, other.Alternative) == (use.Demand, use.Alternative)))
            {
                report(new RuleViolation("alternativeUnique", subject, day, "The same demand and alternative appear twice."));
            }

            if (use.Units < 1 || use.Units > alternative.MostUnits)
            {
                report(new RuleViolation("alternativeRange", subject, day, $"{use.Units} units where 1 to {alternative.MostUnits} are possible."));
                if (use.Units < 1)
                {
                    continue;
                }
            }

            sound.Add(use);
        }

        foreach (IGrouping<int, AlternativeUse> uses in sound.GroupBy(use => use.Demand))
        {
            long units = uses.Sum(use => use.Units);
            if (uses.Key < plan.Served.Length && units > plan.Served[uses.Key])
            {
                report(new RuleViolation(
                    "alternativeRange", $"{uses.Key}", problem.Demands[uses.Key].Day,
                    $"Alternatives serve {units} units of the {plan.Served[uses.Key]} that are served."));
            }
        }

        return sound;
    }
}

using Google.OrTools.Sat;

namespace Readiness.Staffing;

/// <summary>The fairness measures of a roster problem in constraint programming.</summary>
/// <param name="model">The problem.</param>
/// <param name="constraints">Where it is written.</param>
/// <param name="addTerm">Receives the terms of the objective: level, variable and weight, and a constant.</param>
internal sealed class ConstraintFairness(RosterModel model, CpModel constraints, Action<int, IntVar, double, double> addTerm)
{
    /// <summary>Writes the constraints.</summary>
    /// <param name="works">Whether a person works an entry, by person × entries + entry; null where they cannot.</param>
    public void Write(ReadOnlySpan<BoolVar?> works)
    {
        foreach (CompiledMeasure measure in model.Fairness)
        {
            IntVar? worst = measure.WorstLevel < 0 ? null : constraints.NewIntVar(0, model.Days, "");
            if (worst is not null)
            {
                addTerm(measure.WorstLevel, worst, 1, 0);
            }

            foreach (int person in measure.People)
            {
                List<BoolVar> counted = Counted(measure, works.Slice(person * model.Cover.Length, model.Cover.Length));
                if (worst is not null)
                {
                    constraints.Add(LinearExpr.Sum(counted) <= worst);
                }

                if (measure.SpreadLevel >= 0)
                {
                    WriteSquare(counted, measure.SpreadLevel);
                }
            }
        }
    }

    // A square is the sum of the first odd numbers, which grow: minimising takes the first ones by itself.
    private void WriteSquare(List<BoolVar> counted, int level)
    {
        BoolVar[] steps = [.. counted.Take(model.Days).Select(_ => constraints.NewBoolVar(""))];
        for (int i = 0; i < steps.Length; i++)
        {
            addTerm(level, steps[i], (2 * i) + 1, 0);
        }

        constraints.Add(LinearExpr.Sum(counted) <= LinearExpr.Sum(steps));
    }

    private List<BoolVar> Counted(CompiledMeasure measure, ReadOnlySpan<BoolVar?> works)
    {
        var counted = new List<BoolVar>();
        var weekends = new Dictionary<int, BoolVar>();
        for (int entry = 0; entry < works.Length; entry++)
        {
            if (works[entry] is not { } work || !measure.Counts[entry])
            {
                continue;
            }

            if (!measure.Weekends)
            {
                counted.Add(work);
                continue;
            }

            int week = measure.WeekOf(model.Cover[entry].Day);
            if (!weekends.TryGetValue(week, out BoolVar? weekend))
            {
                weekend = constraints.NewBoolVar("");
                weekends.Add(week, weekend);
                counted.Add(weekend);
            }

            constraints.AddImplication(work, weekend);
        }

        return counted;
    }
}

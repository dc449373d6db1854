using System.Collections.Immutable;
using Readiness.Benchmarks.Tables.Sites;

namespace Readiness.Benchmarks.Tables.National;

/// <summary>The cells of one solve.</summary>
internal static class NationalRow
{
    /// <summary>The columns.</summary>
    public static TableLayout Layout { get; } = new(
        ["instance", "hospitals", "sites", "objective", "bound", "gap_pct", "open_sites", "mean_km", "largest_km", "seconds", "peak_gib", "audit"],
        ["instance", "audit"]);

    /// <summary>What is wrong with the answer; empty if nothing is.</summary>
    public static ImmutableArray<string> Faults(SiteAnswer answer)
    {
        List<string> faults = [.. answer.Faults];
        if (TableRow.IsAbove(answer.Bound, answer.Objective))
        {
            faults.Add(FormattableString.Invariant($"the bound {answer.Bound} is above the objective {answer.Objective}"));
        }

        // There always is half as much capacity again as demand.
        if (answer.Termination == Termination.Infeasible)
        {
            faults.Add("it is called infeasible");
        }

        return [.. faults];
    }

    /// <summary>The cells, in the order of the columns. What is not known is empty.</summary>
    /// <param name="name">Name of the instance.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="answer">What became of it.</param>
    /// <param name="passed">Whether nothing speaks against the answer.</param>
    public static ImmutableArray<string> Cells(string name, NationalInstance instance, SiteAnswer answer, bool passed)
    {
        bool isSolved = answer.Objective is not null;
        double demand = instance.Problem.Demands.Sum();
        return
        [
            name,
            TableCell.Figure(instance.Hospitals.Length),
            TableCell.Figure(instance.Sites.Length),
            TableCell.Figure(answer.Objective),
            TableCell.Figure(answer.Bound),
            TableCell.Figure((answer.Objective - answer.Bound) / Math.Max(1, Math.Abs(answer.Objective ?? 0)) * 100),
            TableCell.Figure(isSolved ? answer.Shares.Select(static share => share.Facility).Distinct().Count() : null),
            TableCell.Figure(isSolved ? answer.Shares.Sum(share => share.Share * instance.Hospitals[share.Customer].Beds * instance.Km(share)) / demand : null),
            TableCell.Figure(isSolved ? answer.Shares.Max(instance.Km) : null),
            TableCell.Seconds(answer.Seconds),
            TableCell.Figure(PeakMemory.Gibibytes()),
            TableCell.Verdict(passed),
        ];
    }
}

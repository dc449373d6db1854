using System.Collections.Immutable;
using Readiness.Plans;

namespace Readiness.Benchmarks.Tables.Joint;

/// <summary>What two plans of one district reach on one level of the objective.</summary>
/// <param name="Level">The level.</param>
/// <param name="Sequential">Value of the plan in order.</param>
/// <param name="Joint">Value of the joint plan.</param>
/// <param name="Bound">No plan that keeps the higher levels at the joint plan's values can be below this.</param>
/// <param name="ClosedPct">
/// How much of the way from <paramref name="Sequential"/> to <paramref name="Bound"/> the joint plan covers, in percent, negative if it goes
/// the other way; null if a higher level differs, since the two then pay different prices for this one, or if there is no way to go.
/// </param>
/// <param name="Fault">Why a bound cannot be one; null if nothing speaks against either.</param>
internal sealed record LevelDuel(string Level, double Sequential, double Joint, double Bound, double? ClosedPct, string? Fault)
{
    /// <summary>Whether both plans reach the same.</summary>
    public bool IsTie => LevelComparer.Instance.Compare([new LevelValue(Level, Sequential)], [new LevelValue(Level, Joint)]) == 0;

    /// <summary>The levels of two plans, most important first.</summary>
    /// <param name="sequential">Levels and bounds of the plan in order.</param>
    /// <param name="joint">The same of the joint plan.</param>
    public static ImmutableArray<LevelDuel> Of(ImmutableArray<LevelProof> sequential, ImmutableArray<LevelProof> joint)
    {
        bool higherAreEqual = true;
        var levels = ImmutableArray.CreateBuilder<LevelDuel>(joint.Length);
        foreach ((LevelProof ordered, LevelProof together) in sequential.Zip(joint))
        {
            double way = ordered.Objective - together.Bound;
            levels.Add(new LevelDuel(
                together.Level,
                ordered.Objective,
                together.Objective,
                together.Bound,
                higherAreEqual && way > 0 ? (ordered.Objective - together.Objective) / way * 100 : null,
                FaultOf(ordered, together, higherAreEqual)));
            higherAreEqual &= levels[^1].IsTie;
        }

        return levels.MoveToImmutable();
    }

    // Bounds hold for the other plan too, as long as it agrees on the higher levels.
    private static string? FaultOf(LevelProof ordered, LevelProof together, bool higherAreEqual)
    {
        double best = Math.Min(ordered.Objective, together.Objective);
        double orderedCap = higherAreEqual ? best : ordered.Objective;
        double jointCap = higherAreEqual ? best : together.Objective;
        return TableRow.IsAbove(ordered.Bound, orderedCap)
            ? FormattableString.Invariant($"{ordered.Level}: the bound {ordered.Bound} of the plan in order is above {orderedCap}, which is reached.")
            : TableRow.IsAbove(together.Bound, jointCap)
                ? FormattableString.Invariant($"{together.Level}: the bound {together.Bound} of the joint plan is above {jointCap}, which is reached.")
                : null;
    }
}

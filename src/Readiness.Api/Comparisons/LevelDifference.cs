namespace Readiness.Api.Comparisons;

/// <summary>The difference of an objective level between a plan and the first, and how much of it the proofs vouch for.</summary>
/// <remarks>
/// With objectives o and bounds b of the first (1) and the other plan (2), the best plans differ by at least b₂ - o₁ and at most o₂ - b₁. What of the observed
/// difference o₂ - o₁ lies on the same side of zero as that whole interval cannot come from plans that are not the best: the proofs vouch for it.
/// </remarks>
/// <param name="Difference">Objective minus that of the first plan.</param>
/// <param name="Least">The best plans differ by at least this; null if nothing is proven.</param>
/// <param name="Most">The best plans differ by at most this; null if nothing is proven.</param>
/// <param name="Vouched">The part of the difference that is proven, with its sign; 0 if none is.</param>
/// <param name="VouchedShare">Vouched ÷ difference, 0 to 1; null if there is no difference.</param>
/// <param name="Scope">Which plans that holds for.</param>
public sealed record LevelDifference(
    double Difference, double? Least, double? Most, double Vouched, double? VouchedShare, ProofScope Scope)
{
    /// <summary>A gap up to which a level counts as proven optimal.</summary>
    internal const double OptimalGap = 1e-6;

    /// <summary>Compares what is known about a level of two plans.</summary>
    /// <param name="first">Of the first plan.</param>
    /// <param name="other">Of the other plan.</param>
    /// <param name="scope">Which plans the bounds hold for.</param>
    internal static LevelDifference Between(LevelProof first, LevelProof other, ProofScope scope)
    {
        double difference = other.Objective - first.Objective;
        double least = other.Bound - first.Objective;
        double most = other.Objective - first.Bound;
        double vouched = difference > 0 ? Math.Clamp(least, 0, difference)
            : difference < 0 ? Math.Clamp(most, difference, 0)
            : 0;
        return new LevelDifference(
            difference,
            double.IsFinite(least) ? least : null,
            double.IsFinite(most) ? most : null,
            vouched,
            difference == 0 ? null : vouched / difference,
            scope);
    }
}

namespace Readiness.Api.Scenarios;

/// <summary>What is proven about one objective level. Every level is minimised.</summary>
/// <param name="Level">Name of the level.</param>
/// <param name="Objective">Value that the plan reaches.</param>
/// <param name="Bound">No plan that keeps the higher levels at their achieved values can be below this; null if nothing is proven.</param>
/// <param name="Gap">(objective - bound) ÷ max(1, |objective|); 0 means proven optimal, null that nothing is proven.</param>
public sealed record LevelReport(string Level, double Objective, double? Bound, double? Gap)
{
    /// <summary>Says the same in numbers that JSON has.</summary>
    /// <param name="proof">The proof of the level.</param>
    internal static LevelReport Of(LevelProof proof) => double.IsFinite(proof.Bound)
        ? new(proof.Level, proof.Objective, proof.Bound, proof.Gap)
        : new(proof.Level, proof.Objective, null, null);
}

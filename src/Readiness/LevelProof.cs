namespace Readiness;

/// <summary>What is proven about one objective level. Every level is minimised.</summary>
/// <param name="Level">Name of the level.</param>
/// <param name="Objective">Value that the plan reaches.</param>
/// <param name="Bound">No plan that keeps the higher levels at their achieved values can be below this.</param>
public sealed record LevelProof(string Level, double Objective, double Bound)
{
    /// <summary>(objective - bound) ÷ max(1, |objective|); 0 means proven optimal.</summary>
    public double Gap => (Objective - Bound) / Math.Max(1, Math.Abs(Objective));
}

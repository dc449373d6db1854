namespace Readiness.Supplies.Flows;

/// <summary>Options of <see cref="FlowPlanner"/>. A unit of <see cref="SolveOptions.WorkLimit"/> is an iteration of the prices; the seed is not used.</summary>
public sealed record FlowOptions : SolveOptions
{
    /// <summary>The search ends when (objective - bound) ÷ objective is no more than this; 0 or more.</summary>
    public double RelativeGap { get; init; } = 1e-3;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the range that its documentation gives.</exception>
    internal void Check()
    {
        Validate();
        if (!(RelativeGap >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(RelativeGap), RelativeGap, "The relative gap must be 0 or more.");
        }
    }
}

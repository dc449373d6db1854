namespace Readiness.Supplies.Shortages;

/// <summary>A change of the flow.</summary>
/// <param name="Move">How a state gets more.</param>
/// <param name="State">The state: 2 x (node x days + day), and 1 more at serving time.</param>
/// <param name="Next">Where the need goes on; of no meaning where it ends.</param>
/// <param name="Index">Lane or slot, where the move has one.</param>
internal readonly record struct ResidualStep(ResidualMove Move, int State, int Next, int Index);

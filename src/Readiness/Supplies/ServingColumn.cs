namespace Readiness.Supplies;

/// <summary>Column of the units served in one way, of one demand or of several that a programme cannot tell apart.</summary>
/// <param name="Column">Column of the units.</param>
/// <param name="BatchColumn">Column of the batches, which is the same where a batch is a unit.</param>
/// <param name="CapRow">Row of the units served in all ways, or -1 where there is only one.</param>
/// <param name="Services">The services that share it, in the order of their days.</param>
internal readonly record struct ServingColumn(int Column, int BatchColumn, int CapRow, int[] Services);

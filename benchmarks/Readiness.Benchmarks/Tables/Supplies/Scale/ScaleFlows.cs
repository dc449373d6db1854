using Readiness.Supplies.Flows;

namespace Readiness.Benchmarks.Tables.Supplies.Scale;

/// <summary>The decisions of a solution, whoever made it.</summary>
/// <param name="Transfers">What is dispatched.</param>
/// <param name="Uses">What is used up.</param>
/// <param name="Served">Units served of each demand.</param>
internal sealed record ScaleFlows(IReadOnlyList<LotTransfer> Transfers, IReadOnlyList<LotUse> Uses, IReadOnlyList<double> Served);

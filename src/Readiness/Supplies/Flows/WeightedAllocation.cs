using System.Collections.Immutable;

namespace Readiness.Supplies.Flows;

/// <summary>An allocation with one linear objective: the costs of unserved units plus the cost of transport, with units that may be split.</summary>
/// <remarks>
/// <para>The course of a day is that of <see cref="AllocationProblem"/>, but lots are chosen freely (older ones first or not), packs may be
/// broken, and served units may be fractions: a linear programme, whose optimum no plan in whole packs and units can undercut.</para>
/// <para>A demand may use up one item only, and there are no reserves and no storage limits; kits and those need <see cref="SupplyPlanner"/>.</para>
/// </remarks>
/// <param name="Problem">What is there and what is needed. <see cref="DemandLevel.Rule"/> and expired units do not count.</param>
/// <param name="UnservedCosts">Cost of an unserved unit (times its demand's weight) by level; 0 or more and finite.</param>
/// <param name="TransportFactor">Factor of <see cref="TransportLane.CostPerUnit"/>; 0 or more and finite.</param>
public sealed record WeightedAllocation(AllocationProblem Problem, ImmutableArray<double> UnservedCosts, double TransportFactor);

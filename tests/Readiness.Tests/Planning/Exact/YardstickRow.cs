namespace Readiness.Tests.Planning.Exact;

/// <summary>One level of a district's plan beside what is possible.</summary>
/// <param name="Level">Name of the level.</param>
/// <param name="Optimum">Its value in the lexicographically best plan.</param>
/// <param name="Objective">Its value in the planner's plan.</param>
/// <param name="Least">Its least value where the higher levels are no worse than the planner's; none if that is not known.</param>
/// <param name="Bound">The bound that the planner gives.</param>
internal sealed record YardstickRow(string Level, double Optimum, double Objective, double? Least, double Bound);

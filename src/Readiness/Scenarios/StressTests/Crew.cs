namespace Readiness.Scenarios.StressTests;

/// <summary>Heads who work a shift together or not at all: a team of a joint duty, or a single head of a line. Several crews may work the same shift.</summary>
/// <param name="Work">Position of the work.</param>
/// <param name="Lines">Positions of its lines.</param>
/// <param name="Day">The day.</param>
/// <param name="Place">Position of the place whose stock the kits are drawn from.</param>
/// <param name="PriorityClass">Class of the most urgent line.</param>
/// <param name="Slots">Their slots in the table of works.</param>
/// <param name="Heads">Heads of a crew, by line.</param>
/// <param name="Kit">Units that the kits of a crew take, by item.</param>
internal sealed record Crew(int Work, int[] Lines, int Day, int Place, int PriorityClass, int[] Slots, int[] Heads, (int Item, long Units)[] Kit);

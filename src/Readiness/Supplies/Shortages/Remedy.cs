namespace Readiness.Supplies.Shortages;

/// <summary>A change of the problem that makes a shortage smaller, with the plan that shows it.</summary>
/// <remarks>
/// <paramref name="Plan"/> passes <see cref="SupplyAuditor"/> for the changed problem (<see cref="ApplyTo"/>). It serves everybody whom the explained plan serves, and
/// <paramref name="Served"/> units of the shortage more. The amount is the smallest with which bisection found as many; another plan may do with less.
/// </remarks>
/// <param name="Kind">What is changed.</param>
/// <param name="Subject">What it is changed of: index of the lot (<see cref="RemedyKind.EarlierLot"/>) or lane (<see cref="RemedyKind.MoreLorryRoom"/>), otherwise of the place.</param>
/// <param name="Item">Item index, for stock, lots and reserves; none for room, which all items share.</param>
/// <param name="Day">For <see cref="RemedyKind.MoreStock"/>, the day on whose morning it is there; otherwise none.</param>
/// <param name="Amount">Units of the item, days, or volume; more than 0.</param>
/// <param name="Served">Units of demand served in addition; more than 0.</param>
/// <param name="Plan">The plan that serves them; nothing is proven about it but that it keeps the rules.</param>
public sealed record Remedy(RemedyKind Kind, int Subject, int? Item, int? Day, double Amount, long Served, SupplyPlan Plan)
{
    /// <summary>The problem with the change made; lots that are counted on take the place of shipments (<see cref="AllocationProblem.Counted"/>), and their indices are those of a <see cref="RemedyKind.EarlierLot"/>.</summary>
    /// <param name="problem">The explained problem.</param>
    public AllocationProblem ApplyTo(AllocationProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new ProblemChange(Kind, Subject, Item, Day, 1).Apply(problem.Counted(), Amount);
    }
}

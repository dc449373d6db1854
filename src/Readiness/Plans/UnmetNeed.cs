namespace Readiness.Plans;

/// <summary>A need that a plan leaves unmet on a day.</summary>
/// <param name="Kind">Heads, guests or item units.</param>
/// <param name="PriorityClass">1 (life-critical) to 4 (routine).</param>
/// <param name="Day">The day; for guests the day on which they should have been admitted.</param>
/// <param name="Subject">Id of the duty or site (heads), of the zone (guests), of the burn rate or site (items).</param>
/// <param name="Line">For heads: id of the line.</param>
/// <param name="Shift">For heads: id of the shift type.</param>
/// <param name="Item">For items: id of the item.</param>
/// <param name="Amount">Heads, guests or units missing; more than 0.</param>
/// <param name="Cause">What stands in the way.</param>
/// <param name="ShortItem">For <see cref="UnmetCause.Kit"/>: id of an item that is short at the place on the day.</param>
public sealed record UnmetNeed(
    UnmetKind Kind,
    int PriorityClass,
    DateOnly Day,
    string Subject,
    string? Line,
    string? Shift,
    string? Item,
    long Amount,
    UnmetCause Cause,
    string? ShortItem = null);

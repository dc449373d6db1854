namespace Readiness.Plans;

/// <summary>Units of a need, not bound to a shift, that are served by a recipe in place of the item itself.</summary>
/// <param name="Need">Id of the burn rate or, for guests, of the site.</param>
/// <param name="Item">Id of the item that is needed.</param>
/// <param name="Recipe">Id of the recipe, whose batches, rounded up, say what is used up.</param>
/// <param name="Day">Day.</param>
/// <param name="Units">Units of the need; more than 0, and with the issue and other recipes at most the need.</param>
public sealed record SubstitutedIssue(string Need, string Item, string Recipe, DateOnly Day, long Units);

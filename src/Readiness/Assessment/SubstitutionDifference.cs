namespace Readiness.Assessment;

/// <summary>A need that a recipe serves differently in two plans.</summary>
/// <param name="Need">Id of the burn rate or, for guests, of the site.</param>
/// <param name="Item">Id of the item that is needed.</param>
/// <param name="Recipe">Id of the recipe.</param>
/// <param name="First">Units over all days in the first plan.</param>
/// <param name="Other">Units over all days in the other plan.</param>
/// <param name="Days">Days on which the units differ.</param>
public sealed record SubstitutionDifference(string Need, string Item, string Recipe, long First, long Other, int Days);

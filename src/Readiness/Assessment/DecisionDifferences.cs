using System.Collections.Immutable;

namespace Readiness.Assessment;

/// <summary>What a plan decides in another way than a first one.</summary>
/// <param name="SiteCount">Sites that are opened in one plan only, on other days, or for another number of guests.</param>
/// <param name="Sites">These sites by id, as many as asked for.</param>
/// <param name="ShipmentCount">Triples (item, from, to) that other quantities are moved of, in sum or on single days.</param>
/// <param name="Shipments">These triples, the greatest change of units first, as many as asked for.</param>
/// <param name="PeopleCount">People whose work differs on at least one day.</param>
/// <param name="MovedDays">Person-days on which somebody works in both plans, but elsewhere or in another shift.</param>
/// <param name="AddedDays">Person-days worked in this plan only.</param>
/// <param name="ReleasedDays">Person-days worked in the first plan only.</param>
/// <param name="People">These people, the most days first, as many as asked for.</param>
/// <param name="PurchaseCount">Offers of which another number of lots is bought.</param>
/// <param name="Purchases">These offers by id, as many as asked for.</param>
/// <param name="SubstitutionCount">Triples (need, item, recipe) of which the recipe serves another number of units, in sum or on single days.</param>
/// <param name="Substitutions">These triples, the greatest change of units first, as many as asked for.</param>
public sealed record DecisionDifferences(
    int SiteCount,
    ImmutableArray<SiteDifference> Sites,
    int ShipmentCount,
    ImmutableArray<ShipmentDifference> Shipments,
    int PeopleCount,
    int MovedDays,
    int AddedDays,
    int ReleasedDays,
    ImmutableArray<PersonDifference> People,
    int PurchaseCount,
    ImmutableArray<PurchaseDifference> Purchases,
    int SubstitutionCount,
    ImmutableArray<SubstitutionDifference> Substitutions);

namespace Readiness.Api.Comparisons;

/// <summary>What a plan decides in another way than the first.</summary>
/// <param name="Scenario">Id of the scenario of the plan.</param>
/// <param name="SiteCount">Sites that are opened in one plan only, on other days, or for another number of guests.</param>
/// <param name="Sites">These sites by id, as many as asked for.</param>
/// <param name="ShipmentCount">Triples (item, from, to) that other quantities are moved of, in sum or on single days.</param>
/// <param name="Shipments">These triples, the greatest change of units first, as many as asked for.</param>
/// <param name="PeopleCount">People whose work differs on at least one day.</param>
/// <param name="MovedDays">Person-days on which somebody works in both plans, but elsewhere or in another shift.</param>
/// <param name="AddedDays">Person-days worked in this plan only.</param>
/// <param name="ReleasedDays">Person-days worked in the first plan only.</param>
/// <param name="People">These people, the most days first, as many as asked for.</param>
public sealed record DecisionDifferences(
    string Scenario,
    int SiteCount,
    IReadOnlyList<SiteDifference> Sites,
    int ShipmentCount,
    IReadOnlyList<ShipmentDifference> Shipments,
    int PeopleCount,
    int MovedDays,
    int AddedDays,
    int ReleasedDays,
    IReadOnlyList<PersonDifference> People);

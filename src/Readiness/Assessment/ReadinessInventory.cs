using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Assessment;

/// <summary>
/// What a district has against what it is expected to need, before anything is planned. Each list has the entries of the
/// whole district first, then those of the places; within both the worst light first, then what is lowest.
/// </summary>
/// <param name="District">Id of the district.</param>
/// <param name="Horizon">The days it looks at.</param>
/// <param name="Options">What it assumes.</param>
/// <param name="Scorecard">The lights counted, by domain.</param>
/// <param name="Supplies">Items in days of supply; pairs of place and item without stock, deliveries and use are left out.</param>
/// <param name="Staff">Staff against workload; pairs of place and skill without people and work are left out.</param>
/// <param name="Skills">Trained people of the district, one entry per skill.</param>
/// <param name="Capacities">Tests, isolation beds and quarantine rooms.</param>
public sealed record ReadinessInventory(
    string District,
    PlanningHorizon Horizon,
    InventoryOptions Options,
    ImmutableArray<DomainScore> Scorecard,
    ImmutableArray<StockEntry> Supplies,
    ImmutableArray<StaffEntry> Staff,
    ImmutableArray<SkillEntry> Skills,
    ImmutableArray<CapacityEntry> Capacities)
{
    /// <summary>The part of one place: its supplies, its staff, and the district's capacities to which it contributes.</summary>
    /// <param name="place">Id of a facility or candidate site; an unknown one has no part.</param>
    public ReadinessInventory At(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Of(
            District,
            Horizon,
            Options,
            [.. Supplies.Where(entry => entry.Place == place)],
            [.. Staff.Where(entry => entry.Place == place)],
            [],
            [.. Capacities.Where(entry => entry.Places.Any(part => part.Place == place))]);
    }

    /// <summary>Puts the entries in order and counts their lights.</summary>
    internal static ReadinessInventory Of(
        string district,
        PlanningHorizon horizon,
        InventoryOptions options,
        IEnumerable<StockEntry> supplies,
        IEnumerable<StaffEntry> staff,
        IEnumerable<SkillEntry> skills,
        IEnumerable<CapacityEntry> capacities)
    {
        // Ordering is stable: equals stay in the order of the document.
        ImmutableArray<StockEntry> stock = [.. WorstFirst(supplies, entry => entry.DaysUntilShort)];
        ImmutableArray<StaffEntry> people = [.. WorstFirst(staff, entry => Math.Min(entry.Value ?? double.PositiveInfinity, entry.WorstWeekAvailableHours / entry.WorstWeekRequiredHours))];
        ImmutableArray<SkillEntry> trained = [.. WorstFirst(skills)];
        ImmutableArray<CapacityEntry> rest = [.. WorstFirst(capacities)];
        ILookup<InventoryDomain, CapacityEntry> byDomain = rest.ToLookup(entry => entry.Domain);
        return new ReadinessInventory(
            district,
            horizon,
            options,
            [
                .. Enum.GetValues<InventoryDomain>().Select(domain => Score(domain, domain switch
                {
                    InventoryDomain.Supplies => [.. stock],
                    InventoryDomain.Staff => [.. people],
                    InventoryDomain.Skills => [.. trained],
                    _ => [.. byDomain[domain]],
                })).OfType<DomainScore>().OrderByDescending(score => score.Light),
            ],
            stock,
            people,
            trained,
            rest);
    }

    private static IEnumerable<T> WorstFirst<T>(IEnumerable<T> entries, Func<T, double>? urgency = null)
        where T : InventoryEntry =>
        entries.OrderBy(entry => entry.Place is not null)
            .ThenByDescending(entry => entry.Light)
            .ThenBy(entry => urgency?.Invoke(entry) ?? 0)
            .ThenBy(entry => entry.Value ?? double.PositiveInfinity);

    private static DomainScore? Score(InventoryDomain domain, ImmutableArray<InventoryEntry> entries)
    {
        if (entries.IsEmpty)
        {
            return null;
        }

        ILookup<bool, TrafficLight> lights = entries.ToLookup(entry => entry.Place is null, entry => entry.Light);
        return new DomainScore(
            domain, (lights.Contains(true) ? lights[true] : lights[false]).Max(), LightCount.Of(lights[true]), LightCount.Of(lights[false]));
    }
}

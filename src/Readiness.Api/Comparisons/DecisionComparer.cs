using Readiness.Plans;

namespace Readiness.Api.Comparisons;

/// <summary>Finds what two plans decide differently.</summary>
internal static class DecisionComparer
{
    /// <summary>Compares the decisions of two plans.</summary>
    /// <param name="scenario">Id of the scenario of the other plan.</param>
    /// <param name="first">Decisions of the first plan.</param>
    /// <param name="other">Decisions of the other plan.</param>
    /// <param name="limit">Entries of each list at most.</param>
    public static DecisionDifferences Compare(string scenario, PlanDecisions first, PlanDecisions other, int limit)
    {
        SiteDifference[] sites = [.. Sites(first, other)];
        ShipmentDifference[] shipments = [.. Shipments(first, other)];
        PersonDifference[] people = [.. People(first, other)];
        return new DecisionDifferences(
            scenario,
            sites.Length,
            [.. sites.Take(limit)],
            shipments.Length,
            [.. shipments.Take(limit)],
            people.Length,
            people.Sum(p => p.MovedDays),
            people.Sum(p => p.AddedDays),
            people.Sum(p => p.ReleasedDays),
            [.. people.Take(limit)]);
    }

    private static IEnumerable<SiteDifference> Sites(PlanDecisions first, PlanDecisions other)
    {
        Dictionary<string, SiteUse> before = first.Sites.ToDictionary(s => s.Site, SiteUse.Of, StringComparer.Ordinal);
        Dictionary<string, SiteUse> after = other.Sites.ToDictionary(s => s.Site, SiteUse.Of, StringComparer.Ordinal);
        return before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(site => new SiteDifference(site, before.GetValueOrDefault(site), after.GetValueOrDefault(site)))
            .Where(d => d.First != d.Other);
    }

    private static IEnumerable<ShipmentDifference> Shipments(PlanDecisions first, PlanDecisions other)
    {
        var before = Quantities(first);
        var after = Quantities(other);
        return before.Keys.Union(after.Keys)
            .Select(key => (key.Item, key.From, key.To, Before: before.GetValueOrDefault(key), After: after.GetValueOrDefault(key)))
            .GroupBy(q => (q.Item, q.From, q.To))
            .Select(lane => new ShipmentDifference(
                lane.Key.Item, lane.Key.From, lane.Key.To, lane.Sum(q => q.Before), lane.Sum(q => q.After), lane.Count(q => q.Before != q.After)))
            .Where(d => d.Days > 0)
            .OrderByDescending(d => Math.Abs(d.Other - d.First))
            .ThenBy(d => d.Item, StringComparer.Ordinal)
            .ThenBy(d => d.From, StringComparer.Ordinal)
            .ThenBy(d => d.To, StringComparer.Ordinal);
    }

    private static Dictionary<(string Item, string From, string To, DateOnly Day), long> Quantities(PlanDecisions decisions)
    {
        Dictionary<(string, string, string, DateOnly), long> quantities = [];
        foreach (PlannedShipment shipment in decisions.Shipments)
        {
            (string, string, string, DateOnly) key = (shipment.Item, shipment.From, shipment.To, shipment.Day);
            quantities[key] = quantities.GetValueOrDefault(key) + shipment.Quantity;
        }

        return quantities;
    }

    private static IEnumerable<PersonDifference> People(PlanDecisions first, PlanDecisions other)
    {
        // A person works at most one line a day.
        Dictionary<(string Staff, DateOnly Day), Assignment> before = first.Assignments.ToDictionary(a => (a.Staff, a.Day));
        Dictionary<(string Staff, DateOnly Day), Assignment> after = other.Assignments.ToDictionary(a => (a.Staff, a.Day));
        return before.Keys.Union(after.Keys)
            .Select(key => (key.Staff, Before: before.GetValueOrDefault(key), After: after.GetValueOrDefault(key)))
            .Where(d => d.Before != d.After)
            .GroupBy(d => d.Staff, StringComparer.Ordinal)
            .Select(days => new PersonDifference(
                days.Key,
                days.Count(d => d.Before is not null && d.After is not null),
                days.Count(d => d.Before is null),
                days.Count(d => d.After is null)))
            .OrderByDescending(p => p.Days)
            .ThenBy(p => p.Staff, StringComparer.Ordinal);
    }
}

using System.Collections.Immutable;
using Readiness.Plans;

namespace Readiness.Assessment;

/// <summary>Finds what two plans decide differently.</summary>
public static class DecisionComparer
{
    /// <summary>Compares the decisions of two plans.</summary>
    /// <param name="first">Decisions of the first plan.</param>
    /// <param name="other">Decisions of the other plan.</param>
    /// <param name="limit">Entries of each list at most; 0 or more.</param>
    /// <exception cref="ArgumentNullException">A plan is null.</exception>
    public static DecisionDifferences Compare(PlanDecisions first, PlanDecisions other, int limit)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(other);
        SiteDifference[] sites = [.. Sites(first, other)];
        ShipmentDifference[] shipments = [.. Shipments(first, other)];
        PersonDifference[] people = [.. People(first, other)];
        PurchaseDifference[] purchases = [.. Purchases(first, other)];
        SubstitutionDifference[] substitutions = [.. Substitutions(first, other)];
        return new DecisionDifferences(
            sites.Length,
            [.. sites.Take(limit)],
            shipments.Length,
            [.. shipments.Take(limit)],
            people.Length,
            people.Sum(p => p.MovedDays),
            people.Sum(p => p.AddedDays),
            people.Sum(p => p.ReleasedDays),
            [.. people.Take(limit)],
            purchases.Length,
            [.. purchases.Take(limit)],
            substitutions.Length,
            [.. substitutions.Take(limit)]);
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

    private static IEnumerable<ShipmentDifference> Shipments(PlanDecisions first, PlanDecisions other) =>
        Changed(first.Shipments, other.Shipments, sent => ((sent.Item, sent.From, sent.To), sent.Day), sent => sent.Quantity)
            .Select(lane => new ShipmentDifference(lane.Key.Item, lane.Key.From, lane.Key.To, lane.First, lane.Other, lane.Days))
            .OrderByDescending(d => Math.Abs(d.Other - d.First))
            .ThenBy(d => d.Item, StringComparer.Ordinal)
            .ThenBy(d => d.From, StringComparer.Ordinal)
            .ThenBy(d => d.To, StringComparer.Ordinal);

    private static IEnumerable<SubstitutionDifference> Substitutions(PlanDecisions first, PlanDecisions other) =>
        Changed(first.Substitutions, other.Substitutions, issue => ((issue.Need, issue.Item, issue.Recipe), issue.Day), issue => issue.Units)
            .Select(use => new SubstitutionDifference(use.Key.Need, use.Key.Item, use.Key.Recipe, use.First, use.Other, use.Days))
            .OrderByDescending(d => Math.Abs(d.Other - d.First))
            .ThenBy(d => d.Need, StringComparer.Ordinal)
            .ThenBy(d => d.Item, StringComparer.Ordinal)
            .ThenBy(d => d.Recipe, StringComparer.Ordinal);

    private static IEnumerable<PurchaseDifference> Purchases(PlanDecisions first, PlanDecisions other) =>
        Changed(first.Purchases, other.Purchases, bought => (bought.Offer, default(DateOnly)), bought => bought.Lots)
            .Select(bought => new PurchaseDifference(bought.Key, bought.First, bought.Other))
            .OrderBy(d => d.Offer, StringComparer.Ordinal);

    /// <summary>Amounts by key, over all days, where they differ on some day.</summary>
    private static IEnumerable<(TKey Key, long First, long Other, int Days)> Changed<T, TKey>(
        ImmutableArray<T> first, ImmutableArray<T> other, Func<T, (TKey Key, DateOnly Day)> key, Func<T, long> amount)
        where TKey : notnull
    {
        Dictionary<(TKey Key, DateOnly Day), long> before = Sums(first, key, amount);
        Dictionary<(TKey Key, DateOnly Day), long> after = Sums(other, key, amount);
        return before.Keys.Union(after.Keys)
            .Select(at => (at.Key, Before: before.GetValueOrDefault(at), After: after.GetValueOrDefault(at)))
            .GroupBy(at => at.Key)
            .Select(all => (all.Key, all.Sum(at => at.Before), all.Sum(at => at.After), all.Count(at => at.Before != at.After)))
            .Where(all => all.Item4 > 0);
    }

    private static Dictionary<(TKey Key, DateOnly Day), long> Sums<T, TKey>(ImmutableArray<T> entries, Func<T, (TKey Key, DateOnly Day)> key, Func<T, long> amount) =>
        entries.GroupBy(key).ToDictionary(same => same.Key, same => same.Sum(amount));

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

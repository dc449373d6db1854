using System.Collections.Immutable;
using System.Globalization;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Assessment;

/// <summary>What a plan changes of the published one on top of which it was made.</summary>
/// <param name="Count">Changes as the level <see cref="ObjectiveLevels.Changes"/> counts them, which leaves admissions out.</param>
/// <param name="Kinds">Numbers by kind of decision.</param>
/// <param name="Changes">Every change, by day, then kind, then subject.</param>
/// <param name="Differences">The same plans compared as any two are, with short lists.</param>
public sealed record PlanChanges(long Count, ImmutableArray<KindCount> Kinds, ImmutableArray<PlanChange> Changes, DecisionDifferences Differences)
{
    private const int ShortList = 20;

    /// <summary>Compares a plan with the published one on top of which it was made.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ArgumentException">The plan was not made on top of a published one.</exception>
    public static PlanChanges Of(ReadinessPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Published is not { } published)
        {
            throw new ArgumentException("The plan was not made on top of a published one.", nameof(plan));
        }

        PlanDecisions before = published.Within(plan.District);
        Decided[] told = [.. Decisions(plan.District, before).DistinctBy(one => one.Key)];
        Dictionary<(DecisionKind, string, DateOnly), ForcedChange> forced = plan.Audit.Forced
            .GroupBy(change => (change.Kind, change.Subject, change.Day)).ToDictionary(same => same.Key, same => same.First());
        Dictionary<(DecisionKind, string, DateOnly), Decided> was = told.ToDictionary(one => one.Key);
        Dictionary<(DecisionKind, string, DateOnly), Decided> now = Decisions(plan.District, plan.Decisions).DistinctBy(one => one.Key).ToDictionary(one => one.Key);
        ImmutableArray<PlanChange> changes =
        [
            .. was.Keys.Union(now.Keys).Where(key => was.GetValueOrDefault(key)?.Value != now.GetValueOrDefault(key)?.Value)
                .Select(key => Change(published, was.GetValueOrDefault(key), now.GetValueOrDefault(key), forced))
                .OrderBy(change => change.Day).ThenBy(change => change.Kind).ThenBy(change => change.Subject, StringComparer.Ordinal),
        ];
        return new PlanChanges(
            (long)plan.Audit.Levels.Single(level => level.Level == ObjectiveLevels.Changes).Value,
            [
                .. Enum.GetValues<DecisionKind>().Select(kind => new KindCount(
                    kind,
                    told.Count(one => one.Kind == kind),
                    told.Count(one => one.Kind == kind && now.GetValueOrDefault(one.Key)?.Value == one.Value),
                    changes.Count(change => change.Kind == kind && change.Origin == ChangeOrigin.Forced),
                    changes.Count(change => change.Kind == kind && change.Origin == ChangeOrigin.Chosen))),
            ],
            changes,
            DecisionComparer.Compare(before, plan.Decisions, ShortList));
    }

    private static PlanChange Change(
        PublishedPlan published, Decided? was, Decided? now, Dictionary<(DecisionKind, string, DateOnly), ForcedChange> forced)
    {
        Decided one = was ?? now!;
        ForcedChange? reason = was is null ? null : forced.GetValueOrDefault((was.Kind, was.Told, was.Day));
        return new PlanChange(
            one.Kind, one.Subject, one.Day, published.Window?.Contains(one.Day) == true, reason is null ? ChangeOrigin.Chosen : ChangeOrigin.Forced,
            was?.Value, now?.Value, reason?.Rule, reason?.Reason);
    }

    private static IEnumerable<Decided> Decisions(District district, PlanDecisions decisions)
    {
        foreach (SiteOpening site in decisions.Sites)
        {
            // An opening is one decision, on whatever day it begins.
            yield return new Decided(DecisionKind.Site, site.Site, site.OpenFrom, $"{Words(site.OpenFrom)}/{Words(site.OpenTo)}", site.Site) { KeyDay = default(DateOnly) };
            foreach (Admission admission in site.Admissions)
            {
                yield return new Decided(DecisionKind.Admission, $"{site.Site}/{admission.Zone}", admission.Day, Words(admission.Guests), $"{site.Site}/{admission.Zone}");
            }
        }

        foreach (Assignment work in decisions.Assignments)
        {
            yield return new Decided(
                DecisionKind.Assignment, work.Staff, work.Day, $"{work.Duty}/{work.Line}/{work.Shift}", $"{work.Staff}/{work.Duty}/{work.Line}/{work.Shift}");
        }

        foreach (PlannedShipment sent in decisions.Shipments)
        {
            yield return new Decided(DecisionKind.Shipment, $"{sent.Item}/{sent.From}/{sent.To}", sent.Day, Words(sent.Quantity), $"{sent.Item}/{sent.From}/{sent.To}");
        }

        foreach (PlannedPurchase bought in decisions.Purchases)
        {
            DateOnly ordered = district.Offers.FirstOrDefault(offer => offer.Id == bought.Offer)?.OrderOn ?? district.Horizon.Start;
            yield return new Decided(DecisionKind.Purchase, bought.Offer, ordered, Words(bought.Lots), bought.Offer);
        }
    }

    private static string Words(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Words(long amount) => amount.ToString(CultureInfo.InvariantCulture);

    /// <summary>A decision with what identifies it and what it says, and the subject by which the audit tells it.</summary>
    private sealed record Decided(DecisionKind Kind, string Subject, DateOnly Day, string Value, string Told)
    {
        public DateOnly? KeyDay { get; init; }

        public (DecisionKind, string, DateOnly) Key => (Kind, Subject, KeyDay ?? Day);
    }
}

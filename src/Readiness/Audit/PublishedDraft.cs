using System.Collections.Immutable;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>Decisions of a published plan that go one by one; what goes is listed with the rule that it would break.</summary>
internal sealed class PublishedDraft
{
    private readonly District district;
    private readonly PlanWindow? window;
    private readonly List<ForcedChange> forced = [];

    /// <summary>Takes what the published plan decides within the horizon.</summary>
    public PublishedDraft(District district, PublishedPlan published)
    {
        this.district = district;
        window = published.Window;
        PlanDecisions told = published.Within(district);
        Sites = [.. told.Sites];
        Assignments = [.. told.Assignments];
        Shipments = [.. told.Shipments];
        Issues = [.. told.Issues];
        Substitutions = [.. told.Substitutions];
        Purchases = [.. told.Purchases];
    }

    public List<SiteOpening> Sites { get; }

    public List<Assignment> Assignments { get; }

    public List<PlannedShipment> Shipments { get; }

    public List<StockIssue> Issues { get; }

    public List<SubstitutedIssue> Substitutions { get; }

    public List<PlannedPurchase> Purchases { get; }

    /// <summary>What went, but for issues, which are no promise.</summary>
    public ImmutableArray<ForcedChange> Forced => [.. forced];

    public bool InWindow(DateOnly day) => window?.Contains(day) == true;

    public DateOnly DateOf(int? day) => district.Horizon.DateOf(day ?? 0);

    public PlanDecisions ToDecisions() => new([.. Sites], [.. Assignments], [.. Shipments], [.. Issues], [])
    {
        Substitutions = [.. Substitutions],
        Purchases = [.. Purchases],
    };

    public void Drop(SiteOpening opening, AuditFinding why)
    {
        Sites.Remove(opening);
        Note(DecisionKind.Site, opening.Site, opening.OpenFrom, why, InWindow(opening.OpenFrom) || (window is not null && opening.OpenFrom <= window.To && opening.OpenTo >= window.From));
    }

    public void Drop(Assignment work, AuditFinding why)
    {
        Assignments.Remove(work);
        Note(DecisionKind.Assignment, $"{work.Staff}/{work.Duty}/{work.Line}/{work.Shift}", work.Day, why, InWindow(work.Day));
    }

    public void Drop(PlannedShipment sent, AuditFinding why)
    {
        Shipments.Remove(sent);
        Note(DecisionKind.Shipment, $"{sent.Item}/{sent.From}/{sent.To}", sent.Day, why, InWindow(sent.Day));
    }

    public void Drop(PlannedPurchase bought, AuditFinding why)
    {
        Purchases.Remove(bought);
        DateOnly ordered = district.Offers.FirstOrDefault(offer => offer.Id == bought.Offer)?.OrderOn ?? district.Horizon.Start;
        Note(DecisionKind.Purchase, bought.Offer, ordered, why, InWindow(ordered));
    }

    /// <summary>Admits fewer people.</summary>
    /// <returns>By how many.</returns>
    public long Reduce(string site, Admission admission, long guests, AuditFinding why)
    {
        int at = Sites.FindIndex(opening => opening.Site == site);
        long fewer = Math.Min(guests, admission.Guests);
        ImmutableArray<Admission> admissions = fewer == admission.Guests
            ? Sites[at].Admissions.Remove(admission)
            : Sites[at].Admissions.Replace(admission, admission with { Guests = admission.Guests - fewer });
        Sites[at] = Sites[at] with { Admissions = admissions };
        Note(DecisionKind.Admission, $"{site}/{admission.Zone}", admission.Day, why, InWindow(admission.Day));
        return fewer;
    }

    /// <summary>Hands out less.</summary>
    /// <returns>By how many units.</returns>
    public long Reduce(StockIssue issue, long units)
    {
        int at = Issues.IndexOf(issue);
        long fewer = Math.Min(units, issue.Quantity);
        if (fewer == issue.Quantity)
        {
            Issues.RemoveAt(at);
        }
        else
        {
            Issues[at] = issue with { Quantity = issue.Quantity - fewer };
        }

        return fewer;
    }

    private void Note(DecisionKind kind, string subject, DateOnly day, AuditFinding why, bool inWindow)
    {
        // Of an admission that is reduced step by step the first reason counts.
        if (kind != DecisionKind.Admission || !forced.Exists(change => change.Kind == kind && change.Subject == subject && change.Day == day))
        {
            forced.Add(new ForcedChange(kind, subject, day, inWindow, why.Rule, why.Message));
        }
    }
}

using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>Carries a published plan out in a district as it is now: what breaks a hard rule goes, until nothing does.</summary>
/// <remarks>
/// Least cover of sites and sites that must open are no reason: other people may be called in, and such a site is opened. Where several decisions break a rule together, one outside the window
/// goes before one within, then the later, then the less urgent. Of what stock is too short for, issues go before shipments and kits.
/// </remarks>
internal sealed class PublishedExecution
{
    private readonly District district;
    private readonly DemandForecast forecast;
    private readonly PublishedPlan published;
    private readonly PublishedDraft draft;
    private readonly WorkMending work;
    private readonly StockMending stock;

    public PublishedExecution(District district, DemandForecast forecast, PublishedPlan published)
    {
        this.district = district;
        this.forecast = forecast;
        this.published = published;
        draft = new PublishedDraft(district, published);
        work = new WorkMending(district, draft);
        stock = new StockMending(district, draft);
    }

    /// <summary>What is left, and what is not.</summary>
    public PinnedDecisions Run()
    {
        PlanDecisions told = draft.ToDecisions();
        while (true)
        {
            PlanDecisions left = draft.ToDecisions();
            var pins = new PinnedDecisions(district, published.Window, told, left, draft.Forced);
            var context = new AuditContext(district, forecast, left, pins);
            _ = AuditParts.Run(context);
            if (!MendAll(context.Findings.Where(IsOfOneDecision)) && !MendAll(OneByOne(context.Findings)))
            {
                return pins;
            }
        }
    }

    /// <summary>Whether the decision is impossible by itself, whatever else goes.</summary>
    private static bool IsOfOneDecision(AuditFinding finding) => WorkMending.IsOfOneDecision(finding.Rule) || finding.Rule is AuditRules.UnknownSite or AuditRules.ClosedSiteOpen
        or AuditRules.OpenedBeforeSetUp or AuditRules.OpenOutsideHorizon or AuditRules.UnknownItem or AuditRules.UnknownLane or AuditRules.NotWholePacks or AuditRules.MinimumDispatch
        or AuditRules.UnknownZone or AuditRules.AdmissionBeyondDistance or AuditRules.UnknownOffer or AuditRules.PurchaseBeyondOffer;

    /// <summary>
    /// The first finding about each subject: when its decision has gone, others may be possible. Of dispatches that find nothing at all, all; a dispatch that finds a part comes before them,
    /// since without it the part is there for others.
    /// </summary>
    private IEnumerable<AuditFinding> OneByOne(List<AuditFinding> findings)
    {
        HashSet<string> partly = [.. findings.Where(stock.FindsPart).Select(StockMending.Source)];
        var seen = new HashSet<string>();
        foreach (AuditFinding finding in findings)
        {
            bool independent = finding.Rule is AuditRules.KitMissing or AuditRules.Overstaffed or AuditRules.IncompleteTeam or AuditRules.IssueBeyondNeed or AuditRules.IssueBeyondStock
                or AuditRules.AdmissionsExceedContacts;
            if (finding.Rule == AuditRules.DispatchBeyondStock)
            {
                string source = StockMending.Source(finding);
                if (!partly.Contains(source) || (stock.FindsPart(finding) && seen.Add(source)))
                {
                    yield return finding;
                }
            }
            else if (independent || seen.Add(finding.Subject))
            {
                yield return finding;
            }
        }
    }

    private bool MendAll(IEnumerable<AuditFinding> findings)
    {
        bool changed = false;
        foreach (AuditFinding finding in findings)
        {
            changed |= MendSite(finding) || work.Mend(finding) || stock.Mend(finding);
        }

        return changed;
    }

    private bool MendSite(AuditFinding finding)
    {
        switch (finding.Rule)
        {
            case AuditRules.UnknownSite or AuditRules.ClosedSiteOpen or AuditRules.OpenedBeforeSetUp or AuditRules.OpenOutsideHorizon:
                return DropSite(draft.Sites.Find(site => site.Site == finding.Subject), finding);
            case AuditRules.DuplicateSite:
                return DropSite(draft.Sites.FindLast(site => site.Site == finding.Subject), finding);
            case AuditRules.UnknownZone or AuditRules.AdmissionOutsideOpenDays or AuditRules.AdmissionBeyondDistance or AuditRules.DuplicateAdmission:
                return Admissions(finding, (site, admission) => finding.Subject == $"{site}/{admission.Zone}" && (finding.Day is null || admission.Day == draft.DateOf(finding.Day)), long.MaxValue);
            case AuditRules.AdmissionsExceedContacts:
                return Admissions(finding, (_, admission) => admission.Zone == finding.Subject && admission.Day == draft.DateOf(finding.Day), finding.Amount);
            case AuditRules.RoomsExceeded:
                DateOnly full = draft.DateOf(finding.Day);
                int length = district.Policy.Quarantine.LengthDays;
                return Admissions(
                    finding, (site, admission) => site == finding.Subject && admission.Day <= full && admission.Day.AddDays(length) > full, finding.Amount);
            default:
                return false;
        }
    }

    private bool DropSite(SiteOpening? opening, AuditFinding finding)
    {
        if (opening is not null)
        {
            draft.Drop(opening, finding);
        }

        return opening is not null;
    }

    /// <summary>Admits so many people fewer: those outside the window first, then the later, of a day the site that is opened last.</summary>
    private bool Admissions(AuditFinding finding, Func<string, Admission, bool> concerned, long guests)
    {
        ImmutableArray<(string Site, Admission Admission)> found =
        [
            .. draft.Sites.SelectMany(site => site.Admissions.Where(admission => concerned(site.Site, admission)).Select(admission => (site.Site, admission)))
                .Reverse().OrderBy(entry => draft.InWindow(entry.admission.Day)).ThenByDescending(entry => entry.admission.Day),
        ];
        foreach ((string site, Admission admission) in found)
        {
            guests -= guests > 0 ? draft.Reduce(site, admission, guests, finding) : 0;
        }

        return found.Length > 0;
    }
}

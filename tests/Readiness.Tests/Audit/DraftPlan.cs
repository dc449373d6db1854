using Readiness.Audit;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Tests.Audit;

/// <summary>Decisions with the facts that they are audited against, and the changes that break them.</summary>
internal sealed record DraftPlan(District District, DemandForecast Forecast, PlanDecisions Decisions)
{
    /// <summary>The plan on top of which it is made, if any.</summary>
    public PublishedPlan? Published { get; init; }

    public PlanAudit Audit() => PlanAuditor.Audit(District, Forecast, Decisions, Published);

    public DraftPlan With(Func<District, District> change) => this with { District = change(District) };

    public DraftPlan Deciding(Func<PlanDecisions, PlanDecisions> change) => this with { Decisions = change(Decisions) };

    public DraftPlan WithSite(Func<CandidateSite, CandidateSite> change, string id = "hotel") => With(district =>
        district with { CandidateSites = [.. district.CandidateSites.Select(site => site.Id == id ? change(site) : site)] });

    public DraftPlan WithDuty(string id, Func<Duty, Duty> change) => With(district =>
        district with { Duties = [.. district.Duties.Select(duty => duty.Id == id ? change(duty) : duty)] });

    public DraftPlan WithLine(string work, string line, Func<DutyLine, DutyLine> ofDuty, Func<SiteLine, SiteLine> ofSite) => this
        .WithDuty(work, duty => duty with { Lines = [.. duty.Lines.Select(entry => entry.Id == line ? ofDuty(entry) : entry)] })
        .WithSite(site => site with { Lines = [.. site.Lines.Select(entry => entry.Id == line ? ofSite(entry) : entry)] }, work);

    public DraftPlan WithContract(Func<Contract, Contract> change) =>
        With(district => district with { Contracts = [.. district.Contracts.Select(change)] });

    public DraftPlan WithPolicy(Func<PlanningPolicy, PlanningPolicy> change) =>
        With(district => district with { Policy = change(district.Policy) });

    public DraftPlan WithQuarantine(Func<QuarantinePolicy, QuarantinePolicy> change) =>
        WithPolicy(policy => policy with { Quarantine = change(policy.Quarantine) });

    public DraftPlan WithFacility(string id, Func<Facility, Facility> change) => With(district =>
        district with { Facilities = [.. district.Facilities.Select(facility => facility.Id == id ? change(facility) : facility)] });

    public DraftPlan WithPerson(string id, Func<StaffMember, StaffMember> change) => With(district =>
        district with { Staff = [.. district.Staff.Select(person => person.Id == id ? change(person) : person)] });

    public DraftPlan WithLane(string from, string to, Func<Lane, Lane> change) => With(district =>
        district with { Lanes = [.. district.Lanes.Select(lane => (lane.From, lane.To) == (from, to) ? change(lane) : lane)] });

    public DraftPlan WithItem(string id, Func<Item, Item> change) => With(district =>
        district with { Items = [.. district.Items.Select(item => item.Id == id ? change(item) : item)] });

    public DraftPlan WithLot(StockLot lot) => With(district => district with { StockLots = district.StockLots.Add(lot) });

    public DraftPlan WithOpening(Func<SiteOpening, SiteOpening> change, string site = "hotel") => Deciding(decisions =>
        decisions with { Sites = [.. decisions.Sites.Select(opening => opening.Site == site ? change(opening) : opening)] });

    public DraftPlan WithUnmet(UnmetKind kind, Func<UnmetNeed, UnmetNeed?> change) => Deciding(decisions =>
        decisions with { Unmet = [.. decisions.Unmet.Select(unmet => unmet.Kind == kind ? change(unmet) : unmet).OfType<UnmetNeed>()] });

    public DraftPlan Plus(SiteOpening opening) => Deciding(decisions => decisions with { Sites = decisions.Sites.Add(opening) });

    public DraftPlan Plus(params ReadOnlySpan<Assignment> assignments) =>
        this with { Decisions = Decisions with { Assignments = Decisions.Assignments.AddRange(assignments) } };

    public DraftPlan Plus(PlannedShipment shipment) => Deciding(decisions => decisions with { Shipments = decisions.Shipments.Add(shipment) });

    public DraftPlan Plus(StockIssue issue) => Deciding(decisions => decisions with { Issues = decisions.Issues.Add(issue) });

    public DraftPlan Plus(UnmetNeed unmet) => Deciding(decisions => decisions with { Unmet = decisions.Unmet.Add(unmet) });

    public DraftPlan Plus(SubstitutedIssue issue) => Deciding(decisions => decisions with { Substitutions = decisions.Substitutions.Add(issue) });

    public DraftPlan Plus(PlannedPurchase purchase) => Deciding(decisions => decisions with { Purchases = decisions.Purchases.Add(purchase) });

    public DraftPlan Without(SiteOpening opening) => Deciding(decisions => decisions with { Sites = decisions.Sites.Remove(opening) });

    public DraftPlan Without(params ReadOnlySpan<Assignment> assignments) =>
        this with { Decisions = Decisions with { Assignments = Decisions.Assignments.RemoveRange(assignments) } };

    public DraftPlan Without(PlannedShipment shipment) => Deciding(decisions => decisions with { Shipments = decisions.Shipments.Remove(shipment) });

    public DraftPlan Without(StockIssue issue) => Deciding(decisions => decisions with { Issues = decisions.Issues.Remove(issue) });

    public DraftPlan Without(UnmetNeed unmet) => Deciding(decisions => decisions with { Unmet = decisions.Unmet.Remove(unmet) });
}

using Readiness.Audit;
using Readiness.Plans;

namespace Readiness.Tests.Audit.Mutations;

/// <summary>Items that are handed out where, or in amounts that, nobody asks for.</summary>
internal static class IssueBreakers
{
    public static readonly RuleBreaker[] All =
    [
        new(AuditRules.UnknownNeed, "a need that does not exist", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            from other in new[] { issue with { Need = "feast" }, issue with { Need = null! }, issue with { Item = "rope" }, issue with { Item = null! } }
            select new BrokenPlan(PlanFacts.Subject(other), null, facts.Replacing(issue, other))),
        new(AuditRules.UnknownNeed, "an item that the need does not ask for", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            from item in facts.District.Items
            where !facts.Needs.Contains((issue.Need, item.Id))
            let other = issue with { Item = item.Id }
            select new BrokenPlan(PlanFacts.Subject(other), null, facts.Replacing(issue, other))),
        new(AuditRules.UnknownNeed, "the need is no more", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            select new BrokenPlan(PlanFacts.Subject(issue), null, facts.Plan.With(district => district with
            {
                BurnRates = [.. district.BurnRates.Where(rate => rate.Id != issue.Need)],
                CandidateSites = [.. district.CandidateSites.Select(site => site.Id == issue.Need ? site with { GuestNeeds = [] } : site)],
            }))),
        new(AuditRules.IssueBeyondNeed, "one unit more than needed", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            let units = facts.Units(issue.Need, issue.Item, facts.DayOf(issue.Day))
            select Named(facts, issue, facts.Replacing(issue, issue with { Quantity = units + 1 }))),
        new(AuditRules.IssueBeyondNeed, "issued where nothing is needed", facts =>
            from place in facts.Sample(from need in facts.Needs from day in Enumerable.Range(0, facts.Days) where facts.Units(need.Need, need.Item, day) == 0 select (need.Need, need.Item, day))
            let issue = new StockIssue(place.Need, place.Item, facts.Date(place.day), 1)
            select Named(facts, issue, facts.Plan.Plus(issue))),
        new(AuditRules.IssueBeyondNeed, "less is needed", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            select Named(facts, issue, facts.Plan.With(district => district with
            {
                BurnRates = [.. district.BurnRates.Select(rate => rate.Id == issue.Need ? rate with { PerDay = issue.Quantity - 1, Driver = null } : rate)],
                CandidateSites =
                [
                    .. district.CandidateSites.Select(site => site.Id == issue.Need ? site with { GuestNeeds = [.. site.GuestNeeds.Select(need => need with { PerGuestDay = 0 })] } : site),
                ],
            }))),
        new(AuditRules.DuplicateIssue, "the same issue again", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            select Named(facts, issue, facts.Plan.Plus(issue))),
        new(AuditRules.DuplicateIssue, "an issue in two parts", facts =>
            from issue in facts.Sample(facts.Decisions.Issues)
            where issue.Quantity > 1
            select Named(facts, issue, facts.Replacing(issue, issue with { Quantity = 1 }).Plus(issue with { Quantity = issue.Quantity - 1 }))),
    ];

    private static BrokenPlan Named(PlanFacts facts, StockIssue issue, DraftPlan plan) => new(PlanFacts.Subject(issue), facts.DayOf(issue.Day), plan);
}

using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Plans;
using Readiness.Staffing;

namespace Readiness.Planning;

/// <summary>What of a published plan can be carried out, and no more, as a plan of its own.</summary>
/// <param name="context">The plan's context, with a published plan.</param>
internal sealed class PublishedRound(PlanningContext context)
{
    /// <summary>Its sites, heads and decisions. A site that falls below its least cover after the days that bind it is closed.</summary>
    public (PlanDecisions Decisions, SiteDecisions Sites, RoundHeads Heads, Roster Roster, ImmutableArray<int> Closed) Make()
    {
        PlanDecisions possible = context.Pins!.Possible;
        SiteDecisions sites = SiteDecisions.Published(context);
        var closed = ImmutableArray.CreateBuilder<int>();
        while (true)
        {
            SiteDecisions open = sites;
            ImmutableArray<RosterAssignment> works = [.. context.Kept.Possible.Where(work => IsOpen(open, work))];
            HeadCount heads = RosterTranslation.Filled(context, works);
            ImmutableArray<int> failing = SiteCover.Understaffed(context, sites, new CoverNeeds(context, sites, context.AtHome(sites)), heads);
            if (failing.IsEmpty)
            {
                var decisions = new PlanDecisions(
                    sites.ToOpenings(context), [.. works.Select(Assignment)], possible.Shipments, [.. possible.Issues.Select(issue => Needed(issue, open)).Where(issue => issue.Quantity > 0)], [])
                {
                    Substitutions = [.. possible.Substitutions.Where(issue => !context.Index.Sites.TryGetValue(issue.Need, out int site) || !closed.Contains(site))],
                    Purchases = possible.Purchases,
                };
                return (decisions, sites, new RoundHeads(heads, heads), new Roster(works, new PlanProof(Termination.Finished, [])), closed.ToImmutable());
            }

            foreach (int site in failing)
            {
                sites = sites.Without(site);
                closed.Add(site);
            }
        }
    }

    private bool IsOpen(SiteDecisions sites, RosterAssignment work) =>
        context.Tasks[work.Task].SiteIndex is var site && (site < 0 || sites.IsOpen(site, work.Day));

    private Assignment Assignment(RosterAssignment work) => new(
        context.District.Staff[work.Person].Id,
        context.Tasks[work.Task].Duty,
        context.Tasks[work.Task].Line,
        context.District.Horizon.DateOf(work.Day),
        context.District.ShiftTypes[work.Shift].Id);

    /// <summary>No more than the guests need who are left.</summary>
    private StockIssue Needed(StockIssue issue, SiteDecisions sites)
    {
        if (!context.Index.Sites.TryGetValue(issue.Need, out int site))
        {
            return issue;
        }

        long guests = sites.Guests(site, context.District.Horizon.DayOf(issue.Day));
        long needed = WorkloadModel.GuestUnits(context.District.CandidateSites[site].GuestNeeds.First(need => need.Item == issue.Item), guests);
        return issue with { Quantity = Math.Min(issue.Quantity, needed) };
    }
}

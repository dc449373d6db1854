using System.Collections.Immutable;
using System.Globalization;
using Readiness.Quarantine;
using Readiness.Tests.Audit.Mutations;

namespace Readiness.Tests.Quarantine;

/// <summary>Good plans of random problems, broken on purpose at every place.</summary>
public sealed class SiteMutationTests
{
    private static readonly string[] Rules =
    [
        "knownSite", "oneOpening", "forbiddenSite", "mustOpen", "openingDays", "knownPlacement", "positiveQuantity", "wholeUnits", "allowedPair", "siteClosed",
        "demand", "singleSource", "capacity", "resource", "proof",
    ];

    private readonly MutationTable table = new();

    [Fact]
    public void Every_rule_is_named_at_every_place_in_whatever_way_it_is_broken()
    {
        for (int seed = 0; seed < 12; seed++)
        {
            LocationProblem problem = RandomLocations.Middling(seed);
            SitePlan plan = new SitePlanner().Plan(
                problem, new LocationOptions { Threads = 1, WorkLimit = 20 }, null, TestContext.Current.CancellationToken);
            Assert.Empty(new SiteAuditor().Audit(problem, plan));
            BreakOpenings(problem, plan);
            BreakPlacements(problem, plan);
            BreakShares(problem, plan);
            BreakLimits(problem, plan);
            BreakProof(problem, plan);
        }

        Assert.Equal(Rules.Order(), table.Rules.Order());
        table.AssertAllCaught();
    }

    private void Try(string rule, string way, string subject, int? day, LocationProblem problem, SitePlan plan) =>
        table.Add(rule, way, subject, day, new SiteAuditor().Audit(problem, plan));

    private void BreakOpenings(LocationProblem problem, SitePlan plan)
    {
        foreach (int site in new[] { -1, problem.Sites.Length })
        {
            Try("knownSite", "no such site", site.ToString(CultureInfo.InvariantCulture), null, problem, plan with { Sites = plan.Sites.Add(new SiteUse(site, 0, 0)) });
        }

        foreach (SiteUse use in plan.Sites)
        {
            LocationSite site = problem.Sites[use.Site];
            Try("oneOpening", "the same again", site.Name, use.FirstDay, problem, plan with { Sites = plan.Sites.Add(use) });
            Try("forbiddenSite", "an open site is forbidden", site.Name, use.FirstDay, With(problem, use.Site, site with { Opening = OpeningRule.Forbidden }), plan);
            SiteUse[] others = [use with { FirstDay = site.EarliestDay - 1 }, use with { LastDay = problem.Days }, use with { LastDay = use.FirstDay - 1 }];
            foreach (SiteUse other in others)
            {
                Try("openingDays", "days on which it cannot be open", site.Name, other.FirstDay, problem, plan with { Sites = plan.Sites.Replace(use, other) });
            }

            LocationProblem must = With(problem, use.Site, site with { Opening = OpeningRule.MustOpen });
            SiteUse[] partly = [new(use.Site, site.EarliestDay + 1, problem.Days - 1), new(use.Site, site.EarliestDay, problem.Days - 2)];
            foreach (SiteUse other in partly)
            {
                Try("mustOpen", "a day less", site.Name, site.EarliestDay, must, plan with { Sites = plan.Sites.Replace(use, other) });
            }

            Try("mustOpen", "never open", site.Name, site.EarliestDay, must, plan with { Sites = plan.Sites.Remove(use) });
        }
    }

    private void BreakPlacements(LocationProblem problem, SitePlan plan)
    {
        foreach (Placement placement in plan.Placements)
        {
            string subject = $"{problem.Customers[placement.Customer].Name}/{problem.Sites[placement.Site].Name}";
            Placement[] unknown =
            [
                placement with { Customer = -1 }, placement with { Customer = problem.Customers.Length }, placement with { Site = -1 },
                placement with { Site = problem.Sites.Length }, placement with { Day = -1 }, placement with { Day = problem.Days },
            ];
            foreach (Placement other in unknown)
            {
                Try("knownPlacement", "no such customer, site or day", $"{other.Customer}/{other.Site}", other.Day, problem, Replacing(plan, placement, other));
            }

            foreach (double quantity in new[] { 0, -1, double.NaN, double.PositiveInfinity })
            {
                Try("positiveQuantity", "nothing, less or no number", subject, placement.Day, problem, Replacing(plan, placement, placement with { Quantity = quantity }));
            }

            Try("wholeUnits", "half a unit less", subject, placement.Day, problem, Replacing(plan, placement, placement with { Quantity = placement.Quantity - 0.5 }));
            int pair = placement.Customer * problem.Sites.Length + placement.Site;
            LocationProblem barred = problem with { AssignmentCosts = problem.AssignmentCosts.SetItem(pair, double.PositiveInfinity) };
            Try("allowedPair", "the pair is barred", subject, placement.Day, barred, plan);
            SiteUse use = plan.Sites.Single(open => open.Site == placement.Site);
            Try("siteClosed", "never open", subject, placement.Day, problem, plan with { Sites = plan.Sites.Remove(use) });
            Try("siteClosed", "opens a day late", subject, placement.Day, problem, plan with { Sites = plan.Sites.Replace(use, use with { FirstDay = placement.Day + 1 }) });
            Try("siteClosed", "closes a day early", subject, placement.Day, problem, plan with { Sites = plan.Sites.Replace(use, use with { LastDay = LastDay(problem, placement) - 1 }) });
        }
    }

    private void BreakShares(LocationProblem problem, SitePlan plan)
    {
        LocationProblem single = problem with { SingleSource = true };
        foreach (var cell in plan.Placements.GroupBy(placement => (placement.Customer, placement.Day)))
        {
            LocationCustomer customer = problem.Customers[cell.Key.Customer];
            double demand = customer.Demand[cell.Key.Day];
            Placement first = cell.First();
            SitePlan more = Replacing(plan, first, first with { Quantity = demand + 1 });
            Try("demand", "one unit more than wanted", customer.Name, cell.Key.Day, problem, more);
            SitePlan half = Replacing(plan, first, first with { Quantity = first.Quantity / 2 });
            Try("singleSource", "not all of it", customer.Name, cell.Key.Day, single, half);
            Placement elsewhere = first with { Site = (first.Site + 1) % problem.Sites.Length, Quantity = first.Quantity / 2 };
            if (elsewhere.Site != first.Site)
            {
                Try("singleSource", "from two sites", customer.Name, cell.Key.Day, single, half with { Placements = half.Placements.Add(elsewhere) });
            }
        }
    }

    private void BreakLimits(LocationProblem problem, SitePlan plan)
    {
        foreach (SiteUse use in plan.Sites)
        {
            for (int day = use.FirstDay; day <= use.LastDay; day++)
            {
                double occupants = Occupants(problem, plan, use.Site, day);
                if (occupants > 0)
                {
                    LocationSite smaller = problem.Sites[use.Site] with { Capacity = occupants - 0.5 };
                    Try("capacity", "a smaller site", smaller.Name, day, With(problem, use.Site, smaller), plan);
                }
            }
        }

        for (int r = 0; r < problem.Resources.Length; r++)
        {
            SiteResource resource = problem.Resources[r];
            for (int day = 0; day < problem.Days; day++)
            {
                int first = resource.Cumulative ? 0 : day;
                double used = Enumerable.Range(first, day - first + 1).Sum(past => Used(problem, plan, resource, past));
                double forced = Enumerable.Range(first, day - first + 1).Sum(past => Forced(problem, resource, past));
                if (used - 0.5 > forced)
                {
                    SiteResource scarcer = resource with { Available = resource.Available.SetItem(day, used - 0.5) };
                    Try("resource", "less is available", resource.Name, day, problem with { Resources = problem.Resources.SetItem(r, scarcer) }, plan);
                }
            }
        }
    }

    private void BreakProof(LocationProblem problem, SitePlan plan)
    {
        ImmutableArray<LevelProof> levels = plan.Proof.Levels;
        SitePlan Proving(ImmutableArray<LevelProof> stated) => plan with { Proof = plan.Proof with { Levels = stated } };

        Try("proof", "levels in another order", "levels", null, problem, Proving([.. levels.Reverse()]));
        for (int k = 0; k < levels.Length; k++)
        {
            Try("proof", "a level is missing", "levels", null, problem, Proving(levels.RemoveAt(k)));
            foreach (double objective in new[] { levels[k].Objective - 1, levels[k].Objective + 1, double.NaN })
            {
                Try("proof", "another objective", levels[k].Level, null, problem, Proving(levels.SetItem(k, levels[k] with { Objective = objective })));
            }

            foreach (double bound in new[] { levels[k].Objective + 1, double.NaN })
            {
                Try("proof", "a bound above the objective", levels[k].Level, null, problem, Proving(levels.SetItem(k, levels[k] with { Bound = bound })));
            }
        }
    }

    private static int LastDay(LocationProblem problem, Placement placement) => Math.Min(placement.Day + problem.LengthOfStay, problem.Days) - 1;

    private static double Occupants(LocationProblem problem, SitePlan plan, int site, int day) => plan.Placements
        .Where(placement => placement.Site == site && placement.Day <= day && day <= LastDay(problem, placement)).Sum(placement => placement.Quantity);

    private static double Used(LocationProblem problem, SitePlan plan, SiteResource resource, int day) => plan.Sites
        .Where(use => use.FirstDay <= day && day <= use.LastDay)
        .Sum(use => resource.FixedUse[use.Site] + resource.UsePerUnit[use.Site] * Occupants(problem, plan, use.Site, day));

    private static double Forced(LocationProblem problem, SiteResource resource, int day) => Enumerable.Range(0, problem.Sites.Length)
        .Where(site => problem.Sites[site].Opening == OpeningRule.MustOpen && problem.Sites[site].EarliestDay <= day).Sum(site => resource.FixedUse[site]);

    private static LocationProblem With(LocationProblem problem, int site, LocationSite other) => problem with { Sites = problem.Sites.SetItem(site, other) };

    private static SitePlan Replacing(SitePlan plan, Placement old, Placement placement) => plan with { Placements = plan.Placements.Replace(old, placement) };
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Readiness.Quarantine;

/// <summary>
/// Re-derives every rule and all objective levels of a <see cref="SitePlan"/> from the problem and the plan's raw decisions.
/// Shares no code with the planner.
/// </summary>
/// <remarks>
/// <para>Rules: <c>knownSite</c>, <c>oneOpening</c>, <c>forbiddenSite</c>, <c>mustOpen</c>, <c>openingDays</c>, <c>knownPlacement</c>, <c>positiveQuantity</c>,
/// <c>wholeUnits</c>, <c>allowedPair</c>, <c>reach</c>, <c>siteClass</c>, <c>siteClosed</c>, <c>demand</c>, <c>singleSource</c>, <c>capacity</c>, <c>resource</c>,
/// <c>clearance</c>, <c>separation</c>, <c>numberOfSites</c>, <c>classLimit</c>, <c>unservedDemand</c>, <c>unservedCause</c>, <c>proof</c>.</para>
/// <para>A limit counts as exceeded when it is exceeded by more than 1e-6 × max(1, limit). What is available of a resource on a day counts as no less than
/// the fixed use of the <see cref="OpeningRule.MustOpen"/> sites on that day (up to that day for a cumulative resource): nobody can plan that use away.</para>
/// <para>An instance has no state and may be shared between threads.</para>
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and auditors are used as instances.")]
public sealed class SiteAuditor
{
    private const double Tolerance = 1e-6;

    /// <summary>Every rule that the plan breaks; empty for a correct plan.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The problem itself is not valid.</exception>
    public ImmutableArray<RuleViolation> Audit(LocationProblem problem, SitePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        LocationValidation.Validate(problem);
        ImmutableArray<RuleViolation>.Builder found = ImmutableArray.CreateBuilder<RuleViolation>();
        if (plan.Proof.Levels.IsEmpty)
        {
            if (plan.Sites.Length + plan.Placements.Length > 0)
            {
                found.Add(new("proof", "levels", null, "Something is open or served, but no level has an objective."));
            }

            return found.ToImmutable();
        }

        SiteUse?[] openings = AuditOpenings(problem, plan, found);
        double[,] occupants = AuditPlacements(problem, plan, openings, found);
        AuditDemand(problem, plan, found);
        AuditCapacity(problem, occupants, found);
        foreach (SiteResource resource in problem.Resources)
        {
            AuditResource(problem, resource, openings, occupants, found);
        }

        var rules = new SiteRuleAudit(problem, plan, found);
        rules.Find();
        rules.FindUnserved();
        AuditProof(problem, plan, found);
        return found.ToImmutable();
    }

    /// <summary>The value of the plan by every criterion, from its openings and placements alone; entries that name no customer, day or site count nothing.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The problem itself is not valid.</exception>
    public SiteEvaluation Evaluate(LocationProblem problem, SitePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        LocationValidation.Validate(problem);
        double unserved = 0;
        foreach (LocationCustomer customer in problem.Customers)
        {
            for (int day = 0; day < problem.Days; day++)
            {
                unserved += customer.Demand[day] * (EndOfStay(problem, day) - day + 1);
            }
        }

        double cost = 0;
        double farthest = 0;
        foreach (SiteUse use in plan.Sites)
        {
            if (use.Site >= 0 && use.Site < problem.Sites.Length)
            {
                LocationSite site = problem.Sites[use.Site];
                cost += site.OpeningCost + (site.CostPerOpenDay * Math.Max(0, use.LastDay - use.FirstDay + 1));
            }
        }

        foreach (Placement placement in plan.Placements)
        {
            if (IsKnown(problem, placement))
            {
                unserved -= placement.Quantity * (EndOfStay(problem, placement.Day) - placement.Day + 1);
                int pair = (placement.Customer * problem.Sites.Length) + placement.Site;
                cost += placement.Quantity * problem.AssignmentCosts[pair];
                farthest = problem.Distances.IsEmpty ? 0 : Math.Max(farthest, problem.Distances[pair]);
            }
        }

        int sites = plan.Sites.Select(use => use.Site).Where(site => site >= 0 && site < problem.Sites.Length).Distinct().Count();
        var coverage = new SiteCoverageAudit(problem, plan);
        return new SiteEvaluation(unserved, cost)
        {
            Farthest = farthest,
            SiteCount = sites,
            WorstOff = coverage.WorstOff(),
            WithoutBackup = coverage.WithoutBackup(),
        };
    }

    private static SiteUse?[] AuditOpenings(LocationProblem problem, SitePlan plan, ImmutableArray<RuleViolation>.Builder found)
    {
        var openings = new SiteUse?[problem.Sites.Length];
        foreach (SiteUse use in plan.Sites)
        {
            if (use.Site < 0 || use.Site >= problem.Sites.Length)
            {
                found.Add(new("knownSite", Text(use.Site), null, $"There is no site {use.Site}; the problem has {problem.Sites.Length}."));
                continue;
            }

            LocationSite site = problem.Sites[use.Site];
            if (openings[use.Site] is not null)
            {
                found.Add(new("oneOpening", site.Name, use.FirstDay, "The site opens more than once."));
                continue;
            }

            openings[use.Site] = use;
            if (site.Opening == OpeningRule.Forbidden)
            {
                found.Add(new("forbiddenSite", site.Name, use.FirstDay, "The site may not open."));
            }

            if (use.FirstDay < site.EarliestDay || use.LastDay >= problem.Days || use.FirstDay > use.LastDay)
            {
                found.Add(new(
                    "openingDays", site.Name, use.FirstDay,
                    $"Open on days {use.FirstDay} to {use.LastDay}; it can be from day {site.EarliestDay} to day {problem.Days - 1}."));
            }
        }

        for (int j = 0; j < openings.Length; j++)
        {
            LocationSite site = problem.Sites[j];
            if (site.Opening == OpeningRule.MustOpen && site.EarliestDay < problem.Days
                && (openings[j] is not { } use || use.FirstDay != site.EarliestDay || use.LastDay != problem.Days - 1))
            {
                found.Add(new("mustOpen", site.Name, site.EarliestDay, $"The site must be open from day {site.EarliestDay} to day {problem.Days - 1}."));
            }
        }

        return openings;
    }

    private static double[,] AuditPlacements(
        LocationProblem problem, SitePlan plan, SiteUse?[] openings, ImmutableArray<RuleViolation>.Builder found)
    {
        double[,] occupants = new double[problem.Sites.Length, problem.Days];
        foreach (Placement placement in plan.Placements)
        {
            if (!IsKnown(problem, placement))
            {
                found.Add(new(
                    "knownPlacement", $"{placement.Customer}/{placement.Site}", placement.Day, "There is no such customer, site or day."));
                continue;
            }

            string subject = $"{problem.Customers[placement.Customer].Name}/{problem.Sites[placement.Site].Name}";
            string quantity = Text(placement.Quantity);
            if (!double.IsFinite(placement.Quantity) || placement.Quantity <= 0)
            {
                found.Add(new("positiveQuantity", subject, placement.Day, $"The quantity is {quantity}; it must be above 0."));
                continue;
            }

            if (problem.WholeUnits && placement.Quantity != Math.Floor(placement.Quantity))
            {
                found.Add(new("wholeUnits", subject, placement.Day, $"The quantity is {quantity}; it must be whole."));
            }

            if (double.IsPositiveInfinity(problem.AssignmentCosts[(placement.Customer * problem.Sites.Length) + placement.Site]))
            {
                found.Add(new("allowedPair", subject, placement.Day, "The customer may not be served from this site."));
            }

            int last = EndOfStay(problem, placement.Day);
            if (openings[placement.Site] is not { } use || use.FirstDay > placement.Day || use.LastDay < last)
            {
                found.Add(new(
                    "siteClosed", subject, placement.Day, $"{quantity} units stay on days {placement.Day} to {last}, not all of them open days."));
            }

            for (int day = placement.Day; day <= last; day++)
            {
                occupants[placement.Site, day] += placement.Quantity;
            }
        }

        return occupants;
    }

    private static void AuditDemand(LocationProblem problem, SitePlan plan, ImmutableArray<RuleViolation>.Builder found)
    {
        var cells = plan.Placements.Where(placement => IsKnown(problem, placement))
            .GroupBy(placement => (placement.Customer, placement.Day));
        foreach (var cell in cells)
        {
            LocationCustomer customer = problem.Customers[cell.Key.Customer];
            double demand = customer.Demand[cell.Key.Day];
            double served = cell.Sum(placement => placement.Quantity);
            if (Exceeds(served, demand))
            {
                found.Add(new("demand", customer.Name, cell.Key.Day, $"{Text(served)} units are served; the demand is {Text(demand)}."));
            }

            int sources = cell.Select(placement => placement.Site).Distinct().Count();
            if (problem.SingleSource && (sources > 1 || Exceeds(demand, served)))
            {
                found.Add(new(
                    "singleSource", customer.Name, cell.Key.Day,
                    $"{Text(served)} of {Text(demand)} units go to {sources} sites; all must go to one, or none."));
            }
        }
    }

    private static void AuditCapacity(LocationProblem problem, double[,] occupants, ImmutableArray<RuleViolation>.Builder found)
    {
        for (int j = 0; j < problem.Sites.Length; j++)
        {
            LocationSite site = problem.Sites[j];
            for (int day = 0; day < problem.Days; day++)
            {
                if (Exceeds(occupants[j, day], site.Capacity))
                {
                    found.Add(new("capacity", site.Name, day, $"{Text(occupants[j, day])} occupants; the site holds {Text(site.Capacity)}."));
                }
            }
        }
    }

    private static void AuditResource(
        LocationProblem problem, SiteResource resource, SiteUse?[] openings, double[,] occupants, ImmutableArray<RuleViolation>.Builder found)
    {
        double used = 0;
        double forced = 0;
        for (int day = 0; day < problem.Days; day++)
        {
            if (!resource.Cumulative)
            {
                used = 0;
                forced = 0;
            }

            for (int j = 0; j < problem.Sites.Length; j++)
            {
                LocationSite site = problem.Sites[j];
                used += resource.UsePerUnit[j] * occupants[j, day];
                if (openings[j] is { } use && use.FirstDay <= day && day <= use.LastDay)
                {
                    used += resource.FixedUse[j];
                }

                if (site.Opening == OpeningRule.MustOpen && site.EarliestDay <= day)
                {
                    forced += resource.FixedUse[j];
                }
            }

            double available = Math.Max(resource.Available[day], forced);
            if (Exceeds(used, available))
            {
                found.Add(new("resource", resource.Name, day, $"{Text(used)} are used; {Text(available)} are available."));
            }
        }
    }

    private void AuditProof(LocationProblem problem, SitePlan plan, ImmutableArray<RuleViolation>.Builder found)
    {
        SiteEvaluation value = Evaluate(problem, plan);
        (string Level, double Value)[] levels = [.. problem.Objectives.Select(criterion => (LevelOf(criterion), value.Of(criterion)))];
        if (!plan.Proof.Levels.Select(level => level.Level).SequenceEqual(levels.Select(level => level.Level)))
        {
            found.Add(new("proof", "levels", null, $"The proof must state the levels {string.Join(", ", levels.Select(level => level.Level))}, in this order."));
            return;
        }

        for (int k = 0; k < levels.Length; k++)
        {
            LevelProof stated = plan.Proof.Levels[k];
            double margin = Tolerance * Math.Max(1, Math.Abs(levels[k].Value));
            if (!(Math.Abs(stated.Objective - levels[k].Value) <= margin))
            {
                found.Add(new("proof", stated.Level, null, $"The objective is stated as {Text(stated.Objective)} and is {Text(levels[k].Value)}."));
            }

            if (!(stated.Bound <= stated.Objective + margin))
            {
                found.Add(new("proof", stated.Level, null, $"The bound {Text(stated.Bound)} is above the objective {Text(stated.Objective)}."));
            }
        }
    }

    private static string LevelOf(LocationCriterion criterion) => char.ToLowerInvariant(criterion.ToString()[0]) + criterion.ToString()[1..];

    private static int EndOfStay(LocationProblem problem, int day) =>
        (int)Math.Min((long)day + problem.LengthOfStay, problem.Days) - 1;

    private static bool IsKnown(LocationProblem problem, Placement placement) =>
        placement.Customer >= 0 && placement.Customer < problem.Customers.Length
        && placement.Site >= 0 && placement.Site < problem.Sites.Length
        && placement.Day >= 0 && placement.Day < problem.Days;

    private static bool Exceeds(double value, double limit) => value > limit + (Tolerance * Math.Max(1, limit));

    private static string Text(double value) => value.ToString("G10", CultureInfo.InvariantCulture);
}

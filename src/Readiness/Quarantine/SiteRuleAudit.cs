using System.Collections.Immutable;
using System.Globalization;

namespace Readiness.Quarantine;

/// <summary>Audits the rules about distances, classes and which sites are open together. Shares no code with the planner.</summary>
internal sealed class SiteRuleAudit(LocationProblem problem, SitePlan plan, ImmutableArray<RuleViolation>.Builder found)
{
    private const double Tolerance = 1e-6;

    private readonly int[] open = [.. plan.Sites.Select(use => use.Site).Where(site => site >= 0 && site < problem.Sites.Length).Distinct().Order()];

    /// <summary>Adds every violation.</summary>
    public void Find()
    {
        FindPairs();
        FindClearance();
        FindSeparation();
        FindNumbers();
        FindClasses();
    }

    private void FindPairs()
    {
        foreach (Placement placement in plan.Placements)
        {
            if (placement.Customer < 0 || placement.Customer >= problem.Customers.Length || placement.Site < 0 || placement.Site >= problem.Sites.Length)
            {
                continue;
            }

            (LocationCustomer customer, LocationSite site) = (problem.Customers[placement.Customer], problem.Sites[placement.Site]);
            string subject = $"{customer.Name}/{site.Name}";
            int pair = (placement.Customer * problem.Sites.Length) + placement.Site;
            if (!problem.Distances.IsEmpty && problem.Distances[pair] > problem.MaxDistance)
            {
                found.Add(new(
                    "reach", subject, placement.Day, $"The distance is {Text(problem.Distances[pair])}; it may be {Text(problem.MaxDistance)}."));
            }

            if (!customer.Classes.IsEmpty && !customer.Classes.Any(allowed => allowed == site.Class))
            {
                found.Add(new(
                    "siteClass", subject, placement.Day, $"The site's class is {site.Class ?? "none"}; it may be {string.Join(" or ", customer.Classes)}."));
            }
        }
    }

    private void FindClearance()
    {
        foreach (int site in open)
        {
            LocationSite facts = problem.Sites[site];
            if (facts.Clearance < problem.LeastClearance)
            {
                found.Add(new("clearance", facts.Name, null, $"The clearance is {Text(facts.Clearance)}; it must be {Text(problem.LeastClearance)}."));
            }
        }
    }

    private void FindSeparation()
    {
        for (int a = 0; a < open.Length && !problem.SiteDistances.IsEmpty; a++)
        {
            for (int b = a + 1; b < open.Length; b++)
            {
                double apart = problem.SiteDistances[(open[a] * problem.Sites.Length) + open[b]];
                if (apart < problem.LeastSeparation)
                {
                    found.Add(new(
                        "separation", $"{problem.Sites[open[a]].Name}/{problem.Sites[open[b]].Name}", null,
                        $"The sites are {Text(apart)} apart; it must be {Text(problem.LeastSeparation)}."));
                }
            }
        }
    }

    private void FindNumbers()
    {
        if (open.Length < problem.LeastSites || open.Length > problem.MostSites)
        {
            found.Add(new(
                "numberOfSites", Text(open.Length), null, $"{open.Length} sites open; it must be from {problem.LeastSites} to {problem.MostSites}."));
        }
    }

    private void FindClasses()
    {
        foreach (SiteClassLimit limit in problem.ClassLimits)
        {
            int count = open.Count(site => problem.Sites[site].Class == limit.Class);
            if (count < limit.Least || count > limit.Most)
            {
                found.Add(new("classLimit", limit.Class, null, $"{count} sites of the class open; it must be from {limit.Least} to {limit.Most}."));
            }
        }
    }

    /// <summary>Adds what the plan's list of unserved demand has wrong.</summary>
    public void FindUnserved()
    {
        double[,] rest = new double[problem.Customers.Length, problem.Days];
        foreach ((int i, LocationCustomer customer) in problem.Customers.Index())
        {
            for (int day = 0; day < problem.Days; day++)
            {
                rest[i, day] = customer.Demand[day] - plan.Placements.Where(p => p.Customer == i && p.Day == day).Sum(p => p.Quantity);
            }
        }

        foreach (UnservedDemand cell in plan.Unserved)
        {
            if (cell.Customer < 0 || cell.Customer >= problem.Customers.Length || cell.Day < 0 || cell.Day >= problem.Days || !(cell.Quantity > 0))
            {
                found.Add(new("unservedDemand", Text(cell.Customer), cell.Day, $"There is no such customer or day, or the quantity {Text(cell.Quantity)} is not above 0."));
                continue;
            }

            UnservedCause cause = Cause(cell.Customer, cell.Day);
            if (cell.Cause != cause)
            {
                found.Add(new("unservedCause", problem.Customers[cell.Customer].Name, cell.Day, $"The cause is stated as {cell.Cause} and is {cause}."));
            }

            rest[cell.Customer, cell.Day] -= cell.Quantity;
        }

        foreach ((int i, LocationCustomer customer) in problem.Customers.Index())
        {
            for (int day = 0; day < problem.Days; day++)
            {
                // Served beyond the demand is the rule "demand".
                bool isListed = plan.Unserved.Any(cell => cell.Customer == i && cell.Day == day);
                double margin = 2 * Tolerance * Math.Max(1, customer.Demand[day]);
                if (rest[i, day] > margin || (isListed && rest[i, day] < -margin))
                {
                    found.Add(new("unservedDemand", customer.Name, day, $"What is stated as unserved differs from what is by {Text(rest[i, day])}."));
                }
            }
        }
    }

    private UnservedCause Cause(int customer, int day)
    {
        bool isInReach = false;
        int end = (int)Math.Min((long)day + problem.LengthOfStay, problem.Days);
        for (int j = 0; j < problem.Sites.Length; j++)
        {
            LocationSite site = problem.Sites[j];
            int pair = (customer * problem.Sites.Length) + j;
            bool mayServe = double.IsFinite(problem.AssignmentCosts[pair]) && site.EarliestDay <= day
                && site.Opening != OpeningRule.Forbidden && !(site.Clearance < problem.LeastClearance)
                && (problem.Distances.IsEmpty || !(problem.Distances[pair] > problem.MaxDistance))
                && (problem.Customers[customer].Classes.IsEmpty || problem.Customers[customer].Classes.Any(allowed => allowed == site.Class));
            if (!mayServe)
            {
                continue;
            }

            isInReach = true;
            if (!plan.Sites.Any(use => use.Site == j && use.FirstDay <= day && use.LastDay + 1 >= end))
            {
                return UnservedCause.SiteClosed;
            }
        }

        return isInReach ? UnservedCause.NoRoom : UnservedCause.OutOfReach;
    }

    private static string Text(double value) => value.ToString("G10", CultureInfo.InvariantCulture);
}

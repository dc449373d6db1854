namespace Readiness.Quarantine;

/// <summary>Re-derives how the worst-off customer fares and who has no second site, from a plan's raw decisions. Shares no code with the planner.</summary>
internal sealed class SiteCoverageAudit(LocationProblem problem, SitePlan plan)
{
    /// <summary>The largest unserved share of a customer with demand; 0 if there is none.</summary>
    public double WorstOff()
    {
        double worst = 0;
        foreach ((int i, LocationCustomer customer) in problem.Customers.Index())
        {
            double demanded = Enumerable.Range(0, problem.Days).Sum(day => customer.Demand[day] * DaysOfStay(day));
            double served = plan.Placements
                .Where(p => p.Customer == i && p.Site >= 0 && p.Site < problem.Sites.Length && p.Day >= 0 && p.Day < problem.Days)
                .Sum(p => p.Quantity * DaysOfStay(p.Day));
            worst = demanded > 0 ? Math.Max(worst, 1 - (served / demanded)) : worst;
        }

        return worst;
    }

    /// <summary>Unit-days of demand for which fewer than two sites are open in reach.</summary>
    public double WithoutBackup()
    {
        double without = 0;
        for (int day = 0; day < problem.Days; day++)
        {
            int lastDay = day + DaysOfStay(day) - 1;
            int[] open = [.. plan.Sites
                .Where(use => use.Site >= 0 && use.Site < problem.Sites.Length && use.FirstDay <= day && use.LastDay >= lastDay)
                .Select(use => use.Site)
                .Distinct()];
            foreach ((int i, LocationCustomer customer) in problem.Customers.Index())
            {
                without += open.Count(site => Reaches(site, i)) < 2 ? customer.Demand[day] * DaysOfStay(day) : 0;
            }
        }

        return without;
    }

    private bool Reaches(int site, int customer)
    {
        int pair = (customer * problem.Sites.Length) + site;
        return double.IsFinite(problem.AssignmentCosts[pair])
            && (problem.Distances.IsEmpty || problem.Distances[pair] <= problem.MaxDistance)
            && (problem.Customers[customer].Classes.IsEmpty || problem.Customers[customer].Classes.Any(allowed => allowed == problem.Sites[site].Class));
    }

    private int DaysOfStay(int day) => Math.Min(problem.LengthOfStay, problem.Days - day);
}

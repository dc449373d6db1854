using Readiness.Quarantine;

namespace Readiness.Tests.Quarantine;

/// <summary>Tries every opening and every whole assignment of a tiny problem, with its own reading of the rules.</summary>
internal sealed class ExhaustiveSearch(LocationProblem problem)
{
    private readonly int[] first = new int[problem.Sites.Length];
    private readonly int[] last = new int[problem.Sites.Length];
    private readonly int[,] occupants = new int[problem.Sites.Length, problem.Days];
    private double bestUnserved = double.PositiveInfinity;
    private double bestCost = double.PositiveInfinity;

    public (double Unserved, double Cost) Run()
    {
        Open(0, 0);
        return (bestUnserved, bestCost);
    }

    private void Open(int site, double cost)
    {
        if (site == problem.Sites.Length)
        {
            if (KeepsResources())
            {
                Assign(0, 0, 0, 0, cost);
            }

            return;
        }

        LocationSite facts = problem.Sites[site];
        bool forced = facts.Opening == OpeningRule.MustOpen && facts.EarliestDay < problem.Days;
        if (!forced)
        {
            (first[site], last[site]) = (0, -1);
            Open(site + 1, cost);
        }

        for (int from = facts.EarliestDay; from < problem.Days && facts.Opening != OpeningRule.Forbidden; from++)
        {
            for (int to = from; to < problem.Days; to++)
            {
                if (!forced || (from == facts.EarliestDay && to == problem.Days - 1))
                {
                    (first[site], last[site]) = (from, to);
                    Open(site + 1, cost + facts.OpeningCost + (facts.CostPerOpenDay * (to - from + 1)));
                }
            }
        }
    }

    // Sends `given` units of the cell to sites before `site`; what is not sent stays unserved.
    private void Assign(int cell, int site, int given, double unserved, double cost)
    {
        if (cell == problem.Customers.Length * problem.Days)
        {
            if (unserved < bestUnserved || (unserved == bestUnserved && cost < bestCost))
            {
                (bestUnserved, bestCost) = (unserved, cost);
            }

            return;
        }

        int customer = cell / problem.Days;
        int day = cell % problem.Days;
        int demand = (int)problem.Customers[customer].Demand[day];
        int stay = Math.Min(problem.LengthOfStay, problem.Days - day);
        if (site == problem.Sites.Length)
        {
            Assign(cell + 1, 0, 0, unserved + ((demand - given) * stay), cost);
            return;
        }

        double price = problem.AssignmentCosts[(customer * problem.Sites.Length) + site];
        bool allowed = first[site] <= day && day + stay - 1 <= last[site] && !double.IsPositiveInfinity(price);
        for (int units = 0; units <= demand - given; units++)
        {
            if (units > 0 && (!allowed || (problem.SingleSource && units < demand)))
            {
                continue;
            }

            Occupy(site, day, stay, units);
            if (units == 0 || (Fits(site, day, stay) && KeepsResources()))
            {
                Assign(cell, site + 1, given + units, unserved, cost + (units == 0 ? 0 : units * price));
            }

            Occupy(site, day, stay, -units);
        }
    }

    private void Occupy(int site, int day, int stay, int units)
    {
        for (int t = day; t < day + stay; t++)
        {
            occupants[site, t] += units;
        }
    }

    private bool Fits(int site, int day, int stay)
    {
        for (int t = day; t < day + stay; t++)
        {
            if (occupants[site, t] > problem.Sites[site].Capacity)
            {
                return false;
            }
        }

        return true;
    }

    private bool KeepsResources()
    {
        foreach (SiteResource resource in problem.Resources)
        {
            double usedBefore = 0;
            double forcedBefore = 0;
            for (int t = 0; t < problem.Days; t++)
            {
                double used = 0;
                double forced = 0;
                for (int j = 0; j < problem.Sites.Length; j++)
                {
                    LocationSite site = problem.Sites[j];
                    used += (first[j] <= t && t <= last[j] ? resource.FixedUse[j] : 0) + (resource.UsePerUnit[j] * occupants[j, t]);
                    forced += site.Opening == OpeningRule.MustOpen && site.EarliestDay <= t ? resource.FixedUse[j] : 0;
                }

                (usedBefore, forcedBefore) = resource.Cumulative ? (usedBefore + used, forcedBefore + forced) : (used, forced);
                if (usedBefore > Math.Max(resource.Available[t], forcedBefore))
                {
                    return false;
                }
            }
        }

        return true;
    }
}

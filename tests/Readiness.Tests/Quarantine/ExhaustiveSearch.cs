using Readiness.Quarantine;

namespace Readiness.Tests.Quarantine;

/// <summary>Tries every opening and every whole assignment of a tiny problem, with its own reading of the rules.</summary>
internal sealed class ExhaustiveSearch(LocationProblem problem)
{
    private readonly int[] first = new int[problem.Sites.Length];
    private readonly int[] last = new int[problem.Sites.Length];
    private readonly int[,] occupants = new int[problem.Sites.Length, problem.Days];
    private readonly double[] missed = new double[problem.Customers.Length];
    private double withoutBackup;
    private double[]? best;

    /// <summary>
    /// The best values of the criteria in their order, with every customer's unserved share, largest first, for <see cref="LocationCriterion.WorstOff"/>; null if no
    /// choice of sites keeps the rules about them.
    /// </summary>
    public double[]? Run()
    {
        Open(0, 0);
        return best;
    }

    /// <summary>The values in which <see cref="Run"/> compares.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="evaluation">The values of the criteria.</param>
    /// <param name="missed">Unserved unit-days by customer.</param>
    public static double[] ValuesOf(LocationProblem problem, SiteEvaluation evaluation, double[] missed)
    {
        List<double> values = [];
        foreach (LocationCriterion criterion in problem.Objectives)
        {
            if (criterion == LocationCriterion.WorstOff)
            {
                double[] demanded = [.. problem.Customers.Select(c => c.Demand.Select((units, day) => units * Math.Min(problem.LengthOfStay, problem.Days - day)).Sum())];
                values.AddRange(missed.Zip(demanded, (left, all) => all > 0 ? left / all : 0).OrderDescending());
            }
            else
            {
                values.Add(evaluation.Of(criterion));
            }
        }

        return [.. values];
    }

    private void Open(int site, double cost)
    {
        if (site == problem.Sites.Length)
        {
            if (KeepsResources() && KeepsRules())
            {
                withoutBackup = WithoutBackup();
                Assign(0, 0, 0, 0, 0, cost);
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

        for (int from = facts.EarliestDay; from < problem.Days && facts.Opening != OpeningRule.Forbidden && facts.Clearance >= problem.LeastClearance; from++)
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
    private void Assign(int cell, int site, int given, double unserved, double farthest, double cost)
    {
        if (cell == problem.Customers.Length * problem.Days)
        {
            var evaluation = new SiteEvaluation(unserved, cost) { Farthest = farthest, SiteCount = last.Count(day => day >= 0), WithoutBackup = withoutBackup };
            double[] values = ValuesOf(problem, evaluation, missed);
            best = best is null || values.AsSpan().SequenceCompareTo(best) < 0 ? values : best;
            return;
        }

        int customer = cell / problem.Days;
        int day = cell % problem.Days;
        int demand = (int)problem.Customers[customer].Demand[day];
        int stay = Math.Min(problem.LengthOfStay, problem.Days - day);
        if (site == problem.Sites.Length)
        {
            missed[customer] += (demand - given) * stay;
            Assign(cell + 1, 0, 0, unserved + ((demand - given) * stay), farthest, cost);
            missed[customer] -= (demand - given) * stay;
            return;
        }

        int pair = (customer * problem.Sites.Length) + site;
        double price = problem.AssignmentCosts[pair];
        double distance = problem.Distances.IsEmpty ? 0 : problem.Distances[pair];
        bool allowed = MayTake(site, customer, day, stay);
        for (int units = 0; units <= demand - given; units++)
        {
            if (units > 0 && (!allowed || (problem.SingleSource && units < demand)))
            {
                continue;
            }

            Occupy(site, day, stay, units);
            if (units == 0 || (Fits(site, day, stay) && KeepsResources()))
            {
                Assign(cell, site + 1, given + units, unserved, units == 0 ? farthest : Math.Max(farthest, distance), cost + (units == 0 ? 0 : units * price));
            }

            Occupy(site, day, stay, -units);
        }
    }

    private bool MayTake(int site, int customer, int day, int stay)
    {
        int pair = (customer * problem.Sites.Length) + site;
        double distance = problem.Distances.IsEmpty ? 0 : problem.Distances[pair];
        return first[site] <= day && day + stay - 1 <= last[site] && !double.IsPositiveInfinity(problem.AssignmentCosts[pair]) && distance <= problem.MaxDistance
            && (problem.Customers[customer].Classes.IsEmpty || problem.Customers[customer].Classes.Contains(problem.Sites[site].Class!));
    }

    private double WithoutBackup()
    {
        double without = 0;
        for (int cell = 0; cell < problem.Customers.Length * problem.Days; cell++)
        {
            (int customer, int day) = (cell / problem.Days, cell % problem.Days);
            int stay = Math.Min(problem.LengthOfStay, problem.Days - day);
            bool isBackedUp = Enumerable.Range(0, problem.Sites.Length).Count(site => MayTake(site, customer, day, stay)) >= 2;
            without += isBackedUp ? 0 : problem.Customers[customer].Demand[day] * stay;
        }

        return without;
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

    private bool KeepsRules()
    {
        int[] open = [.. Enumerable.Range(0, problem.Sites.Length).Where(j => last[j] >= 0)];
        return open.Length >= problem.LeastSites && open.Length <= problem.MostSites
            && (problem.LeastSeparation == 0 || open.All(a => open.All(b => a == b || problem.SiteDistances[(a * problem.Sites.Length) + b] >= problem.LeastSeparation)))
            && problem.ClassLimits.All(limit => open.Count(j => problem.Sites[j].Class == limit.Class) is int count && count >= limit.Least && count <= limit.Most);
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

using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>Finds limits that, relaxed one at a time, let more be served: each is tried by planning again for the criteria up to <c>unserved</c>.</summary>
internal sealed class RelaxationSearch(LocationProblem problem, SitePlan plan, SearchClock clock)
{
    private const int MostDistances = 3;
    private const int MostSites = 5;
    private const double ShareOfTime = 0.1;
    private const double Least = 1e-6;

    // What comes before it is not given up for serving more.
    private readonly int rank = problem.Objectives.IndexOf(LocationCriterion.Unserved);
    private readonly double unserved = plan.Proof.Levels[problem.Objectives.IndexOf(LocationCriterion.Unserved)].Objective;

    /// <summary>The limits, those that serve most first.</summary>
    /// <param name="replan">Plans a problem within a time.</param>
    public ImmutableArray<LocationRelaxation> Run(Func<LocationProblem, TimeSpan, SitePlan> replan)
    {
        (LocationRelaxation Step, LocationProblem Problem)[] candidates = [.. Candidates()];
        var found = new List<LocationRelaxation>();
        foreach ((LocationRelaxation step, LocationProblem relaxed) in candidates)
        {
            if (clock.IsOver)
            {
                break;
            }

            SitePlan better = replan(relaxed with { Objectives = problem.Objectives[..(rank + 1)] }, clock.Left * ShareOfTime);
            double served = better.Proof.Levels.IsEmpty ? 0 : unserved - better.Proof.Levels[rank].Objective;
            if (served > Least * Math.Max(1, unserved))
            {
                found.Add(step with { Served = served });
            }
        }

        return [.. found.OrderByDescending(step => step.Served).ThenBy(step => step.Limit).ThenBy(step => step.To)];
    }

    private IEnumerable<(LocationRelaxation Step, LocationProblem Problem)> Candidates()
    {
        foreach (double distance in NextDistances())
        {
            yield return (
                new LocationRelaxation(RelaxedLimit.MaxDistance, null, problem.MaxDistance, distance, 0), problem with { MaxDistance = distance });
        }

        if (problem.MostSites < problem.Sites.Length)
        {
            int more = problem.MostSites + 1;
            yield return (new LocationRelaxation(RelaxedLimit.MostSites, null, problem.MostSites, more, 0), problem with { MostSites = more });
        }

        if (problem.LeastSeparation > 0)
        {
            double nearest = problem.SiteDistances.Where(distance => distance < problem.LeastSeparation && distance > 0).DefaultIfEmpty(0).Max();
            yield return (
                new LocationRelaxation(RelaxedLimit.LeastSeparation, null, problem.LeastSeparation, nearest, 0), problem with { LeastSeparation = nearest });
        }

        double wanting = plan.Unserved.Where(cell => cell.Cause != UnservedCause.OutOfReach).Sum(cell => cell.Quantity);
        foreach (int site in plan.Sites.Select(use => use.Site).OrderByDescending(Occupants).Take(wanting > 0 ? MostSites : 0))
        {
            LocationSite facts = problem.Sites[site];
            yield return (
                new LocationRelaxation(RelaxedLimit.Capacity, site, facts.Capacity, facts.Capacity + wanting, 0),
                problem with { Sites = problem.Sites.SetItem(site, facts with { Capacity = facts.Capacity + wanting }) });
        }
    }

    // The next distances at which a site is that somebody unserved may use.
    private IEnumerable<double> NextDistances() => double.IsFinite(problem.MaxDistance)
        ? plan.Unserved
            .Select(cell => cell.Customer)
            .Distinct()
            .Select(customer => Enumerable.Range(0, problem.Sites.Length)
                .Where(site => problem.Sites[site].Opening != OpeningRule.Forbidden
                    && !double.IsPositiveInfinity(problem.AssignmentCosts[(customer * problem.Sites.Length) + site]))
                .Select(site => problem.Distances[(customer * problem.Sites.Length) + site])
                .Where(distance => distance > problem.MaxDistance)
                .DefaultIfEmpty(double.PositiveInfinity)
                .Min())
            .Where(double.IsFinite)
            .Distinct()
            .Order()
            .Take(MostDistances)
        : [];

    private double Occupants(int site) => plan.Placements.Where(placement => placement.Site == site).Sum(placement => placement.Quantity) / problem.Sites[site].Capacity;
}

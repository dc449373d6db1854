using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Readiness.Quarantine;

/// <summary>Checks the criteria, and the rules about distances and about which sites may be open together, of a problem whose lists are all there.</summary>
internal sealed class LocationRuleValidation(LocationProblem problem, List<string> faults)
{
    private const double Symmetry = 1e-9;

    /// <summary>Names every fault.</summary>
    public void Check()
    {
        CheckObjectives();
        CheckDistances();
        CheckCustomers();
        CheckSeparation();
        CheckNumbers();
        CheckClasses();
    }

    private bool MayOpen(LocationSite site) =>
        site.Opening != OpeningRule.Forbidden && site.EarliestDay < problem.Days && site.Clearance >= problem.LeastClearance;

    private bool MustOpen(LocationSite site) => site.Opening == OpeningRule.MustOpen && site.EarliestDay < problem.Days;

    private void CheckObjectives()
    {
        ImmutableArray<LocationCriterion> objectives = problem.Objectives;
        string list = objectives.IsDefault ? "missing" : $"[{string.Join(", ", objectives)}]";
        bool isInOrder = !objectives.IsDefaultOrEmpty && objectives.SkipWhile(c => c is LocationCriterion.WorstOff or LocationCriterion.WithoutBackup).FirstOrDefault((LocationCriterion)(-1)) == LocationCriterion.Unserved;
        Require(
            isInOrder,
            $"{nameof(problem.Objectives)} is {list}; {LocationCriterion.Unserved} must be the first but for {LocationCriterion.WorstOff} and {LocationCriterion.WithoutBackup}");
        if (objectives.IsDefaultOrEmpty)
        {
            return;
        }

        Require(objectives.Distinct().Count() == objectives.Length && objectives.All(Enum.IsDefined), $"{nameof(problem.Objectives)} is {list}; each must be a criterion and stand there once");
        int cost = objectives.IndexOf(LocationCriterion.Cost);
        Require(cost < 0 || cost == objectives.Length - 1, $"{nameof(problem.Objectives)} is {list}; {LocationCriterion.Cost} must be the last");
    }

    private void CheckDistances()
    {
        Require(problem.MaxDistance >= 0, $"{nameof(problem.MaxDistance)} is {problem.MaxDistance}; it must be 0 or more");
        bool isNeeded = !double.IsPositiveInfinity(problem.MaxDistance) || (!problem.Objectives.IsDefault && problem.Objectives.Contains(LocationCriterion.Farthest));
        CheckMatrix(problem.Distances, (long)problem.Customers.Length * problem.Sites.Length, isNeeded, nameof(problem.Distances), "a distance limit or the farthest distance");
    }

    private void CheckCustomers()
    {
        for (int i = 0; i < problem.Customers.Length; i++)
        {
            ImmutableArray<string> classes = problem.Customers[i].Classes;
            Require(!classes.IsDefault && classes.All(c => c is not null), $"customer {i} ({problem.Customers[i].Name}): {nameof(LocationCustomer.Classes)} or an entry of it is missing");
        }
    }

    private void CheckSeparation()
    {
        Require(problem.LeastClearance >= 0, $"{nameof(problem.LeastClearance)} is {problem.LeastClearance}; it must be 0 or more");
        Require(
            double.IsFinite(problem.LeastSeparation) && problem.LeastSeparation >= 0,
            $"{nameof(problem.LeastSeparation)} is {problem.LeastSeparation}; it must be a finite number, 0 or more");
        int sites = problem.Sites.Length;
        for (int j = 0; j < sites; j++)
        {
            LocationSite site = problem.Sites[j];
            Require(site.Clearance >= 0, $"site {j} ({site.Name}): {nameof(site.Clearance)} is {site.Clearance}; it must be 0 or more");
            Require(
                !MustOpen(site) || !(site.Clearance < problem.LeastClearance),
                $"site {j} ({site.Name}) must open, but its {nameof(site.Clearance)} {site.Clearance} is below {problem.LeastClearance}");
        }

        if (!CheckMatrix(problem.SiteDistances, (long)sites * sites, problem.LeastSeparation > 0, nameof(problem.SiteDistances), "a separation") || problem.SiteDistances.IsEmpty)
        {
            return;
        }

        for (int a = 0; a < sites; a++)
        {
            for (int b = a + 1; b < sites; b++)
            {
                double there = problem.SiteDistances[(a * sites) + b];
                double back = problem.SiteDistances[(b * sites) + a];
                Require(
                    !(Math.Abs(there - back) > Symmetry * Math.Max(1, there)),
                    $"{nameof(problem.SiteDistances)}: sites {a} and {b} are {there} apart one way and {back} the other");
                Require(
                    !MustOpen(problem.Sites[a]) || !MustOpen(problem.Sites[b]) || !(there < problem.LeastSeparation),
                    $"sites {a} and {b} must open, but are {there} apart, less than {problem.LeastSeparation}");
            }
        }
    }

    private void CheckNumbers()
    {
        int possible = problem.Sites.Count(MayOpen);
        int forced = problem.Sites.Count(MustOpen);
        Require(
            problem.LeastSites >= 0 && problem.LeastSites <= possible,
            $"{nameof(problem.LeastSites)} is {problem.LeastSites}; it must be from 0 to {possible}, the sites that may open");
        Require(
            problem.MostSites >= Math.Max(problem.LeastSites, forced),
            $"{nameof(problem.MostSites)} is {problem.MostSites}; it must be at least {Math.Max(problem.LeastSites, forced)}, what must open");
    }

    private void CheckClasses()
    {
        if (!Require(!problem.ClassLimits.IsDefault && problem.ClassLimits.All(limit => limit?.Class is not null), $"{nameof(problem.ClassLimits)}, an entry of it or its class is missing"))
        {
            return;
        }

        foreach (IGrouping<string, SiteClassLimit> same in problem.ClassLimits.GroupBy(limit => limit.Class).Where(group => group.Count() > 1))
        {
            faults.Add($"{nameof(problem.ClassLimits)} has {same.Count()} limits for {same.Key}; there may be one");
        }

        foreach (SiteClassLimit limit in problem.ClassLimits)
        {
            LocationSite[] members = [.. problem.Sites.Where(site => site.Class == limit.Class)];
            int possible = members.Count(MayOpen);
            int least = Math.Max(limit.Least, members.Count(MustOpen));
            Require(limit.Least >= 0 && limit.Least <= possible, $"class {limit.Class}: {nameof(limit.Least)} is {limit.Least}; it must be from 0 to {possible}, the sites that may open");
            Require(limit.Most >= least, $"class {limit.Class}: {nameof(limit.Most)} is {limit.Most}; it must be at least {least}, what must open");
        }
    }

    private bool CheckMatrix(ImmutableArray<double> values, long length, bool isNeeded, string name, string purpose)
    {
        int actual = values.IsDefault ? 0 : values.Length;
        if (!Require(actual == length || (actual == 0 && !isNeeded), $"{name} has {actual} entries; {purpose} needs {length}"))
        {
            return false;
        }

        for (int k = 0; k < actual; k++)
        {
            Require(double.IsFinite(values[k]) && values[k] >= 0, $"{name}[{k}] is {values[k]}; it must be a finite number, 0 or more");
        }

        return true;
    }

    private bool Require(bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] ref FaultText fault)
    {
        if (!holds)
        {
            faults.Add(fault.ToStringAndClear());
        }

        return holds;
    }
}

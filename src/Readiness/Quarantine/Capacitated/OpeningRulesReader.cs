using System.Collections.Immutable;

namespace Readiness.Quarantine.Capacitated;

/// <summary>Reads which sites may be open together from a location problem; one site more, which is always open, keeps out of all rules.</summary>
internal static class OpeningRulesReader
{
    /// <summary>The rules.</summary>
    public static OpeningRules Read(LocationProblem problem)
    {
        int sites = problem.Sites.Length;
        ImmutableArray<SiteClassLimit> limits = problem.ClassLimits;
        int[] groups = [.. problem.Sites.Select(site => limits.IndexOf(limits.FirstOrDefault(limit => limit.Class == site.Class)!)), -1];
        var conflicts = new List<int>[sites + 1];
        for (int j = 0; j <= sites; j++)
        {
            conflicts[j] = [];
        }

        foreach ((int site, int other) in new OpeningLimits(problem).Conflicts())
        {
            conflicts[site].Add(other);
            conflicts[other].Add(site);
        }

        return new OpeningRules(groups, [.. limits.Select(limit => limit.Least)], [.. limits.Select(limit => limit.Most)], [.. conflicts.Select(of => of.ToArray())]);
    }
}

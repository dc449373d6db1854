namespace Readiness.Quarantine;

/// <summary>The rules about which sites open together, for whole plans: how many, how many of each class, and how far apart.</summary>
internal sealed class OpeningLimits
{
    private readonly LocationProblem problem;
    private readonly int most;

    /// <summary>Takes the rules of a problem.</summary>
    public OpeningLimits(LocationProblem problem)
    {
        this.problem = problem;
        most = Math.Min(problem.MostSites, problem.Sites.Length);
        WantIdleSites = problem.LeastSites > 0 || problem.ClassLimits.Any(limit => limit.Least > 0);
        AreNone = !WantIdleSites && most == problem.Sites.Length && problem.ClassLimits.All(limit => limit.Most >= problem.Sites.Length) && !(problem.LeastSeparation > 0);
    }

    /// <summary>Whether there are no such rules.</summary>
    public bool AreNone { get; }

    /// <summary>Whether a site may have to open though nobody is there.</summary>
    public bool WantIdleSites { get; }

    /// <summary>Fewest and most sites of all.</summary>
    public (int Least, int Most) Number => (problem.LeastSites, most);

    /// <summary>Pairs of sites that do not both open.</summary>
    public IEnumerable<(int Site, int Other)> Conflicts()
    {
        int sites = problem.Sites.Length;
        for (int a = 0; a < sites && problem.LeastSeparation > 0; a++)
        {
            for (int b = a + 1; b < sites; b++)
            {
                if (problem.SiteDistances[(a * sites) + b] < problem.LeastSeparation)
                {
                    yield return (a, b);
                }
            }
        }
    }

    /// <summary>How many sites too many, too few or too near to each other are open; 0 if the rules are kept.</summary>
    /// <param name="isOpen">Whether a site opens at some time.</param>
    public int Violations(Func<int, bool> isOpen)
    {
        if (AreNone)
        {
            return 0;
        }

        int violations = Outside(Count(isOpen, null), problem.LeastSites, most);
        foreach (SiteClassLimit limit in problem.ClassLimits)
        {
            violations += Outside(Count(isOpen, limit.Class), limit.Least, limit.Most);
        }

        return violations + Conflicts().Count(pair => isOpen(pair.Site) && isOpen(pair.Other));
    }

    private int Count(Func<int, bool> isOpen, string? of)
    {
        int count = 0;
        for (int j = 0; j < problem.Sites.Length; j++)
        {
            count += (of is null || problem.Sites[j].Class == of) && isOpen(j) ? 1 : 0;
        }

        return count;
    }

    private static int Outside(int count, int least, int most) => Math.Max(0, least - count) + Math.Max(0, count - most);
}

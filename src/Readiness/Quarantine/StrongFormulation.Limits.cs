namespace Readiness.Quarantine;

/// <content>The rules about which sites open together.</content>
internal sealed partial class StrongFormulation
{
    private void AddLimitRows()
    {
        int[] sites = [.. Enumerable.Range(0, location.Sites).Where(j => location.FirstDay[j] < location.Days)];
        foreach (int j in limits.WantIdleSites ? sites.Where(j => !location.Forced[j]) : [])
        {
            EnterUsed(j);
            Row(double.NegativeInfinity, 1);
        }

        AddNumberRow(sites, limits.Number.Least, limits.Number.Most);
        foreach (SiteClassLimit limit in location.Problem.ClassLimits)
        {
            AddNumberRow([.. sites.Where(j => location.Problem.Sites[j].Class == limit.Class)], limit.Least, limit.Most);
        }

        foreach ((int site, int other) in limits.Conflicts())
        {
            EnterUsed(site);
            EnterUsed(other);
            Row(double.NegativeInfinity, 1);
        }
    }

    private void AddNumberRow(int[] sites, int least, int most)
    {
        if (least > 0 || most < sites.Length)
        {
            foreach (int j in sites)
            {
                EnterUsed(j);
            }

            Row(least, most);
        }
    }

    // Whether a site opens at some time.
    private void EnterUsed(int j)
    {
        int row = j * location.Days;
        Entry(opened[row + location.Days - 1], 1);
        for (int t = 0; t < location.Days; t++)
        {
            Entry(idle[row + t], 1);
        }
    }
}

namespace Readiness.Quarantine;

/// <summary>Opens sites for a day, without anybody in them, where the rules want more sites than the guests do.</summary>
internal static class IdleSites
{
    /// <summary>Opens the cheapest that bring a plan nearer to the rules, for as long as there are any.</summary>
    /// <param name="location">The problem.</param>
    /// <param name="limits">Its rules about which sites open together.</param>
    /// <param name="ledger">What is open.</param>
    public static void Open(IndexedLocation location, OpeningLimits limits, OccupancyLedger ledger)
    {
        if (!limits.WantIdleSites)
        {
            return;
        }

        int violations = limits.Violations(IsOpen);
        foreach (int site in Enumerable.Range(0, location.Sites).OrderBy(Cost))
        {
            if (violations == 0)
            {
                return;
            }

            if (!IsOpen(site) && limits.Violations(j => j == site || IsOpen(j)) is int fewer && fewer < violations && OpenOnSomeDay(site))
            {
                violations = fewer;
            }
        }

        bool IsOpen(int site) => ledger.Last[site] >= 0;

        double Cost(int site) => location.Problem.Sites[site].OpeningCost + location.Problem.Sites[site].CostPerOpenDay;

        bool OpenOnSomeDay(int site)
        {
            for (int day = location.FirstDay[site]; day < location.Days; day++)
            {
                if (ledger.TryOpen(site, day, day))
                {
                    return true;
                }
            }

            return false;
        }
    }
}

namespace Readiness.Quarantine;

/// <summary>Turns a relaxed answer, who stays where, into a plan that keeps all rules about rooms, resources and whole units.</summary>
internal sealed class StayRounding(IndexedLocation location, OpeningLimits limits, CustomerGroups groups)
{
    // Half of what an auditor lets pass.
    private const double Slack = 5e-7;

    private bool IsSplit => !location.Problem.SingleSource;

    /// <summary>The plan; what does not fit is left out.</summary>
    /// <param name="units">Units, or with indivisible demand the share of it, at (group × days + day) × sites + site.</param>
    /// <param name="isIdle">Whether a site opens on a day for nobody.</param>
    /// <param name="openings">Openings that are kept whoever is there; none if null.</param>
    public SiteCandidate Round(double[] units, Func<int, int, bool> isIdle, IEnumerable<SiteUse>? openings = null)
    {
        var ledger = new OccupancyLedger(location, Slack);
        foreach (SiteUse use in openings ?? [])
        {
            ledger.TryOpen(use.Site, use.FirstDay, use.LastDay);
        }

        List<Placement> placements = [];
        for (int d = 0; d < location.Days; d++)
        {
            for (int g = 0; g < groups.Count; g++)
            {
                Distribute(units, g, d, ledger, placements);
            }
        }

        if (location.Problem.WholeUnits)
        {
            TopUp.Fill(location, ledger, placements);
        }

        for (int j = 0; j < location.Sites && limits.WantIdleSites; j++)
        {
            for (int d = 0; d < location.Days && ledger.Last[j] < 0; d++)
            {
                if (isIdle(j, d))
                {
                    ledger.TryOpen(j, d, d);
                }
            }
        }

        IdleSites.Open(location, limits, ledger);
        return new SiteCandidate(location, ledger, placements);
    }

    private void Distribute(double[] units, int group, int day, OccupancyLedger ledger, List<Placement> placements)
    {
        IReadOnlyList<int> members = groups.Members(group);
        int next = 0;
        double rest = location.Demand[(members[0] * location.Days) + day];
        for (int j = 0; j < location.Sites; j++)
        {
            double quantity = Quantity(units[(((group * location.Days) + day) * location.Sites) + j], group, day);
            if (quantity <= 0)
            {
                continue;
            }

            double room = ledger.Room(day, j);
            quantity = IsSplit ? location.Usable(Math.Min(quantity, room)) : quantity > room ? 0 : quantity;
            while (quantity > 0 && next < members.Count)
            {
                double part = Math.Min(quantity, rest);
                if (part > 0)
                {
                    ledger.Place(day, j, part);
                    placements.Add(new Placement(members[next], day, j, part));
                    quantity -= part;
                    rest -= part;
                }

                if (rest <= 0 && ++next < members.Count)
                {
                    rest = location.Demand[(members[next] * location.Days) + day];
                }
            }
        }
    }

    // Answers are exact to about a millionth; numbers that near to a whole one are taken for it.
    private double Quantity(double value, int group, int day)
    {
        double nearest = Math.Round(value);
        bool isWhole = Math.Abs(value - nearest) <= 1e-6;
        if (!IsSplit)
        {
            return isWhole ? nearest * groups.Demand[(group * location.Days) + day] : 0;
        }

        return isWhole ? nearest : location.Problem.WholeUnits ? Math.Floor(value) : value;
    }
}

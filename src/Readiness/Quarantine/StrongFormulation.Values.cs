namespace Readiness.Quarantine;

/// <content>From plans to column values and back.</content>
internal sealed partial class StrongFormulation
{
    /// <summary>Values of all columns for a plan.</summary>
    public double[] ToColumns(SiteCandidate candidate)
    {
        double[] values = new double[Model.ColumnCount];
        int days = location.Days;
        int[] groupOf = new int[location.Customers];
        for (int g = 0; g < groups.Count; g++)
        {
            foreach (int customer in groups.Members(g))
            {
                groupOf[customer] = g;
            }
        }

        foreach (Placement placement in candidate.Placements)
        {
            int cell = (groupOf[placement.Customer] * days) + placement.Day;
            values[stay[(cell * location.Sites) + placement.Site]] += IsSplittable ? placement.Quantity : 1;
            values[begin[(placement.Site * days) + placement.Day]] += placement.Quantity;
            for (int t = placement.Day; days > 1 && t <= location.StayEnd[placement.Day]; t++)
            {
                values[occupants[(placement.Site * days) + t]] += placement.Quantity;
            }
        }

        for (int j = 0; j < location.Sites; j++)
        {
            for (int t = candidate.First[j]; t <= candidate.Last[j]; t++)
            {
                values[open[(j * days) + t]] = 1;
            }

            if (candidate.Last[j] >= 0 && start[(j * days) + candidate.First[j]] >= 0)
            {
                values[start[(j * days) + candidate.First[j]]] = 1;
            }
        }

        SetRunning(values);
        return values;
    }

    /// <summary>The plan that a solution of the model means; what does not fit because of the solver's tolerances is left out.</summary>
    public SiteCandidate ToCandidate(double[] values)
    {
        // Half of what an auditor lets pass.
        var ledger = new OccupancyLedger(location, slack: 5e-7);
        List<Placement> placements = [];
        for (int d = 0; d < location.Days; d++)
        {
            for (int g = 0; g < groups.Count; g++)
            {
                Distribute(values, g, d, ledger, placements);
            }
        }

        if (location.Problem.WholeUnits)
        {
            TopUp.Fill(location, ledger, placements);
        }

        return new SiteCandidate(location, ledger, placements);
    }

    private void SetRunning(double[] values)
    {
        int days = location.Days;
        for (int r = 0; r < location.Resources; r++)
        {
            double used = 0;
            for (int t = 0; t < days && location.Cumulative[r]; t++)
            {
                for (int j = 0; j < location.Sites; j++)
                {
                    int cell = (j * days) + t;
                    used += open[cell] < 0 ? 0
                        : (location.FixedUse[(r * location.Sites) + j] * values[open[cell]])
                        + (location.UsePerUnit[(r * location.Sites) + j] * values[occupants[cell]]);
                }

                values[running[(r * days) + t]] = used;
            }
        }
    }

    private void Distribute(double[] values, int group, int day, OccupancyLedger ledger, List<Placement> placements)
    {
        IReadOnlyList<int> members = groups.Members(group);
        int next = 0;
        double rest = location.Demand[(members[0] * location.Days) + day];
        for (int j = 0; j < location.Sites; j++)
        {
            int column = stay[(((group * location.Days) + day) * location.Sites) + j];
            double quantity = column < 0 ? 0 : Quantity(values[column], group, day);
            if (quantity <= 0)
            {
                continue;
            }

            double room = ledger.Room(day, j);
            quantity = IsSplittable ? location.Usable(Math.Min(quantity, room)) : quantity > room ? 0 : quantity;
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
        if (!IsSplittable)
        {
            return isWhole ? nearest * groups.Demand[(group * location.Days) + day] : 0;
        }

        return isWhole ? nearest : location.Problem.WholeUnits ? Math.Floor(value) : value;
    }
}

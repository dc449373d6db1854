namespace Readiness.Quarantine;

/// <content>
/// The worst-off customers and backup coverage. With u_i the unserved share of a customer, the sum of the k largest is the least k t + Σ_i e_i with
/// e_i ≥ u_i - t, e_i ≥ 0 (Ogryczak, Tamir, Information Processing Letters 85, 2003). Demand has a backup, w = 1, if any one of its open sites could close:
/// w is at most the number of its open sites without k, for every site k.
/// </content>
internal sealed partial class StrongFormulation
{
    /// <summary>Sites in reach up to which the backup of a demand has a row for each; above, it is a whole column with one row.</summary>
    private const int MostBackupRows = 24;

    private readonly List<(int Threshold, int[] Excess, int Count)> tails = [];
    private readonly List<(int Column, BackupDemand Demand)> backups = [];
    private ServiceShares? service;
    private int[] share = [];

    /// <summary>Limits the sum of the largest unserved shares. Every customer must be a group of its own.</summary>
    /// <param name="shares">What is demanded.</param>
    /// <param name="count">How many shares are summed up; 1 or more.</param>
    /// <param name="most">The limit; null if the sum is to be minimised.</param>
    public void AddWorstOff(ServiceShares shares, int count, double? most)
    {
        AddShares(shares);
        int threshold = Model.AddColumn(most is null ? count : 0, 0, 1);
        int[] excess = [.. shares.Customers.Select(_ => count == 1 ? -1 : Model.AddColumn(most is null ? 1 : 0, 0, 1))];
        foreach ((int k, int customer) in shares.Customers.Index())
        {
            Entry(threshold, 1);
            Entry(excess[k], 1);
            Entry(share[customer], -1);
            Row(0, double.PositiveInfinity);
        }

        tails.Add((threshold, excess, count));
        if (most is { } limit)
        {
            Entry(threshold, count);
            foreach (int column in excess)
            {
                Entry(column, 1);
            }

            Row(double.NegativeInfinity, limit);
        }
    }

    /// <summary>Limits the unit-days without a backup.</summary>
    /// <param name="shares">What is demanded.</param>
    /// <param name="most">The limit; null if they are to be minimised.</param>
    public void AddBackup(ServiceShares shares, double? most)
    {
        double all = shares.NeverBackedUp;
        foreach (BackupDemand demand in shares.Backups)
        {
            bool hasRows = demand.Sites.Length <= MostBackupRows;
            int column = Model.AddColumn(most is null ? -demand.UnitDays : 0, 0, 1, !hasRows && integrality != Integrality.None);
            backups.Add((column, demand));
            all += demand.UnitDays;
            for (int k = 0; k < (hasRows ? demand.Sites.Length : 1); k++)
            {
                EnterOpenFor(demand, hasRows ? k : -1);
                Entry(column, hasRows ? -1 : -2);
                Row(0, double.PositiveInfinity);
            }
        }

        if (most is { } limit)
        {
            foreach ((int column, BackupDemand demand) in backups)
            {
                Entry(column, demand.UnitDays);
            }

            Row(all - limit, double.PositiveInfinity);
        }
        else
        {
            Model.ObjectiveOffset = all;
        }
    }

    private void EnterOpenFor(BackupDemand demand, int but)
    {
        for (int k = 0; k < demand.Sites.Length; k++)
        {
            if (k != but)
            {
                Entry(opened[(demand.Sites[k] * location.Days) + demand.Day], 1);
                Entry(ClosedBefore(demand.Sites[k], location.StayEnd[demand.Day]), -1);
            }
        }
    }

    private void AddShares(ServiceShares shares)
    {
        if (service is not null)
        {
            return;
        }

        service = shares;
        share = Columns(location.Customers);
        foreach (int customer in shares.Customers)
        {
            share[customer] = Model.AddColumn(0, 0, 1);
            Entry(share[customer], 1);
            int group = groups.GroupOf(customer);
            for (int d = 0; d < location.Days; d++)
            {
                for (int j = 0; j < location.Sites; j++)
                {
                    Entry(
                        stay[(((group * location.Days) + d) * location.Sites) + j],
                        UnitsOf(group, d) * location.StayDays[d] / shares.DemandOf(customer));
                }
            }

            Row(1, 1);
        }
    }

    private void SetShares(double[] values, SiteCandidate candidate)
    {
        if (service is null)
        {
            return;
        }

        double[] unserved = service.Unserved(candidate.Placements);
        double[] sorted = [.. service.Customers.Select(i => unserved[i]).OrderDescending()];
        foreach (int customer in service.Customers)
        {
            values[share[customer]] = unserved[customer];
        }

        foreach ((int threshold, int[] excess, int count) in tails)
        {
            values[threshold] = sorted[count - 1];
            foreach ((int k, int customer) in service.Customers.Index())
            {
                if (excess[k] >= 0)
                {
                    values[excess[k]] = Math.Max(0, unserved[customer] - sorted[count - 1]);
                }
            }
        }
    }

    private void SetBackups(double[] values)
    {
        foreach ((int column, BackupDemand demand) in backups)
        {
            double open = 0;
            foreach (int site in demand.Sites)
            {
                int before = ClosedBefore(site, location.StayEnd[demand.Day]);
                open += values[opened[(site * location.Days) + demand.Day]] - (before < 0 ? 0 : values[before]);
            }

            values[column] = open > 1.5 ? 1 : 0;
        }
    }
}

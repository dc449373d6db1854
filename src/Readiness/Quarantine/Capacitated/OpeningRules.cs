namespace Readiness.Quarantine.Capacitated;

/// <summary>Which sites may be open together: at most so many and at least so many, of each class too, and none that are too near to each other.</summary>
/// <remarks>The relaxation knows only the limits on the number of all sites. The others are kept by settling sites, and by every set of sites that is valued.</remarks>
internal sealed class OpeningRules
{
    private readonly int[] groupOf;
    private readonly int[] least;
    private readonly int[] most;
    private readonly int[][] conflicts;

    /// <summary>Takes the rules.</summary>
    /// <param name="groupOf">Group by site; -1 for none.</param>
    /// <param name="least">Fewest open sites, by group.</param>
    /// <param name="most">Most open sites, by group.</param>
    /// <param name="conflicts">Sites that are not open together with a site, by site.</param>
    public OpeningRules(int[] groupOf, int[] least, int[] most, int[][] conflicts)
    {
        this.groupOf = groupOf;
        this.least = least;
        this.most = most;
        this.conflicts = conflicts;
        IsEmpty = least.All(l => l == 0) && most.All(m => m >= groupOf.Length) && conflicts.All(c => c.Length == 0);
    }

    /// <summary>Whether there are no rules.</summary>
    public bool IsEmpty { get; }

    /// <summary>Settles what the rules leave no choice about.</summary>
    /// <param name="fixing">What is settled about each site.</param>
    /// <returns>False if the rules cannot be kept.</returns>
    public bool Settle(Fixing[] fixing)
    {
        bool isSettled = IsEmpty;
        while (!isSettled)
        {
            isSettled = true;
            for (int j = 0; j < fixing.Length; j++)
            {
                foreach (int other in fixing[j] == Fixing.Open ? conflicts[j] : [])
                {
                    if (fixing[other] == Fixing.Open)
                    {
                        return false;
                    }

                    isSettled &= fixing[other] == Fixing.Closed;
                    fixing[other] = Fixing.Closed;
                }
            }

            for (int group = 0; group < least.Length; group++)
            {
                if (!SettleGroup(group, fixing, ref isSettled))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether a site may open beside those that are open.</summary>
    public bool CanOpen(int site, Func<int, bool> isOpen) =>
        !conflicts[site].Any(isOpen) && (groupOf[site] < 0 || Count(groupOf[site], isOpen) < most[groupOf[site]]);

    /// <summary>Whether an open site may close.</summary>
    public bool CanClose(int site, Func<int, bool> isOpen) => groupOf[site] < 0 || Count(groupOf[site], isOpen) > least[groupOf[site]];

    /// <summary>Whether the open sites keep all rules.</summary>
    public bool Keeps(Func<int, bool> isOpen)
    {
        for (int group = 0; group < least.Length; group++)
        {
            int count = Count(group, isOpen);
            if (count < least[group] || count > most[group])
            {
                return false;
            }
        }

        for (int j = 0; j < conflicts.Length; j++)
        {
            if (conflicts[j].Length > 0 && isOpen(j) && conflicts[j].Any(isOpen))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Groups that have fewer open sites than they need.</summary>
    public IEnumerable<int> Wanting(Func<int, bool> isOpen) => Enumerable.Range(0, least.Length).Where(group => Count(group, isOpen) < least[group]);

    /// <summary>Whether a site is of a group.</summary>
    public bool IsOf(int site, int group) => groupOf[site] == group;

    private bool SettleGroup(int group, Fixing[] fixing, ref bool isSettled)
    {
        int open = 0;
        int free = 0;
        for (int j = 0; j < fixing.Length; j++)
        {
            open += groupOf[j] == group && fixing[j] == Fixing.Open ? 1 : 0;
            free += groupOf[j] == group && fixing[j] == Fixing.Free ? 1 : 0;
        }

        if (open > most[group] || open + free < least[group])
        {
            return false;
        }

        if (free > 0 && (open == most[group] || open + free == least[group]))
        {
            isSettled = false;
            for (int j = 0; j < fixing.Length; j++)
            {
                if (groupOf[j] == group && fixing[j] == Fixing.Free)
                {
                    fixing[j] = open == most[group] ? Fixing.Closed : Fixing.Open;
                }
            }
        }

        return true;
    }

    private int Count(int group, Func<int, bool> isOpen)
    {
        int count = 0;
        for (int j = 0; j < groupOf.Length; j++)
        {
            count += groupOf[j] == group && isOpen(j) ? 1 : 0;
        }

        return count;
    }
}

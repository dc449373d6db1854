using System.Numerics;

namespace Readiness.Quarantine.Capacitated;

/// <summary>
/// Can so many sites reach everybody within a distance? Set cover by branching on the customer with the fewest sites in reach; a part is given up when more customers
/// than sites are left no two of whom share a site. Room and the rules about sites are not looked at, so that no is no with them too.
/// </summary>
internal sealed class CoverSearch
{
    /// <summary>Sites that fit in a word.</summary>
    public const int MostSites = 64;

    /// <summary>Looks at a customer; some milliseconds.</summary>
    private const long StepBudget = 1_000_000;

    private readonly ulong[] inReach;
    private long steps;
    private ulong found;

    /// <summary>Takes the sites in reach of each customer, as bits.</summary>
    public CoverSearch(ulong[] inReach) => this.inReach = inReach;

    /// <summary>Searches.</summary>
    /// <param name="open">Sites that are open anyway.</param>
    /// <param name="more">How many others may open.</param>
    /// <param name="cover">The sites, with those that are open anyway, if the answer is yes.</param>
    /// <returns>The answer; null if it would take too long.</returns>
    public bool? Run(ulong open, int more, out ulong cover)
    {
        steps = 0;
        bool? answer = Search(open, ulong.MaxValue, more);
        cover = found;
        return answer;
    }

    private bool? Search(ulong open, ulong free, int more)
    {
        steps += inReach.Length;
        if (steps > StepBudget)
        {
            return null;
        }

        ulong fewest = 0;
        int least = int.MaxValue;
        ulong shared = 0;
        int apart = 0;
        foreach (ulong sites in inReach)
        {
            if ((sites & open) != 0)
            {
                continue;
            }

            ulong left = sites & free;
            int count = BitOperations.PopCount(left);
            (fewest, least) = count < least ? (left, count) : (fewest, least);
            if ((left & shared) == 0)
            {
                shared |= left;
                apart++;
            }
        }

        if (apart == 0)
        {
            found = open;
            return true;
        }

        for (; apart <= more && fewest != 0; fewest &= fewest - 1)
        {
            ulong site = fewest & (~fewest + 1);
            bool? answer = Search(open | site, free, more - 1);
            if (answer != false)
            {
                return answer;
            }

            free &= ~site;
        }

        return false;
    }
}

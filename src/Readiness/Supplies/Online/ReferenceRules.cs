namespace Readiness.Supplies.Online;

/// <summary>The rules that are in use, for comparison.</summary>
internal static class ReferenceRules
{
    /// <summary>The donor who has waited longest for the recipient who has waited longest, the second for the second, and so on.</summary>
    public static void FirstComeFirstMatched(DayStock stock, ClassNeeds needs)
    {
        for (int item = 0; item < stock.Items.Length; item++)
        {
            int[] donors = OldestFirst(stock, item);
            int[] waiting = needs.OfItem(item, (a, b) => needs.Oldest[a].CompareTo(needs.Oldest[b]));
            for (int pair = 0; pair < Math.Min(donors.Length, waiting.Length); pair++)
            {
                Send(needs, donors[pair], waiting[pair]);
            }
        }
    }

    /// <summary>What is held, the oldest first, for the recipients who want the fewest units more.</summary>
    public static void SmallestRequestFirst(DayStock stock, ClassNeeds needs)
    {
        for (int item = 0; item < stock.Items.Length; item++)
        {
            int[] donors = OldestFirst(stock, item);
            int[] waiting = needs.OfItem(
                item, (a, b) => (needs.Remaining(a), needs.Oldest[a]).CompareTo((needs.Remaining(b), needs.Oldest[b])));
            for ((int donor, int need) = (0, 0); donor < donors.Length && need < waiting.Length;)
            {
                // What is too little for this line is too little for the larger ones that follow, too.
                bool isSent = Send(needs, donors[donor], waiting[need]);
                if (needs.Remaining(waiting[need]) == 0)
                {
                    need++;
                }
                else if (!isSent || stock.Units(donors[donor], item) == 0)
                {
                    donor++;
                }
            }
        }
    }

    private static bool Send(ClassNeeds needs, int donor, int need)
    {
        long quantity = needs.Sendable(donor, need);
        if (quantity > 0)
        {
            needs.Send(donor, need, quantity);
        }

        return quantity > 0;
    }

    private static int[] OldestFirst(DayStock stock, int item) =>
    [
        .. Enumerable.Range(0, stock.Donors.Length)
            .Where(donor => stock.Units(donor, item) > 0)
            .OrderBy(donor => stock.Oldest(donor, item)),
    ];
}

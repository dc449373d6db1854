namespace Readiness.Supplies.Online;

/// <summary>Brings targets to their recipients in few shipments.</summary>
/// <remarks>
/// A greedy construction for a fixed-charge transport problem. Recipients with targets of many items go first, then those with the largest, since they are the hardest to serve whole. Each
/// is served by the donor whose shipment is worth most; of equals by the one with the least left afterwards (best fit), so that large stocks stay whole.
/// A shipment empties a stock or fulfils a target, so that for one item there are at most as many as donors and targets together.
/// </remarks>
internal sealed class TargetShipments(DayStock stock, ClassNeeds needs, long[] targets)
{
    private readonly List<int>[] holders = [.. Enumerable.Range(0, stock.Items.Length).Select(item => Holders(stock, item))];

    /// <summary>Sends.</summary>
    /// <param name="price">What a shipment must be worth, unless there is one of the same pair already.</param>
    /// <param name="cancellationToken">Ends the day.</param>
    public void Send(double price, CancellationToken cancellationToken)
    {
        foreach (int first in Recipients())
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (Best(first) is { Donor: >= 0 } best && (best.Worth >= price || stock.Ships(best.Donor, needs.Recipient[first])))
            {
                for (int need = first; need < needs.Next[first]; need++)
                {
                    long quantity = needs.Sendable(best.Donor, need, targets[need]);
                    if (quantity > 0)
                    {
                        needs.Send(best.Donor, need, quantity);
                        targets[need] -= quantity;
                        if (stock.Units(best.Donor, needs.Item[need]) == 0)
                        {
                            holders[needs.Item[need]].Remove(best.Donor);
                        }
                    }
                }
            }
        }
    }

    private IEnumerable<int> Recipients()
    {
        List<(int First, int Items, long Units)> recipients = [];
        for (int first = 0; first < needs.Count; first = needs.Next[first])
        {
            int items = 0;
            long units = 0;
            for (int need = first; need < needs.Next[first]; need++)
            {
                items += targets[need] > 0 ? 1 : 0;
                units += targets[need];
            }

            if (items > 0)
            {
                recipients.Add((first, items, units));
            }
        }

        return recipients
            .OrderByDescending(static r => r.Items).ThenByDescending(static r => r.Units).ThenBy(static r => r.First)
            .Select(static r => r.First);
    }

    private (int Donor, double Worth) Best(int first)
    {
        (int Donor, double Worth, long Left) best = (-1, 0, 0);
        for (int need = first; need < needs.Next[first]; need++)
        {
            if (targets[need] == 0)
            {
                continue;
            }

            foreach (int donor in holders[needs.Item[need]])
            {
                (double worth, long left) = Offer(first, donor);
                if (worth > best.Worth
                    || (worth == best.Worth && worth > 0 && (left < best.Left || (left == best.Left && donor < best.Donor))))
                {
                    best = (donor, worth, left);
                }
            }
        }

        return (best.Donor, best.Worth);
    }

    private (double Worth, long Left) Offer(int first, int donor)
    {
        double worth = 0;
        long left = 0;
        for (int need = first; need < needs.Next[first]; need++)
        {
            long quantity = needs.Sendable(donor, need, targets[need]);
            if (quantity > 0)
            {
                worth += needs.Weight[needs.Item[need]] * quantity / needs.Requested[need];
                left += stock.Units(donor, needs.Item[need]) - quantity;
            }
        }

        return (worth, left);
    }

    private static List<int> Holders(DayStock stock, int item) =>
        [.. Enumerable.Range(0, stock.Donors.Length).Where(donor => stock.Units(donor, item) > 0)];
}

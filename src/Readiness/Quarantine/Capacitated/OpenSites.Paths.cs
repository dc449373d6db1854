namespace Readiness.Quarantine.Capacitated;

/// <content>The cheapest paths from site to site, and what is sent along them.</content>
internal sealed partial class OpenSites
{
    // Dijkstra from the distances that are set, to one slot or, if it is negative, to the nearest with room.
    private double Search(int target)
    {
        Array.Clear(settled, 0, Count);
        Array.Fill(previous, -1, 0, Count);
        while (true)
        {
            int nearest = -1;
            double least = double.PositiveInfinity;
            for (int k = 0; k < Count; k++)
            {
                if (!settled[k] && distance[k] < least)
                {
                    least = distance[k];
                    nearest = k;
                }
            }

            if (nearest < 0)
            {
                return double.PositiveInfinity;
            }

            settled[nearest] = true;
            if (nearest == target || (target < 0 && loads[nearest].Total < location.Capacity[Sites[nearest]] - dust))
            {
                reached = nearest;
                return least;
            }

            searched += Count;
            double[] costs = moves.CostsFrom(nearest, Count);
            double origin = least + potential[nearest];
            for (int k = 0; k < Count; k++)
            {
                double through = Math.Max(least, origin + costs[k] - potential[k]);
                if (through < distance[k] && !settled[k])
                {
                    distance[k] = through;
                    previous[k] = nearest;
                }
            }
        }
    }

    private void RaisePotentials(double most)
    {
        for (int k = 0; k < Count; k++)
        {
            potential[k] += Math.Min(distance[k], most);
        }
    }

    // Sends as much as possible along the path that was found to a slot.
    private void Push(int end, double most)
    {
        double amount = most;
        for (int k = end; previous[k] >= 0; k = previous[k])
        {
            amount = Math.Min(amount, loads[previous[k]].AmountOf(moves.Mover(previous[k], k)));
        }

        for (int k = end; previous[k] >= 0; k = previous[k])
        {
            int from = previous[k];
            int customer = moves.Mover(from, k);
            loads[k].Add(customer, amount);
            moves.Come(k, customer, Count);
            if (loads[from].Remove(customer, amount, rounding))
            {
                moves.Go(from, customer, Count);
            }
        }
    }
}

namespace Readiness.Quarantine.Intervals;

/// <summary>
/// The most valuable use of the rooms of one site during an opening. Rooms flow through its days, each day either idle to the next or with somebody to the end of a stay:
/// a maximum-cost flow, found by longest augmenting paths (Ahuja, Magnanti, Orlin: Network Flows, 1993, chapter 9).
/// </summary>
internal sealed class RoomFlow
{
    // Rests of rooms and demand below this are rounding.
    private const double Least = 1e-9;

    private readonly IndexedLocation location;
    private readonly double[] label;
    private readonly int[] from;
    private readonly Step[] by;
    private readonly double[] idle;
    private readonly int[] next;
    private double[] used = [];
    private StayOffers offers = null!;
    private int last;

    /// <summary>Prepares it for a problem.</summary>
    public RoomFlow(IndexedLocation location)
    {
        this.location = location;
        label = new double[location.Days + 1];
        from = new int[location.Days + 1];
        by = new Step[location.Days + 1];
        idle = new double[location.Days];
        next = new int[location.Days];
    }

    // How a path comes to a day: forward with an idle room or a stay, or back against one.
    private enum Step
    {
        Idle,
        Stay,
        NotIdle,
        NotStay,
    }

    /// <summary>How much of each offer is taken by the latest solution.</summary>
    public ReadOnlySpan<double> Taken => used.AsSpan(0, offers.All.Count);

    /// <summary>Finds the best use.</summary>
    /// <param name="of">The offers.</param>
    /// <param name="rooms">Rooms of the site.</param>
    /// <param name="first">First open day.</param>
    /// <param name="lastDay">Last open day.</param>
    /// <returns>Its value.</returns>
    public double Solve(StayOffers of, double rooms, int first, int lastDay)
    {
        offers = of;
        last = lastDay;
        used = used.Length < of.All.Count ? new double[of.All.Count] : used;
        Array.Clear(used, 0, of.All.Count);
        Array.Clear(idle);
        of.Start.AsSpan(0, location.Days).CopyTo(next);
        double value = 0;
        double left = rooms;
        for (FindPath(first); left > Least && label[lastDay + 1] > 0; FindPath(first))
        {
            double flow = Math.Min(left, Bottleneck(first));
            Push(first, flow);
            left -= flow;
            value += flow * label[lastDay + 1];
        }

        return value;
    }

    private void FindPath(int first)
    {
        Array.Fill(label, double.NegativeInfinity, first, last - first + 2);
        label[first] = 0;
        bool changed = true;
        for (int sweep = 0; changed && sweep <= last - first + 2; sweep++)
        {
            changed = false;
            for (int t = first; t <= last; t++)
            {
                changed |= Relax(t, t + 1, 0, Step.Idle);
                int end = location.StayEnd[t];
                if (end <= last && next[t] < offers.Start[t + 1])
                {
                    changed |= Relax(t, end + 1, offers.All[next[t]].Value, Step.Stay);
                }
            }

            bool back = false;
            for (int t = last; t >= first; t--)
            {
                back |= idle[t] > Least && Relax(t + 1, t, 0, Step.NotIdle);
                int taken = LastTaken(t);
                back |= taken >= 0 && Relax(location.StayEnd[t] + 1, t, -offers.All[taken].Value, Step.NotStay);
            }

            changed = back;
        }
    }

    private bool Relax(int start, int end, double value, Step step)
    {
        if (label[start] + value <= label[end])
        {
            return false;
        }

        (label[end], from[end], by[end]) = (label[start] + value, start, step);
        return true;
    }

    // The least valuable offer of a day that is taken; -1 for none.
    private int LastTaken(int t)
    {
        int offer = next[t] < offers.Start[t + 1] && used[next[t]] > Least ? next[t] : next[t] - 1;
        return offer >= offers.Start[t] && used[offer] > Least ? offer : -1;
    }

    private double Bottleneck(int first)
    {
        double most = double.PositiveInfinity;
        for (int t = last + 1; t != first; t = from[t])
        {
            most = Math.Min(most, by[t] switch
            {
                Step.Stay => offers.All[next[from[t]]].Most - used[next[from[t]]],
                Step.NotIdle => idle[t],
                Step.NotStay => used[LastTaken(t)],
                _ => most,
            });
        }

        return most;
    }

    private void Push(int first, double flow)
    {
        for (int t = last + 1; t != first; t = from[t])
        {
            switch (by[t])
            {
                case Step.Idle:
                    idle[from[t]] += flow;
                    break;
                case Step.NotIdle:
                    idle[t] -= flow;
                    break;
                case Step.Stay:
                    int offer = next[from[t]];
                    used[offer] += flow;
                    next[from[t]] += offers.All[offer].Most - used[offer] <= Least ? 1 : 0;
                    break;
                default:
                    int taken = LastTaken(t);
                    used[taken] -= flow;
                    next[t] = taken;
                    break;
            }
        }
    }
}

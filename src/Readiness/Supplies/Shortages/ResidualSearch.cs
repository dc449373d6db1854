namespace Readiness.Supplies.Shortages;

/// <summary>
/// Finds further units for a slot by augmenting paths: whoever needs a unit gets it from where it is left over, or from somebody who can get it elsewhere.
/// </summary>
/// <remarks>
/// The method of Ford and Fulkerson with shortest paths (Edmonds and Karp, <i>Journal of the ACM</i> 19, 1972), from the need backwards. States from which a search found nothing
/// are left out of the next ones under the same limits: an augmenting path never touches them.
/// </remarks>
internal sealed class ResidualSearch
{
    private readonly PlanFlow flow;
    private readonly FlowGraph graph;
    private readonly ResidualRoom room;
    private readonly FlowJournal journal;
    private readonly int[] seen;
    private readonly int[] dead;
    private readonly ResidualStep[] how;
    private readonly long[] most;
    private readonly int[] queue;
    private int queued;
    private int search;
    private int epoch = 1;

    public ResidualSearch(PlanFlow flow, ResidualRoom room, FlowJournal journal)
    {
        this.flow = flow;
        this.room = room;
        this.journal = journal;
        graph = flow.Graph;
        int states = 2 * graph.Nodes * graph.Days;
        seen = new int[states];
        dead = new int[states];
        how = new ResidualStep[states];
        most = new long[states];
        queue = new int[states];
    }

    /// <summary>Forgets from where nothing was found; needed whenever limits or flows change otherwise than by this search.</summary>
    public void Forget() => epoch++;

    /// <summary>Brings up to the given units of the item to a demand's slot.</summary>
    /// <returns>The units brought.</returns>
    public long Bring(int demand, int need, long units)
    {
        SupplyDemand wanted = graph.Problem.Demands[demand];
        int item = wanted.Needs[need].Item;
        int slot = graph.Slots.Slot(demand, need);
        if (!room.MayTake(wanted, item))
        {
            return 0;
        }

        long brought = 0;
        while (brought < units)
        {
            search++;
            queued = 0;
            for (int c = 0; c < graph.ClassCount(item); c++)
            {
                int node = graph.Node(wanted.Place, item, c);
                if (wanted.Day <= graph.LastDay(node))
                {
                    Visit(ResidualMove.Begin, -1, Serving(node, wanted.Day), slot, units - brought);
                }
            }

            long found = Spread();
            if (found == 0)
            {
                break;
            }

            brought += found;
        }

        return brought;
    }

    private long Spread()
    {
        for (int k = 0; k < queued; k++)
        {
            int state = queue[k];
            int node = state / 2 / graph.Days;
            int day = state / 2 % graph.Days;
            ResidualStep end = (state & 1) == 0 ? AtMorning(state, node, day, out long units) : AtServing(state, node, day, out units);
            if (units > 0)
            {
                Augment(end, Math.Min(units, most[state]));
                return Math.Min(units, most[state]);
            }
        }

        for (int k = 0; k < queued; k++)
        {
            dead[queue[k]] = epoch;
        }

        return 0;
    }

    private void Augment(ResidualStep end, long units)
    {
        journal.Apply(end, units);
        int state = end.State;
        while (how[state].Move != ResidualMove.Begin)
        {
            journal.Apply(how[state], units);
            state = how[state].State;
        }

        journal.Apply(new ResidualStep(ResidualMove.Begin, state, state, how[state].Index), units);
    }

    private ResidualStep AtServing(int state, int node, int day, out long units)
    {
        if (day == graph.LastDay(node) && flow.Left[node] > 0)
        {
            units = Math.Min(flow.Left[node], room.AboveReserve(node, day));
            if (units > 0)
            {
                return new ResidualStep(ResidualMove.Left, state, state, -1);
            }
        }

        int place = graph.PlaceOf[node];
        int item = graph.ItemOf[node];
        ReadOnlySpan<int> slots = graph.Slots.At(place, item, day);
        foreach (int slot in slots)
        {
            units = room.ToCancel(slot, node);
            if (units > 0)
            {
                return new ResidualStep(ResidualMove.Cancel, state, state, slot);
            }
        }

        units = 0;
        Visit(ResidualMove.StayMore, state, Morning(node, day), -1, long.MaxValue);
        if (day < graph.LastDay(node))
        {
            Visit(ResidualMove.HoldLess, state, Morning(node, day + 1), -1, Math.Min(flow.Hold[state / 2], room.AboveReserve(node, day)));
        }

        foreach (int lane in graph.LanesInto[place])
        {
            int from = graph.At(node, graph.Problem.Lanes[lane].From);
            if (graph.Problem.Lanes[lane].LeadTimeDays == 0 && room.MayArrive(node, day) && room.MayDispatch(from, day))
            {
                Visit(ResidualMove.SendMore, state, Morning(from, day), lane, room.OnLane(lane, from, day));
            }

            if (room.IsLifted(Limits.LeadTimes))
            {
                Visit(ResidualMove.SwiftMore, state, Serving(from, day), lane, long.MaxValue);
            }
        }

        SendLess(state, node, day, place);
        ChangeClass(state, node, day, slots);
        return default;
    }

    private void SendLess(int state, int node, int day, int place)
    {
        foreach (int lane in graph.LanesOutOf[place])
        {
            int to = graph.At(node, graph.Problem.Lanes[lane].To);
            int lead = graph.Problem.Lanes[lane].LeadTimeDays;
            if (lead > 0 && lead < graph.Days - day)
            {
                Visit(ResidualMove.SendLess, state, Morning(to, day + lead), lane, flow.Sent[graph.SentAt(lane, node, day)]);
            }

            Visit(ResidualMove.SwiftLess, state, Serving(to, day), lane, flow.Swift[graph.SentAt(lane, node, day)]);
        }
    }

    private void ChangeClass(int state, int node, int day, ReadOnlySpan<int> slots)
    {
        int item = graph.ItemOf[node];
        int keeping = graph.ClassCount(item) - 1;
        for (int c = 0; c <= keeping; c++)
        {
            int other = node - graph.ClassOf[node] + c;
            if (c == graph.ClassOf[node] || day > graph.LastDay(other))
            {
                continue;
            }

            if (graph.ClassOf[node] == keeping && room.IsLifted(Limits.Expiry))
            {
                Visit(ResidualMove.KeepMore, state, Serving(other, day), -1, long.MaxValue);
            }

            foreach (int slot in slots)
            {
                Visit(ResidualMove.Swap, state, Serving(other, day), slot, flow.Taken[graph.Slots.TakenAt(slot, graph.ClassOf[node])]);
            }
        }

        if (graph.ClassOf[node] != keeping)
        {
            Visit(ResidualMove.KeepLess, state, Serving(node - graph.ClassOf[node] + keeping, day), -1, flow.Keeping[state / 2]);
        }
    }

    private ResidualStep AtMorning(int state, int node, int day, out long units)
    {
        units = room.IsLifted(Limits.Expiry) ? flow.Spoilt[state / 2] : 0;
        if (units > 0)
        {
            return new ResidualStep(ResidualMove.Spoilt, state, state, -1);
        }

        units = room.IsLifted(Limits.Deliveries) ? flow.Later[node] : 0;
        if (units > 0)
        {
            return new ResidualStep(ResidualMove.Later, state, state, -1);
        }

        int lastOffer = !room.IsLifted(Limits.Budget) ? -1 : room.IsLifted(Limits.Deliveries) ? graph.LastDay(node) : day;
        for (int bought = day; bought <= lastOffer; bought++)
        {
            units = flow.OnOffer[(node * graph.Days) + bought];
            if (units > 0)
            {
                return new ResidualStep(ResidualMove.Buy, state, 2 * ((node * graph.Days) + bought), -1);
            }
        }

        if (day > 0)
        {
            Visit(ResidualMove.HoldMore, state, Serving(node, day - 1), -1, room.InStore(node, day - 1));
        }

        int place = graph.PlaceOf[node];
        foreach (int lane in graph.LanesInto[place])
        {
            int lead = graph.Problem.Lanes[lane].LeadTimeDays;
            int from = graph.At(node, graph.Problem.Lanes[lane].From);
            if (lead > 0 && lead <= day && room.MayArrive(node, day) && room.MayDispatch(from, day - lead))
            {
                Visit(ResidualMove.SendMore, state, Serving(from, day - lead), lane, room.OnLane(lane, from, day - lead));
            }
        }

        Visit(ResidualMove.StayLess, state, Serving(node, day), -1, flow.Stay[state / 2]);
        foreach (int lane in graph.LanesOutOf[place])
        {
            if (graph.Problem.Lanes[lane].LeadTimeDays == 0)
            {
                int to = graph.At(node, graph.Problem.Lanes[lane].To);
                Visit(ResidualMove.SendLess, state, Serving(to, day), lane, flow.Sent[graph.SentAt(lane, node, day)]);
            }
        }

        for (int later = day + 1; later <= graph.LastDay(node) && room.IsLifted(Limits.Deliveries); later++)
        {
            int at = (node * graph.Days) + later;
            Visit(ResidualMove.Earlier, state, 2 * at, -1, flow.Supply[at] - flow.Earlier[at]);
        }

        return default;
    }

    private void Visit(ResidualMove move, int state, int next, int index, long units)
    {
        if (units <= 0 || seen[next] == search || dead[next] == epoch)
        {
            return;
        }

        seen[next] = search;
        how[next] = new ResidualStep(move, state, next, index);
        most[next] = state < 0 ? units : Math.Min(units, most[state]);
        queue[queued++] = next;
    }

    private int Morning(int node, int day) => 2 * ((node * graph.Days) + day);

    private int Serving(int node, int day) => (2 * ((node * graph.Days) + day)) + 1;
}

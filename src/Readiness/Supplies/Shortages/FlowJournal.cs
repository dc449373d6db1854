namespace Readiness.Supplies.Shortages;

/// <summary>Applies changes to a <see cref="PlanFlow"/> and takes them back.</summary>
internal sealed class FlowJournal
{
    private readonly PlanFlow flow;
    private readonly FlowGraph graph;
    private readonly List<(ResidualStep Step, long Units)> done = [];

    public FlowJournal(PlanFlow flow)
    {
        this.flow = flow;
        graph = flow.Graph;
    }

    /// <summary>Position to return to with <see cref="UndoTo"/>.</summary>
    public int Mark => done.Count;

    /// <summary>Applies a change.</summary>
    public void Apply(ResidualStep step, long units)
    {
        done.Add((step, units));
        Change(step, units);
    }

    /// <summary>Takes back everything since a mark.</summary>
    public void UndoTo(int mark)
    {
        for (int k = done.Count - 1; k >= mark; k--)
        {
            Change(done[k].Step, -done[k].Units);
        }

        done.RemoveRange(mark, done.Count - mark);
    }

    private void Change(ResidualStep step, long units)
    {
        int at = step.State / 2;
        int node = at / graph.Days;
        int day = at % graph.Days;
        int next = step.Next / 2;
        switch (step.Move)
        {
            case ResidualMove.StayMore:
                flow.Stay[at] += units;
                break;
            case ResidualMove.StayLess:
                flow.Stay[at] -= units;
                break;
            case ResidualMove.HoldMore:
                Keep(node, day - 1, units);
                flow.Hold[next] += units;
                break;
            case ResidualMove.HoldLess:
                Keep(node, day, -units);
                flow.Hold[at] -= units;
                break;
            case ResidualMove.SendMore:
                Send(step.Index, next / graph.Days, next % graph.Days, units);
                break;
            case ResidualMove.SendLess:
                Send(step.Index, node, day, -units);
                break;
            case ResidualMove.SwiftMore:
                flow.Swift[graph.SentAt(step.Index, next / graph.Days, day)] += units;
                break;
            case ResidualMove.SwiftLess:
                flow.Swift[graph.SentAt(step.Index, node, day)] -= units;
                break;
            case ResidualMove.KeepMore:
                flow.Keeping[next] += units;
                break;
            case ResidualMove.KeepLess:
                flow.Keeping[at] -= units;
                break;
            case ResidualMove.Swap:
                flow.Taken[graph.Slots.TakenAt(step.Index, graph.ClassOf[node])] -= units;
                flow.Taken[graph.Slots.TakenAt(step.Index, graph.ClassOf[next / graph.Days])] += units;
                break;
            case ResidualMove.Earlier:
                flow.Earlier[next] += units;
                break;
            case ResidualMove.Left:
                Keep(node, day, -units);
                flow.Left[node] -= units;
                break;
            case ResidualMove.Cancel:
                flow.Taken[graph.Slots.TakenAt(step.Index, graph.ClassOf[node])] -= units;
                flow.Planned[step.Index] -= units;
                if (graph.Problem.Demands[graph.Slots.Demand(step.Index)].Level == flow.Level)
                {
                    flow.Excess[graph.Pair(graph.PlaceOf[node], graph.ItemOf[node])] -= units;
                }

                break;
            case ResidualMove.Spoilt:
                flow.Spoilt[at] -= units;
                break;
            case ResidualMove.Buy:
                flow.OnOffer[next] -= units;
                break;
            case ResidualMove.Later:
                flow.Later[node] -= units;
                break;
            default:
                flow.Taken[graph.Slots.TakenAt(step.Index, graph.ClassOf[node])] += units;
                break;
        }
    }

    private void Send(int lane, int node, int day, long units)
    {
        flow.Sent[graph.SentAt(lane, node, day)] += units;
        flow.Load[(lane * graph.Days) + day] += units * graph.VolumePerUnit[graph.ItemOf[node]];
    }

    private void Keep(int node, int day, long units)
    {
        if (graph.Keeps(node, day))
        {
            int item = graph.ItemOf[node];
            int place = graph.PlaceOf[node];
            flow.Kept[(graph.Pair(place, item) * graph.Days) + day] += units;
            flow.Stored[(place * graph.Days) + day] += units * graph.VolumePerUnit[item];
        }
    }
}

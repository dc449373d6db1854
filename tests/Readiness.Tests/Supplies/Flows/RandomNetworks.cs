using Readiness.Solving;
using Readiness.Supplies.Flows;

namespace Readiness.Tests.Supplies.Flows;

/// <summary>Random minimum cost flow problems without the structure of time-expanded ones, and their optima as linear programmes.</summary>
internal static class RandomNetworks
{
    /// <summary>A network in which every node is tied to the root both ways, so that there always is a flow. Few different costs and capacities, many zeros: degenerate.</summary>
    public static ItemNetwork Create(int seed, bool degenerate)
    {
        var random = new Random(seed);
        int nodes = random.Next(2, 30);
        int inner = random.Next(1, 5 * nodes);
        var arcs = new List<(int From, int To, int Cost, long Capacity)>();
        for (int k = 0; k < inner; k++)
        {
            int from = random.Next(nodes);
            int to = (from + 1 + random.Next(nodes - 1)) % nodes;
            arcs.Add((from, to, random.Next(degenerate ? 2 : 50), degenerate ? random.Next(3) : random.Next(40)));
        }

        for (int u = 0; u < nodes; u++)
        {
            arcs.Add((u, nodes, degenerate ? 3 : 60 + random.Next(60), 1000));
            arcs.Add((nodes, u, degenerate ? 3 : 60 + random.Next(60), 1000));
        }

        long[] supply = [.. Enumerable.Range(0, nodes).Select(_ => (long)(degenerate ? random.Next(-1, 2) : random.Next(-30, 31)))];
        return new ItemNetwork
        {
            Item = 0,
            Root = nodes,
            FlowScale = 1,
            CostScale = 1,
            Supply = [.. supply, -supply.Sum()],
            Source = [.. arcs.Select(arc => arc.From)],
            Target = [.. arcs.Select(arc => arc.To)],
            Cost = [.. arcs.Select(arc => (double)arc.Cost)],
            Capacity = [.. arcs.Select(arc => arc.Capacity)],
            Runs = [.. arcs.Select((arc, e) => new ArcRun(e, 1, arc.From, arc.To, 0, 0))],
            LaneRuns = [],
            LaneArcs = 0,
            ServeFirst = arcs.Count,
            ServeEnd = arcs.Count,
            UnservedFirst = arcs.Count,
            UnservedDemand = [],
            PlaceOf = new int[nodes],
            DayOf = new short[nodes],
            ClassOf = new short[nodes],
            Volume = 0,
            ClassCount = 1,
        };
    }

    /// <summary>The optimum of the flow problem that a simplex stands at, by HiGHS.</summary>
    public static double Optimum(ItemNetwork network, NetworkSimplex simplex)
    {
        var model = new LinearModelBuilder();
        var rows = new List<(int Column, double Value)>[network.Root + 1];
        for (int u = 0; u < rows.Length; u++)
        {
            rows[u] = [];
        }

        for (int e = 0; e < network.ArcCount; e++)
        {
            int column = model.AddColumn(simplex.Cost[e], 0, simplex.Capacity[e] > 1_000_000_000_000 ? double.PositiveInfinity : simplex.Capacity[e]);
            rows[network.Source[e]].Add((column, 1));
            rows[network.Target[e]].Add((column, -1));
        }

        for (int u = 0; u < rows.Length; u++)
        {
            model.AddRow(simplex.Supply[u], simplex.Supply[u], [.. rows[u].Select(entry => entry.Column)], [.. rows[u].Select(entry => entry.Value)]);
        }

        using var solver = new HighsSolver(model);
        SolveOutcome outcome = solver.Solve(TestContext.Current.CancellationToken);
        Assert.Equal(SolveStatus.Optimal, outcome.Status);
        return outcome.Objective;
    }
}

using System.Collections.Immutable;

namespace Readiness.Supplies;

/// <summary>Groups demands that the relaxation cannot tell apart.</summary>
internal static class DemandGroups
{
    /// <summary>Demands of one place, level, weight and needs whose days fall into the same periods; one by one without periods.</summary>
    public static IEnumerable<int[]> Of(AllocationNetwork network, PeriodMap? periods)
    {
        if (periods is null)
        {
            return network.Demands.Select(j => new[] { j });
        }

        return network.Demands.GroupBy(j => Key(network.Problem.Demands[j], network, periods))
            .Select(group => group.OrderBy(j => network.Problem.Demands[j].Day).ThenBy(j => j).ToArray());
    }

    private static (int Place, int Level, double Weight, string Needs) Key(SupplyDemand demand, AllocationNetwork network, PeriodMap periods)
    {
        string Needs(ImmutableArray<ItemNeed> needs) => string.Join(';', needs.OrderBy(need => need.Item).Select(need =>
        {
            // Days of one period can still differ in the lots that are open on them.
            string open = string.Concat(network.NodesOfPair[network.Pair(demand.Place, need.Item)]
                .Select(node => demand.Day >= network.Nodes[node].Earliest && demand.Day <= network.Nodes[node].Last ? '1' : '0'));
            return FormattableString.Invariant($"{need.Item}:{need.Quantity}:{periods.Of(need.Item, demand.Day)}:{open}");
        }));
        IEnumerable<string> others = demand.Alternatives.Select(other =>
            FormattableString.Invariant($"{other.UnitsPerBatch}:{other.Weight:R}:{other.MostUnits > 0}:{Needs(other.Needs)}"));
        return (demand.Place, demand.Level, demand.Weight, string.Join('|', others.Prepend(Needs(demand.Needs))));
    }
}

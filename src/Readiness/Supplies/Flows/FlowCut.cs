namespace Readiness.Supplies.Flows;

/// <summary>An optimal flow of an item, or a mean of such flows, as far as lorries feel it. At any prices it costs at least as much as the best flow.</summary>
/// <param name="Cost">Cost without prices.</param>
/// <param name="Arcs">Transport arcs on lorries that carry something, ascending.</param>
/// <param name="Volumes">Volume on each of them.</param>
internal sealed record FlowCut(double Cost, int[] Arcs, double[] Volumes)
{
    /// <summary>The mean of two.</summary>
    public static FlowCut Mean(FlowCut one, double oneWeight, FlowCut other, double otherWeight)
    {
        double first = oneWeight / (oneWeight + otherWeight);
        var arcs = new List<int>(one.Arcs.Length + other.Arcs.Length);
        var volumes = new List<double>(one.Arcs.Length + other.Arcs.Length);
        int a = 0;
        int b = 0;
        while (a < one.Arcs.Length || b < other.Arcs.Length)
        {
            int arc = Math.Min(a < one.Arcs.Length ? one.Arcs[a] : int.MaxValue, b < other.Arcs.Length ? other.Arcs[b] : int.MaxValue);
            double volume = 0;
            if (a < one.Arcs.Length && one.Arcs[a] == arc)
            {
                volume += first * one.Volumes[a++];
            }

            if (b < other.Arcs.Length && other.Arcs[b] == arc)
            {
                volume += (1 - first) * other.Volumes[b++];
            }

            arcs.Add(arc);
            volumes.Add(volume);
        }

        return new FlowCut((first * one.Cost) + ((1 - first) * other.Cost), [.. arcs], [.. volumes]);
    }
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace Readiness.Supplies.Flows;

/// <summary>Finds arcs that improve the flow: block after block, the best of the first block that has any.</summary>
/// <remarks>Arcs come in runs whose ends advance with the arcs, so reduced costs are differences of contiguous arrays and need no gathering.</remarks>
internal sealed class ArcPricing
{
    // Larger blocks take more time but fewer pivots. From half of this to twice as much all is fair.
    private const double BlockFactor = 1;

    private readonly ArcRun[] runs;
    private readonly double[] cost;
    private readonly double[] sign;
    private readonly double[] potential;
    private readonly int block;
    private int position;

    /// <param name="runs">The arcs.</param>
    /// <param name="cost">Cost of each arc.</param>
    /// <param name="sign">1 for an arc without flow, -1 for one at its capacity, 0 for one of the tree.</param>
    /// <param name="potential">Potential of each node.</param>
    public ArcPricing(ArcRun[] runs, double[] cost, double[] sign, double[] potential)
    {
        this.runs = runs;
        this.cost = cost;
        this.sign = sign;
        this.potential = potential;
        int arcs = runs.Sum(static run => run.Count);
        block = Math.Max(256, (int)(BlockFactor * Math.Sqrt(arcs)));
    }

    /// <summary>An arc whose flow should change.</summary>
    /// <returns>The arc, or -1 if the flow is optimal.</returns>
    public int Next()
    {
        double best = 0;
        int arc = -1;
        int left = block;
        for (int k = 0; k < runs.Length; k++)
        {
            ref readonly ArcRun run = ref runs[position];
            Scan(in run, ref best, ref arc);
            position = position + 1 == runs.Length ? 0 : position + 1;
            left -= run.Count;
            if (left <= 0)
            {
                if (arc >= 0)
                {
                    return arc;
                }

                left = block;
            }
        }

        return arc;
    }

    private void Scan(ref readonly ArcRun run, ref double best, ref int arc)
    {
        int width = Vector<double>.Count;
        int count = run.Count;
        int first = run.First;
        int k = 0;
        if (count >= width)
        {
            ref double costs = ref MemoryMarshal.GetArrayDataReference(cost);
            ref double signs = ref MemoryMarshal.GetArrayDataReference(sign);
            ref double potentials = ref MemoryMarshal.GetArrayDataReference(potential);
            var least = new Vector<double>(best);
            for (; k + width <= count; k += width)
            {
                Vector<double> from = run.SourceStep == 0
                    ? new Vector<double>(potential[run.Source]) : Vector.LoadUnsafe(ref potentials, (nuint)(run.Source + k));
                Vector<double> to = run.TargetStep == 0
                    ? new Vector<double>(potential[run.Target]) : Vector.LoadUnsafe(ref potentials, (nuint)(run.Target + k));
                Vector<double> reduced = (Vector.LoadUnsafe(ref costs, (nuint)(first + k)) + from - to) * Vector.LoadUnsafe(ref signs, (nuint)(first + k));
                if (Vector.LessThanAny(reduced, least))
                {
                    for (int i = 0; i < width; i++)
                    {
                        if (reduced[i] < best)
                        {
                            best = reduced[i];
                            arc = first + k + i;
                        }
                    }

                    least = new Vector<double>(best);
                }
            }
        }

        for (; k < count; k++)
        {
            double reduced = (cost[first + k] + potential[run.Source + (k * run.SourceStep)] - potential[run.Target + (k * run.TargetStep)]) * sign[first + k];
            if (reduced < best)
            {
                best = reduced;
                arc = first + k;
            }
        }
    }
}

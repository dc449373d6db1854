using Readiness.Solving;

namespace Readiness.Supplies;

/// <summary>Columns that express the fill rates of a fair level and the common rate below them.</summary>
internal sealed class FairnessColumns
{
    public FairnessColumns(AllocationNetwork network, int level, LinearModelBuilder model, RowAssembler rows, int[] servedColumn)
    {
        LevelPairs pairs = network.PairsOfLevel[level];
        int count = pairs.Fair ? pairs.Count : 0;
        Rate = new int[count];
        Lift = new int[count];
        WorstRow = new int[count];
        Worst = pairs.Fair ? model.AddColumn(0, 0, 1) : -1;
        for (int pair = 0; pair < count; pair++)
        {
            // rate x demanded = served, and rate + lift >= worst: a lift frees the pair from the common rate.
            Rate[pair] = model.AddColumn(0, 0, 1);
            Lift[pair] = model.AddColumn(0, 0, 1);
            int definition = rows.Open(0, 0);
            rows.Add(definition, Rate[pair], -pairs.Demanded[pair]);
            foreach ((int demand, long quantity) in pairs.Members[pair])
            {
                if (servedColumn[demand] >= 0)
                {
                    rows.Add(definition, servedColumn[demand], quantity);
                }
            }

            WorstRow[pair] = rows.Open(0, double.PositiveInfinity);
            rows.Add(WorstRow[pair], Rate[pair], 1);
            rows.Add(WorstRow[pair], Lift[pair], 1);
            rows.Add(WorstRow[pair], Worst, -1);
        }
    }

    /// <summary>Column of the fill rate of each pair.</summary>
    public int[] Rate { get; }

    /// <summary>Column that frees each pair from the common rate.</summary>
    public int[] Lift { get; }

    /// <summary>Row that ties each pair to the common rate.</summary>
    public int[] WorstRow { get; }

    /// <summary>Column of the common rate, or -1 if the level is not fair.</summary>
    public int Worst { get; }
}

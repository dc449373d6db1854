using Readiness.Solving;

namespace Readiness.Supplies;

/// <summary>Columns that express the fill rates of a fair level and the common rate below them.</summary>
internal sealed class FairnessColumns
{
    public FairnessColumns(AllocationNetwork network, int level, LinearModelBuilder model, RowAssembler rows, IReadOnlyList<ServingColumn> groups)
    {
        LevelPairs pairs = network.PairsOfLevel[level];
        int count = pairs.Fair ? pairs.Count : 0;
        ILookup<int, int> columnsOf = groups.SelectMany(group => group.Services.Select(s => (network.Services[s].Demand, group.Column)))
            .ToLookup(entry => entry.Demand, entry => entry.Column);
        Rate = new int[count];
        Lift = new int[count];
        WorstRow = new int[count];
        Worst = pairs.Fair ? model.AddColumn(0, 0, 1) : -1;
        for (int pair = 0; pair < count; pair++)
        {
            // 1 - rate = risk x (1 - served / demanded), and rate + lift >= worst: a lift frees the pair from the common rate.
            Rate[pair] = model.AddColumn(0, 0, 1);
            Lift[pair] = model.AddColumn(0, 0, 1);
            double unitsPerRate = pairs.Demanded[pair] / pairs.Risk[pair];
            int definition = rows.Open(pairs.Demanded[pair] - unitsPerRate, pairs.Demanded[pair] - unitsPerRate);
            rows.Add(definition, Rate[pair], -unitsPerRate);
            foreach ((int column, long quantity) in Columns(pairs.Members[pair], columnsOf))
            {
                rows.Add(definition, column, quantity);
            }

            WorstRow[pair] = rows.Open(0, double.PositiveInfinity);
            rows.Add(WorstRow[pair], Rate[pair], 1);
            rows.Add(WorstRow[pair], Lift[pair], 1);
            rows.Add(WorstRow[pair], Worst, -1);
        }

        if (pairs.Rule == FairnessRule.Proportional)
        {
            AddPieces(pairs, model, rows);
        }
    }

    // Units served = units of all pieces, each piece a share of the demand.
    private void AddPieces(LevelPairs pairs, LinearModelBuilder model, RowAssembler rows)
    {
        GainRow = rows.Open(double.NegativeInfinity, double.PositiveInfinity);
        for (int pair = 0; pair < pairs.Count; pair++)
        {
            int sum = rows.Open(0, 0);
            rows.Add(sum, Rate[pair], -pairs.Demanded[pair]);
            GainAtMost += LogarithmPieces.AtZero * pairs.Demanded[pair];
            foreach ((double length, double slope) in LogarithmPieces.All)
            {
                int column = model.AddColumn(0, 0, length * pairs.Demanded[pair]);
                rows.Add(sum, column, 1);
                rows.Add(GainRow, column, slope);
                Pieces.Add((column, slope));
            }
        }
    }

    // Demands that share a column need the same quantity.
    private static IEnumerable<(int Column, long Quantity)> Columns((int Demand, long Quantity)[] members, ILookup<int, int> columnsOf) =>
        members.SelectMany(member => columnsOf[member.Demand].Select(column => (column, member.Quantity))).Distinct();

    /// <summary>Column of the fill rate of each pair; 1 less its weighted shortfall.</summary>
    public int[] Rate { get; }

    /// <summary>Column that frees each pair from the common rate.</summary>
    public int[] Lift { get; }

    /// <summary>Row that ties each pair to the common rate.</summary>
    public int[] WorstRow { get; }

    /// <summary>Columns of the units of a proportional level, by piece of the logarithm, with what each takes off its shortfall.</summary>
    public List<(int Column, double Slope)> Pieces { get; } = [];

    /// <summary>Row of what all pieces together take off, or -1.</summary>
    public int GainRow { get; private set; } = -1;

    /// <summary>Logarithmic shortfall of a proportional level where nothing is served.</summary>
    public double GainAtMost { get; private set; }

    /// <summary>Column of the common rate, or -1 if the level is not fair.</summary>
    public int Worst { get; }
}

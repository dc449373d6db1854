namespace Readiness.Supplies;

/// <summary>Columns of the lots that are bought, whole in the integer form, and rows that hold what is spent to the budgets.</summary>
internal static class OfferRows
{
    /// <summary>Adds the columns, with their entries in the rows of the stock, and the rows.</summary>
    /// <returns>The number of integer columns.</returns>
    public static int Add(AllocationNetwork network, TimeExpandedProgramme programme, RowAssembler rows, int[] balanceRow, int[] morningRow, bool integer)
    {
        OfferBook offers = network.Offers;
        int columns = 0;
        for (int o = 0; o < offers.Count; o++)
        {
            if (offers.Node[o] >= 0)
            {
                int column = programme.LotColumn[o] = programme.Model.AddColumn(0, 0, offers.Most[o], integer);
                int k = programme.At(offers.Node[o], offers[o].AvailableDay);
                rows.Add(balanceRow[k], column, offers[o].UnitsPerLot);
                if (morningRow[k] >= 0)
                {
                    rows.Add(morningRow[k], column, offers[o].UnitsPerLot);
                }

                columns++;
            }
        }

        for (int b = 0; b < network.Problem.Budgets.Length; b++)
        {
            int[] paid = [.. offers.CountingFor(b).Where(o => programme.LotColumn[o] >= 0)];
            if (paid.Length > 0)
            {
                int row = rows.Open(double.NegativeInfinity, network.Problem.Budgets[b].Amount);
                foreach (int o in paid)
                {
                    rows.Add(row, programme.LotColumn[o], offers[o].PricePerLot);
                }
            }
        }

        return integer ? columns : 0;
    }
}

namespace Readiness.Supplies;

/// <summary>Columns of the units served in each way, and rows that take what they use up from the stock.</summary>
internal sealed class ServingRows
{
    private readonly AllocationNetwork network;
    private readonly AllocationProblem problem;
    private readonly TimeExpandedProgramme programme;
    private readonly RowAssembler rows;
    private readonly int[] balanceRow;
    private readonly List<ServingColumn> groups;
    private readonly bool integer;
    private readonly Dictionary<(int Pair, int Period), int> linkRow = [];
    private int integers;

    private ServingRows(AllocationNetwork network, TimeExpandedProgramme programme, RowAssembler rows, int[] balanceRow, List<ServingColumn> groups, bool integer)
    {
        this.network = network;
        this.programme = programme;
        this.rows = rows;
        this.balanceRow = balanceRow;
        this.groups = groups;
        this.integer = integer;
        problem = network.Problem;
    }

    /// <summary>Adds the columns to the programme and its groups, and their entries to the balance rows.</summary>
    /// <returns>The number of integer columns.</returns>
    public static int Add(AllocationNetwork network, TimeExpandedProgramme programme, RowAssembler rows, int[] balanceRow, List<ServingColumn> groups, bool integer)
    {
        var serving = new ServingRows(network, programme, rows, balanceRow, groups, integer);
        serving.Add();
        return serving.integers;
    }

    private void Add()
    {
        foreach (int[] group in DemandGroups.Of(network, integer ? null : programme.Periods))
        {
            SupplyDemand demand = problem.Demands[group[0]];
            int ways = network.ServicesOf[group[0]].Length;
            int capRow = ways > 1 ? rows.Open(double.NegativeInfinity, group.Sum(j => problem.Demands[j].Units)) : -1;
            for (int way = 0; way < ways; way++)
            {
                // Grouped demands have the same alternatives in the same order.
                int[] services = [.. group.Select(j => network.ServicesOf[j][way])];
                DemandService service = network.Services[services[0]];
                if (service.Needs.All(need => OpenNodes(demand, need.Item).Length > 0))
                {
                    AddService(demand, services, capRow);
                }
            }
        }
    }

    private void AddService(SupplyDemand demand, int[] services, int capRow)
    {
        DemandService service = network.Services[services[0]];
        double most = services.Sum(s => (double)network.Services[s].Most);
        int column = programme.Model.AddColumn(0, 0, most, integer);
        integers += integer ? 1 : 0;
        foreach (int s in services)
        {
            programme.ServedColumn[s] = column;
        }

        if (capRow >= 0)
        {
            rows.Add(capRow, column, 1);
        }

        int batches = services.All(s => network.Services[s].UnitsPerBatch == 1) ? column : AddBatches(column, services);
        groups.Add(new ServingColumn(column, batches, capRow, services));
        foreach (ItemNeed need in service.Needs)
        {
            AddNeed(demand, need, batches);
        }
    }

    // Units ÷ size, rounded up: at least the quotient, less than one above it for each service, and at most one for each unit.
    private int AddBatches(int units, int[] services)
    {
        // Batches of different size that share a column are those that are limited by the units wanted: the largest then fits all.
        long size = services.Max(s => network.Services[s].UnitsPerBatch);
        int batches = programme.Model.AddColumn(0, 0, services.Sum(s => (double)network.Services[s].Batches(network.Services[s].Most)), integer);
        integers += integer ? 1 : 0;
        int quotient = rows.Open(0, (double)(size - 1) * services.Length);
        rows.Add(quotient, batches, size);
        rows.Add(quotient, units, -1);
        int oneEach = rows.Open(0, double.PositiveInfinity);
        rows.Add(oneEach, units, 1);
        rows.Add(oneEach, batches, -1);
        return batches;
    }

    private void AddNeed(SupplyDemand demand, ItemNeed need, int column)
    {
        int[] open = OpenNodes(demand, need.Item);
        int pair = network.Pair(demand.Place, need.Item);
        if (open.Length == 1 && network.NodesOfPair[pair].Length == 1)
        {
            rows.Add(balanceRow[programme.At(open[0], demand.Day)], column, -need.Quantity);
            return;
        }

        if (!linkRow.TryGetValue((pair, programme.Periods.Of(need.Item, demand.Day)), out int link))
        {
            linkRow[(pair, programme.Periods.Of(need.Item, demand.Day))] = link = rows.Open(0, 0);
        }

        foreach (int node in open)
        {
            int k = programme.At(node, demand.Day);
            if (programme.UseColumn[k] < 0)
            {
                programme.UseColumn[k] = programme.Model.AddColumn(0, 0, network.ClassSupply[node]);
                rows.Add(balanceRow[k], programme.UseColumn[k], -1);
                rows.Add(link, programme.UseColumn[k], 1);
            }
        }

        rows.Add(link, column, -need.Quantity);
    }

    private int[] OpenNodes(SupplyDemand demand, int item) =>
        [.. network.NodesOfPair[network.Pair(demand.Place, item)].Where(node => balanceRow[programme.At(node, demand.Day)] >= 0 && demand.Day <= network.Nodes[node].Last)];
}

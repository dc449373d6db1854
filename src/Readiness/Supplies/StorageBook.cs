namespace Readiness.Supplies;

/// <summary>What transfers bring to places of limited storage, and how full these are.</summary>
internal sealed class StorageBook
{
    private readonly AllocationNetwork network;
    private readonly int days;
    private readonly long[] closing;

    // Units with a volume that transfers bring, by limit x days + day.
    private readonly long[] arriving;

    /// <summary>A book on the closing stock (by node x days + day) that its ledger keeps up to date.</summary>
    public StorageBook(AllocationNetwork network, long[] closing)
    {
        this.network = network;
        this.closing = closing;
        days = network.Days;
        arriving = new long[network.Problem.StorageLimits.Length * days];
    }

    /// <summary>Counts units that a transfer brings to a node on a day; negative to undo.</summary>
    public void Count(int node, int day, long units)
    {
        int limit = network.StorageOf[network.Nodes[node].Place];
        if (limit >= 0 && network.VolumePerUnit(network.Nodes[node].Item) > 0)
        {
            arriving[(limit * days) + day] += units;
        }
    }

    /// <summary>Volume by which the stock is above a limit at the end of a day on which a transfer arrives; 0 if it is not.</summary>
    public double Excess(int limit, int day)
    {
        if (arriving[(limit * days) + day] == 0)
        {
            return 0;
        }

        StorageLimit storage = network.Problem.StorageLimits[limit];
        double volume = -storage.Volume;
        foreach (int node in network.NodesOfStorage[limit])
        {
            volume += network.Nodes[node].Class > day ? closing[(node * days) + day] * network.VolumePerUnit(network.Nodes[node].Item) : 0;
        }

        return volume > 1e-9 * Math.Max(1, storage.Volume) ? volume : 0;
    }

    /// <summary>Whether a place is within its limit on all days from one on, as far as transfers arrive.</summary>
    public bool Fits(int place, int fromDay)
    {
        int limit = network.StorageOf[place];
        for (int day = fromDay; day < days && limit >= 0; day++)
        {
            if (Excess(limit, day) > 0)
            {
                return false;
            }
        }

        return true;
    }
}

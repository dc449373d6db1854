namespace Readiness.Supplies.Shortages;

/// <summary>
/// The time-expanded network of a problem in flat arrays: a node is a place, an item and a last usable day; a state is a node in the morning,
/// before same-day transfers, or at serving time, after them.
/// </summary>
/// <remarks>Unlike <see cref="AllocationNetwork"/> it leaves nothing out, since what is of no use under all limits may be of use without one.</remarks>
internal sealed class FlowGraph
{
    private readonly int[] nodeStart;
    private readonly int[] sentStart;
    private readonly int[][] classes;

    public FlowGraph(AllocationProblem problem)
    {
        Problem = problem;
        Days = problem.Days;
        int items = problem.Items.Length;
        classes = new int[items][];
        nodeStart = new int[items + 1];
        sentStart = new int[items + 1];
        for (int item = 0; item < items; item++)
        {
            // The last class holds what outlasts the horizon.
            int[] expiries = [.. problem.Lots.Where(lot => lot.Item == item && lot.LastUsableDay >= lot.AvailableDay && lot.LastUsableDay < Days)
                .Select(lot => lot.LastUsableDay)
                .Concat(problem.Offers.Where(offer => offer.Item == item && offer.LastUsableDay < Days).Select(offer => offer.LastUsableDay))
                .Append(Days).Distinct().Order()];
            classes[item] = expiries;
            nodeStart[item + 1] = nodeStart[item] + (problem.Places.Length * expiries.Length);
            sentStart[item + 1] = sentStart[item] + (problem.Lanes.Length * expiries.Length * Days);
        }

        ItemOf = new int[Nodes];
        PlaceOf = new int[Nodes];
        ClassOf = new int[Nodes];
        for (int item = 0; item < items; item++)
        {
            for (int node = nodeStart[item]; node < nodeStart[item + 1]; node++)
            {
                ItemOf[node] = item;
                PlaceOf[node] = (node - nodeStart[item]) / classes[item].Length;
                ClassOf[node] = (node - nodeStart[item]) % classes[item].Length;
            }
        }

        ILookup<int, int> into = Enumerable.Range(0, problem.Lanes.Length).ToLookup(lane => problem.Lanes[lane].To);
        ILookup<int, int> outOf = Enumerable.Range(0, problem.Lanes.Length).ToLookup(lane => problem.Lanes[lane].From);
        LanesInto = [.. Enumerable.Range(0, problem.Places.Length).Select(place => into[place].ToArray())];
        LanesOutOf = [.. Enumerable.Range(0, problem.Places.Length).Select(place => outOf[place].ToArray())];
        VolumePerUnit = [.. problem.Items.Select(item => item.VolumePerPack / item.PackSize)];
        Slots = new NeedSlots(problem, item => classes[item].Length);
        Reserve = new StockReserve?[problem.Places.Length * items];
        foreach (StockReserve reserve in problem.Reserves)
        {
            Reserve[Pair(reserve.Place, reserve.Item)] = reserve.Quantity > 0 ? reserve : null;
        }

        Room = new double[problem.Places.Length];
        Array.Fill(Room, double.PositiveInfinity);
        foreach (StorageLimit limit in problem.StorageLimits)
        {
            Room[limit.Place] = limit.Volume;
        }
    }

    /// <summary>The problem.</summary>
    public AllocationProblem Problem { get; }

    /// <summary>Number of days.</summary>
    public int Days { get; }

    /// <summary>Number of nodes.</summary>
    public int Nodes => nodeStart[^1];

    /// <summary>Length of an array by lane, node class and day: see <see cref="SentAt"/>.</summary>
    public int SentLength => sentStart[^1];

    /// <summary>Item of each node.</summary>
    public int[] ItemOf { get; }

    /// <summary>Place of each node.</summary>
    public int[] PlaceOf { get; }

    /// <summary>Position of each node's last usable day among those of its item.</summary>
    public int[] ClassOf { get; }

    /// <summary>Lanes by the place that receives.</summary>
    public int[][] LanesInto { get; }

    /// <summary>Lanes by the place that dispatches.</summary>
    public int[][] LanesOutOf { get; }

    /// <summary>Volume of a unit, by item.</summary>
    public double[] VolumePerUnit { get; }

    /// <summary>Who needs what, where and when.</summary>
    public NeedSlots Slots { get; }

    /// <summary>Reserves by <see cref="Pair"/>; none where nothing is kept.</summary>
    public StockReserve?[] Reserve { get; }

    /// <summary>Room for stock by place; infinite where there is no limit.</summary>
    public double[] Room { get; }

    /// <summary>Number of last usable days of an item.</summary>
    public int ClassCount(int item) => classes[item].Length;

    /// <summary>A last usable day of an item; the number of days if it outlasts the horizon.</summary>
    public int Expiry(int item, int position) => classes[item][position];

    /// <summary>Position of a last usable day.</summary>
    public int ClassAt(int item, int lastUsableDay) => Array.IndexOf(classes[item], Math.Min(lastUsableDay, Days));

    /// <summary>Last day of a node in the horizon.</summary>
    public int LastDay(int node) => Math.Min(classes[ItemOf[node]][ClassOf[node]], Days - 1);

    /// <summary>Whether what is left of a node on a day may still be used on a later one.</summary>
    public bool Keeps(int node, int day) => classes[ItemOf[node]][ClassOf[node]] > day;

    /// <summary>A node.</summary>
    public int Node(int place, int item, int position) => nodeStart[item] + (place * classes[item].Length) + position;

    /// <summary>The node of the same item and last usable day at another place.</summary>
    public int At(int node, int place) => Node(place, ItemOf[node], ClassOf[node]);

    /// <summary>A place and item.</summary>
    public int Pair(int place, int item) => (place * Problem.Items.Length) + item;

    /// <summary>Position of what leaves on a lane of a node's item and class on a day.</summary>
    public int SentAt(int lane, int node, int day) =>
        sentStart[ItemOf[node]] + (((lane * classes[ItemOf[node]].Length) + ClassOf[node]) * Days) + day;
}

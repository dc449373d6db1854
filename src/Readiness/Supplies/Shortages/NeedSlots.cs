namespace Readiness.Supplies.Shortages;

/// <summary>One slot for each demand and item of its kit.</summary>
internal sealed class NeedSlots
{
    private readonly int[] first;
    private readonly int[] ofDemand;
    private readonly Dictionary<(int Place, int Item, int Day), int[]> at;
    private readonly int[] takenStart;

    public NeedSlots(AllocationProblem problem, Func<int, int> classCount)
    {
        first = new int[problem.Demands.Length + 1];
        for (int j = 0; j < problem.Demands.Length; j++)
        {
            first[j + 1] = first[j] + problem.Demands[j].Needs.Length;
        }

        ofDemand = new int[first[^1]];
        takenStart = new int[first[^1] + 1];
        var lists = new Dictionary<(int, int, int), List<int>>();
        for (int j = 0; j < problem.Demands.Length; j++)
        {
            SupplyDemand demand = problem.Demands[j];
            for (int n = 0; n < demand.Needs.Length; n++)
            {
                int slot = first[j] + n;
                ofDemand[slot] = j;
                takenStart[slot + 1] = takenStart[slot] + classCount(demand.Needs[n].Item);
                (int, int, int) key = (demand.Place, demand.Needs[n].Item, demand.Day);
                if (!lists.TryGetValue(key, out List<int>? list))
                {
                    lists[key] = list = [];
                }

                list.Add(slot);
            }
        }

        at = lists.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());
    }

    /// <summary>Number of slots.</summary>
    public int Count => ofDemand.Length;

    /// <summary>Length of an array by slot and class: see <see cref="TakenAt"/>.</summary>
    public int TakenLength => takenStart[^1];

    /// <summary>Slot of a demand's item, by the item's position in the kit.</summary>
    public int Slot(int demand, int need) => first[demand] + need;

    /// <summary>Demand of a slot.</summary>
    public int Demand(int slot) => ofDemand[slot];

    /// <summary>Slots of a place, item and day.</summary>
    public ReadOnlySpan<int> At(int place, int item, int day) => at.GetValueOrDefault((place, item, day));

    /// <summary>Position of what a slot takes of a class.</summary>
    public int TakenAt(int slot, int position) => takenStart[slot] + position;
}

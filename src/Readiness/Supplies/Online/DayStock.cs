using System.Collections.Immutable;

namespace Readiness.Supplies.Online;

/// <summary>What donors hold in the course of a day, and the lines that take it away.</summary>
/// <remarks>Donors and items are numbered anew, in the order of their numbers, so that arrays hold them.</remarks>
internal sealed class DayStock
{
    private readonly long[] units;
    private readonly bool[] due;
    private readonly int[] oldest;
    private readonly Dictionary<(int Donor, int Recipient, int Item, int Class), int> lineOf = [];
    private readonly List<(int Donor, int Recipient, int Item, long Quantity, int Class)> lines = [];
    private readonly HashSet<(int Donor, int Recipient)> shipments = [];
    private readonly Dictionary<int, int> itemIndex;

    /// <summary>Sums up what is held.</summary>
    /// <param name="held">The donations.</param>
    /// <param name="lastDue">Donations up to this day have waited as long as they may.</param>
    public DayStock(ImmutableArray<HeldDonation> held, int lastDue)
    {
        Donors = [.. held.Select(static h => h.Donation.Donor).Distinct().Order()];
        Items = [.. held.Select(static h => h.Donation.Item).Distinct().Order()];
        itemIndex = Items.Select(static (item, index) => (item, index)).ToDictionary(static e => e.item, static e => e.index);
        units = new long[Donors.Length * Items.Length];
        due = new bool[units.Length];
        oldest = new int[units.Length];
        Array.Fill(oldest, int.MaxValue);
        foreach (HeldDonation donation in held)
        {
            int at = (Array.BinarySearch(Donors, donation.Donation.Donor) * Items.Length) + itemIndex[donation.Donation.Item];
            units[at] += donation.Remaining;
            due[at] |= donation.Donation.Day <= lastDue;
            oldest[at] = Math.Min(oldest[at], donation.Donation.Day);
        }
    }

    /// <summary>Numbers of the donors, ascending.</summary>
    public int[] Donors { get; }

    /// <summary>Numbers of the items, ascending.</summary>
    public int[] Items { get; }

    /// <summary>Index of an item; -1 if nobody holds any.</summary>
    public int IndexOf(int item) => itemIndex.GetValueOrDefault(item, -1);

    /// <summary>Units of a donor.</summary>
    public long Units(int donor, int item) => units[(donor * Items.Length) + item];

    /// <summary>Whether some of a donor's units have waited as long as they may.</summary>
    public bool IsDue(int donor, int item) => due[(donor * Items.Length) + item];

    /// <summary>Day of the oldest donation of which a donor held something in the morning.</summary>
    public int Oldest(int donor, int item) => oldest[(donor * Items.Length) + item];

    /// <summary>Units of all donors.</summary>
    public long Total(int item)
    {
        long sum = 0;
        for (int at = item; at < units.Length; at += Items.Length)
        {
            sum += units[at];
        }

        return sum;
    }

    /// <summary>Units of all items of a donor.</summary>
    public long TotalOf(int donor)
    {
        long sum = 0;
        for (int item = 0; item < Items.Length; item++)
        {
            sum += Units(donor, item);
        }

        return sum;
    }

    /// <summary>Whether a donor sends a recipient something today.</summary>
    public bool Ships(int donor, int recipient) => shipments.Contains((donor, recipient));

    /// <summary>Sends units; they must be there.</summary>
    public void Send(int donor, int recipient, int item, long quantity, int priorityClass)
    {
        units[(donor * Items.Length) + item] -= quantity;
        shipments.Add((donor, recipient));
        if (lineOf.TryGetValue((donor, recipient, item, priorityClass), out int line))
        {
            lines[line] = lines[line] with { Quantity = lines[line].Quantity + quantity };
            return;
        }

        lineOf.Add((donor, recipient, item, priorityClass), lines.Count);
        lines.Add((donor, recipient, item, quantity, priorityClass));
    }

    /// <summary>The lines, in the order in which they were decided.</summary>
    public ImmutableArray<Dispatch> Dispatches(int day) =>
        [.. lines.Select(line => new Dispatch(day, Donors[line.Donor], line.Recipient, Items[line.Item], line.Quantity, line.Class))];
}

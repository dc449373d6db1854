namespace Readiness.Staffing;

/// <summary>What of a roster is open: some people on some days. Everything else stays as it is. Immutable.</summary>
internal sealed class ColumnScope
{
    private ColumnScope(RosterModel model, int[] people, int firstDay, int lastDay, int[] entryOf)
    {
        People = people;
        FirstDay = firstDay;
        LastDay = lastDay;
        IsWholeHorizon = firstDay == 0 && lastDay == model.Days - 1;
        EntryOf = entryOf;
        Heads = [.. model.Cover.Select(c => c.Heads)];
        FirstEntry = Array.FindIndex(model.Cover, c => c.Day >= firstDay);
        FirstEntry = FirstEntry < 0 ? model.Cover.Length : FirstEntry;
        EndEntry = Array.FindLastIndex(model.Cover, c => c.Day <= lastDay) + 1;
    }

    /// <summary>People who are open, ascending.</summary>
    public int[] People { get; }

    /// <summary>First open day.</summary>
    public int FirstDay { get; }

    /// <summary>Last open day.</summary>
    public int LastDay { get; }

    /// <summary>First entry of the open days.</summary>
    public int FirstEntry { get; }

    /// <summary>Entry after the last of the open days.</summary>
    public int EndEntry { get; }

    /// <summary>Heads that what stays leaves wanted, by entry; negative where it is too many already.</summary>
    public int[] Heads { get; }

    /// <summary>The roster, by person × days + day; -1 for a day off. Empty if everything is open.</summary>
    public int[] EntryOf { get; }

    /// <summary>Whether every day is open.</summary>
    public bool IsWholeHorizon { get; }

    /// <summary>Everything.</summary>
    public static ColumnScope Whole(RosterModel model) =>
        new(model, [.. Enumerable.Range(0, model.PeopleCount)], 0, model.Days - 1, []);

    /// <summary>Some people on some days of a roster.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="entryOf">The roster, by person × days + day; -1 for a day off.</param>
    /// <param name="people">The people.</param>
    /// <param name="firstDay">First open day.</param>
    /// <param name="lastDay">Last open day.</param>
    public static ColumnScope Of(RosterModel model, int[] entryOf, ReadOnlySpan<int> people, int firstDay, int lastDay)
    {
        int[] open = people.ToArray();
        Array.Sort(open);
        var scope = new ColumnScope(model, open, firstDay, lastDay, entryOf);
        for (int p = 0; p < model.PeopleCount; p++)
        {
            for (int day = firstDay; day <= lastDay && Array.BinarySearch(open, p) < 0; day++)
            {
                int entry = entryOf[(p * model.Days) + day];
                if (entry >= 0)
                {
                    scope.Heads[entry]--;
                }
            }
        }

        return scope;
    }
}

namespace Readiness.Staffing;

/// <summary>
/// A roster under construction: who works which entry, what each level costs, and what one more head on an entry would change.
/// </summary>
/// <remarks>
/// Index 0 of a score is the number of broken limits between people (surplus heads that are forbidden, lent minutes over the limit), which
/// only a roster that starts without a legal solution shows; index k + 1 is level k. <see cref="Guide"/> differs from <see cref="Score"/> in
/// one thing: part of a joint team earns part of its worth, growing with the square of its completeness, so that a search finds whole teams.
/// </remarks>
internal sealed class RosterState
{
    private const double PartialTeamCredit = 0.7;

    private readonly RosterModel model;
    private readonly int[] counts;
    private readonly int[] openPosition;
    private readonly int[] open;
    private readonly bool[] attached;

    /// <summary>Creates an empty roster. Nobody is attached: <see cref="Attach"/> adds what a person's schedule costs.</summary>
    public RosterState(RosterModel model)
    {
        this.model = model;
        counts = new int[model.Cover.Length];
        EntryOf = new int[model.PeopleCount * model.Days];
        Array.Fill(EntryOf, -1);
        Marginal = new double[model.Cover.Length];
        attached = new bool[model.PeopleCount];
        Score = new double[model.LevelCount + 1];
        Guide = new double[model.LevelCount + 1];
        Fairness = model.Fairness.Length > 0 ? new FairnessTally(model, Add) : null;
        LentMinutes = new long[Math.Max(1, model.Problem.LendingLimits.Length) * model.Weeks];
        openPosition = new int[model.Cover.Length];
        open = new int[model.Cover.Length];
        Array.Fill(openPosition, -1);
        for (int e = 0; e < counts.Length; e++)
        {
            if (model.Slots.OfEntry[e] < 0)
            {
                CountEntry(e, 1);
                Refresh(e);
            }
        }

        for (int slot = 0; slot < model.Slots.Entries.Length; slot++)
        {
            CountSlot(slot, 1);
            RefreshSlot(slot);
        }
    }

    /// <summary>Entry worked, by person × days + day; -1 for a day off.</summary>
    public int[] EntryOf { get; }

    /// <summary>Guiding price of one more head, by entry; infinite where surplus is forbidden.</summary>
    public double[] Marginal { get; }

    /// <summary>Broken limits, then the value of each level.</summary>
    public double[] Score { get; }

    /// <summary>Like <see cref="Score"/>, with credit for incomplete teams.</summary>
    public double[] Guide { get; }

    /// <summary>Lent minutes, by lending limit × weeks + week.</summary>
    public long[] LentMinutes { get; }

    /// <summary>Counts of the fairness measures over everybody attached; null if the problem has none.</summary>
    public FairnessTally? Fairness { get; }

    /// <summary>Entries that lack heads, or have costly surplus, in no particular order.</summary>
    public ReadOnlySpan<int> Open => open.AsSpan(0, OpenCount);

    /// <summary>Number of such entries.</summary>
    public int OpenCount { get; private set; }

    /// <summary>Heads on an entry.</summary>
    public int CountOf(int entry) => counts[entry];

    /// <summary>Takes over a whole roster, with everybody attached.</summary>
    /// <param name="entryOf">Its entries, by person × days + day; -1 for a day off.</param>
    public void Load(ReadOnlySpan<int> entryOf)
    {
        for (int person = 0; person < model.PeopleCount; person++)
        {
            if (attached[person])
            {
                Attach(person, -1);
            }

            for (int day = 0; day < model.Days; day++)
            {
                Free(person, day);
                int entry = entryOf[(person * model.Days) + day];
                if (entry >= 0)
                {
                    Assign(person, entry);
                }
            }

            Attach(person, 1);
        }
    }

    /// <summary>Puts a person on an entry of a free day.</summary>
    public void Assign(int person, int entry)
    {
        EntryOf[(person * model.Days) + model.Cover[entry].Day] = entry;
        Change(entry, 1);
        CountLent(person, entry, 1);
    }

    /// <summary>Frees a person's day.</summary>
    public void Free(int person, int day)
    {
        int entry = EntryOf[(person * model.Days) + day];
        if (entry >= 0)
        {
            EntryOf[(person * model.Days) + day] = -1;
            Change(entry, -1);
            CountLent(person, entry, -1);
        }
    }

    /// <summary>Adds (sign 1) or takes out (sign -1) what the person's schedule costs: refused wishes, overtime and its part in fairness.</summary>
    public void Attach(int person, int sign)
    {
        attached[person] = sign > 0;
        ReadOnlySpan<int> schedule = EntryOf.AsSpan(person * model.Days, model.Days);
        foreach (DayWish wish in model.Wishes[person])
        {
            int entry = schedule[wish.Day];
            if (wish.IsRefusedBy(entry < 0 ? null : model.Cover[entry]))
            {
                Add(wish.Level, sign * wish.Weight);
            }
        }

        if (model.RulesOf(person).Overtime)
        {
            int normal = model.RulesOf(person).Rules.NormalMinutesPerWeek;
            for (int week = 0; week < model.Weeks; week++)
            {
                int minutes = 0;
                for (int day = 7 * week; day < Math.Min(model.Days, (7 * week) + 7); day++)
                {
                    minutes += schedule[day] < 0 ? 0 : model.MinutesOf(schedule[day]);
                }

                if (minutes > normal)
                {
                    Add(model.Problem.OvertimeLevel, sign * (minutes - normal) / 60.0);
                }
            }
        }

        if (sign > 0)
        {
            Fairness?.Put(person, schedule);
        }
        else
        {
            Fairness?.Take(person);
        }
    }

    /// <summary>Counts the schedule of an attached person anew for fairness, after their days were changed.</summary>
    public void Recount(int person)
    {
        Fairness?.Take(person);
        Fairness?.Put(person, EntryOf.AsSpan(person * model.Days, model.Days));
    }

    private void Add(int level, double value)
    {
        Score[level + 1] += value;
        Guide[level + 1] += value;
    }

    private void CountLent(int person, int entry, int sign)
    {
        if (!model.IsLent(person, entry))
        {
            return;
        }

        int lender = model.Lender[person];
        long limit = model.Problem.LendingLimits[lender].MaxMinutesPerWeek;
        ref long lent = ref LentMinutes[(lender * model.Weeks) + (model.Cover[entry].Day / 7)];
        double before = Math.Max(0, lent - limit);
        lent += sign * model.MinutesOf(entry);
        double change = (Math.Max(0, lent - limit) - before) / 60.0;
        Score[0] += change;
        Guide[0] += change;
    }

    private void Change(int entry, int heads)
    {
        int slot = model.Slots.OfEntry[entry];
        if (slot < 0)
        {
            CountEntry(entry, -1);
            counts[entry] += heads;
            CountEntry(entry, 1);
            Refresh(entry);
        }
        else
        {
            CountSlot(slot, -1);
            counts[entry] += heads;
            CountSlot(slot, 1);
            RefreshSlot(slot);
        }
    }

    private void CountEntry(int entry, int sign)
    {
        CoverRequirement cover = model.Cover[entry];
        Add(cover.Level, sign * cover.UnderWeight * Math.Max(0, cover.Heads - counts[entry]));
        CountSurplus(entry, sign);
    }

    private void CountSurplus(int entry, int sign)
    {
        CoverRequirement cover = model.Cover[entry];
        int surplus = counts[entry] - cover.Heads;
        if (surplus > 0)
        {
            if (double.IsPositiveInfinity(cover.OverWeight))
            {
                Score[0] += sign * surplus;
                Guide[0] += sign * surplus;
            }
            else
            {
                Add(cover.Level, sign * cover.OverWeight * surplus);
            }
        }
    }

    private void Refresh(int entry)
    {
        CoverRequirement cover = model.Cover[entry];
        double price = model.LevelPrice[cover.Level];
        int missing = cover.Heads - counts[entry];
        Marginal[entry] = missing > 0 ? -price * cover.UnderWeight : SurplusPrice(cover, price);
        SetOpen(entry, (missing > 0 && cover.UnderWeight > 0) || (missing < 0 && cover.OverWeight > 0));
    }

    private static double SurplusPrice(CoverRequirement cover, double price) =>
        double.IsPositiveInfinity(cover.OverWeight) ? double.PositiveInfinity : price * cover.OverWeight;

    private (int Filled, int Wanted, int Placed, int Heads) Progress(int slot)
    {
        int filled = int.MaxValue;
        int wanted = 0;
        foreach (int e in model.Slots.Entries[slot])
        {
            filled = Math.Min(filled, counts[e] / model.Slots.HeadsPerTeam[e]);
            wanted = model.Cover[e].Heads / model.Slots.HeadsPerTeam[e];
        }

        int placed = 0;
        int heads = 0;
        foreach (int e in model.Slots.Entries[slot])
        {
            int perTeam = model.Slots.HeadsPerTeam[e];
            heads += perTeam;
            placed += Math.Min(perTeam, counts[e] - (filled * perTeam));
        }

        return (filled, wanted, placed, heads);
    }

    private void CountSlot(int slot, int sign)
    {
        (int filled, int wanted, int placed, int heads) = Progress(slot);
        double share = (double)placed / heads;
        foreach (int e in model.Slots.Entries[slot])
        {
            CoverRequirement cover = model.Cover[e];
            double team = cover.UnderWeight * model.Slots.HeadsPerTeam[e];
            if (wanted > filled)
            {
                Add(cover.Level, sign * team * (wanted - filled));
                Guide[cover.Level + 1] -= sign * PartialTeamCredit * team * share * share;
            }

            CountSurplus(e, sign);
        }
    }

    private void RefreshSlot(int slot)
    {
        (int filled, int wanted, int placed, int heads) = Progress(slot);
        double worth = 0;
        foreach (int e in model.Slots.Entries[slot])
        {
            worth += model.LevelPrice[model.Cover[e].Level] * model.Cover[e].UnderWeight * model.Slots.HeadsPerTeam[e];
        }

        double Earned(int share) => share >= heads ? 1 : PartialTeamCredit * share * share / ((double)heads * heads);
        foreach (int e in model.Slots.Entries[slot])
        {
            CoverRequirement cover = model.Cover[e];
            bool helps = filled < wanted && counts[e] < (filled + 1) * model.Slots.HeadsPerTeam[e];
            double price = model.LevelPrice[cover.Level];
            Marginal[e] = (helps ? worth * (Earned(placed) - Earned(placed + 1)) : 0)
                + (counts[e] >= cover.Heads ? SurplusPrice(cover, price) : 0);
            SetOpen(e, (helps && worth > 0) || (counts[e] > cover.Heads && cover.OverWeight > 0));
        }
    }

    private void SetOpen(int entry, bool isOpen)
    {
        int position = openPosition[entry];
        if (isOpen == position >= 0)
        {
            return;
        }

        if (isOpen)
        {
            openPosition[entry] = OpenCount;
            open[OpenCount++] = entry;
        }
        else
        {
            int last = open[--OpenCount];
            open[position] = last;
            openPosition[last] = position;
            openPosition[entry] = -1;
        }
    }
}

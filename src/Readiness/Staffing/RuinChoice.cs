namespace Readiness.Staffing;

/// <summary>Chooses who is taken out of a roster next, and between which days.</summary>
/// <remarks>
/// Two thirds of the draws gather around an entry that lacks heads: someone who could fill it and gives up little that day, then someone who
/// could replace that person where they worked, and so on; for a joint team, someone for each line that is missing. The others are drawn
/// among people who share a task. If fairness counts, half of the draws gather around someone who does much of what is to be shared, with someone who
/// does little, but until the end only where no heads are missing, because every draw for fairness is one less for them.
/// </remarks>
internal sealed class RuinChoice(RosterModel model, RosterState state, Random random)
{
    // Share of the draws on a long horizon that free more than four weeks, and the fewer the longer: what they cost grows with the cube.
    private const double Long = 0.15;

    private readonly int[] people = new int[8];
    private int count;

    /// <summary>People to take out.</summary>
    public ReadOnlySpan<int> People => people.AsSpan(0, count);

    /// <summary>Whether half of the draws are to make the roster fairer even while heads are missing.</summary>
    public bool PrefersFairness { get; set; }

    /// <summary>Whether the draw is to make the roster fairer.</summary>
    public bool IsForFairness { get; private set; }

    /// <summary>First day to free.</summary>
    public int FirstDay { get; private set; }

    /// <summary>Last day to free.</summary>
    public int LastDay { get; private set; }

    /// <summary>Draws.</summary>
    /// <param name="most">Most people to take out, 1 to 8.</param>
    public void Draw(int most)
    {
        count = 0;
        int wanted = Math.Min(most, random.Next(10) switch { 0 or 1 => 1, < 6 => 2, < 9 => 3, _ => 4 });
        int day = random.Next(model.Days);
        IsForFairness = state.Fairness is not null && (PrefersFairness || state.OpenCount == 0) && random.Next(2) == 0;
        if (IsForFairness)
        {
            day = GatherUnequal(state.Fairness!);
        }
        else if (state.OpenCount > 0 && random.Next(3) > 0)
        {
            int focus = DrawFocus();
            day = model.Cover[focus].Day;
            if (model.Slots.OfEntry[focus] >= 0)
            {
                GatherTeam(model.Slots.OfEntry[focus], most);
            }
            else
            {
                GatherChain(focus, wanted);
            }
        }

        if (count == 0)
        {
            Add(random.Next(model.PeopleCount));
        }

        GatherNeighbours(wanted);
        DrawWindow(day);
    }

    private int DrawFocus()
    {
        ReadOnlySpan<int> open = state.Open;
        int best = open[random.Next(open.Length)];
        for (int i = 0; i < 2; i++)
        {
            int other = open[random.Next(open.Length)];
            if (Worth(other) > Worth(best))
            {
                best = other;
            }
        }

        return best;
    }

    private double Worth(int entry) => model.LevelPrice[model.Cover[entry].Level] * model.Cover[entry].UnderWeight;

    // What the roster loses if the person leaves what they do that day.
    private double Loss(int person, int day)
    {
        int entry = state.EntryOf[(person * model.Days) + day];
        return entry < 0 || state.CountOf(entry) > model.Cover[entry].Heads ? 0 : Worth(entry);
    }

    private void GatherChain(int focus, int wanted)
    {
        int entry = focus;
        int day = model.Cover[focus].Day;
        while (count < wanted && entry >= 0)
        {
            int person = DrawCandidate(entry);
            if (person < 0)
            {
                return;
            }

            Add(person);
            entry = state.EntryOf[(person * model.Days) + day];
        }
    }

    private void GatherTeam(int slot, int most)
    {
        int[] lines = model.Slots.Entries[slot];
        int filled = int.MaxValue;
        foreach (int e in lines)
        {
            filled = Math.Min(filled, state.CountOf(e) / model.Slots.HeadsPerTeam[e]);
        }

        int offset = random.Next(lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            int e = lines[(i + offset) % lines.Length];
            int missing = ((filled + 1) * model.Slots.HeadsPerTeam[e]) - state.CountOf(e);
            for (; missing > 0 && count < most; missing--)
            {
                int person = DrawCandidate(e);
                if (person >= 0)
                {
                    Add(person);
                }
            }
        }
    }

    // Whoever does most, of everybody or of a few, and of a few who could do it on one of those days instead whoever does least; returns that day.
    private int GatherUnequal(FairnessTally tally)
    {
        int m = random.Next(model.Fairness.Length);
        int[] compared = model.Fairness[m].People;
        int most = -1;
        int start = random.Next(compared.Length);
        int seen = random.Next(2) == 0 ? compared.Length : 4;
        for (int i = 0; i < seen; i++)
        {
            int person = compared[(start + i) % compared.Length];
            most = most < 0 || tally.CountOf(m, person) > tally.CountOf(m, most) ? person : most;
        }

        Add(most);
        int entry = -1;
        int day = random.Next(model.Days);
        for (int i = 0; i < model.Days && entry < 0; i++)
        {
            day = (day + 1) % model.Days;
            int worked = state.EntryOf[(most * model.Days) + day];
            entry = worked >= 0 && model.Fairness[m].Counts[worked] ? worked : -1;
        }

        int least = entry < 0 ? -1 : DrawCandidate(entry, m);
        if (least >= 0)
        {
            Add(least);
        }

        return day;
    }

    // The one of a few who loses least by working the entry, or of some more does least of what a measure counts; -1 if none of those drawn can.
    private int DrawCandidate(int entry, int measure = -1)
    {
        int[] able = model.PeopleByTask[model.Cover[entry].Task];
        int day = model.Cover[entry].Day;
        int best = -1;
        double least = double.PositiveInfinity;
        int seen = 0;
        for (int i = 0; i < 12 && (seen < 4 || measure >= 0) && able.Length > 0; i++)
        {
            int person = able[random.Next(able.Length)];
            if (model.Unavailable[(person * model.Days) + day] || model.Pinned[(person * model.Days) + day] >= 0
                || model.RulesOf(person).KindOf(model.Cover[entry]) < 0 || People.Contains(person)
                || state.EntryOf[(person * model.Days) + day] == entry)
            {
                continue;
            }

            seen++;
            double loss = measure < 0 ? Loss(person, day) : state.Fairness!.CountOf(measure, person);
            if (loss < least)
            {
                (least, best) = (loss, person);
            }
        }

        return best;
    }

    private void GatherNeighbours(int wanted)
    {
        for (int i = 0; i < 8 && count < wanted; i++)
        {
            var tasks = model.Problem.People[people[random.Next(count)]].Tasks;
            int[] able = tasks.IsEmpty ? [] : model.PeopleByTask[tasks[random.Next(tasks.Length)]];
            int person = able.Length == 0 ? random.Next(model.PeopleCount) : able[random.Next(able.Length)];
            if (!People.Contains(person))
            {
                Add(person);
            }
        }
    }

    // Whole weeks: mostly one to four of them on long horizons, everything or two weeks around the day on short ones.
    private void DrawWindow(int day)
    {
        FirstDay = 0;
        LastDay = model.Days - 1;
        if (model.Days > 14 && (model.Days > 56 || random.Next(2) == 0))
        {
            int weeks = model.Days > 56 ? DrawWeeks() : 2;
            int week = Math.Clamp((day / 7) - random.Next(weeks), 0, model.Weeks - weeks);
            FirstDay = 7 * week;
            LastDay = Math.Min(model.Days - 1, FirstDay + (7 * weeks) - 1);
        }
    }

    private int DrawWeeks() => random.NextDouble() < Long
        ? (int)Math.Min(model.Weeks, 4 / Math.Sqrt(1 - random.NextDouble())) : 1 + random.Next(4);

    private void Add(int person) => people[count++] = person;
}

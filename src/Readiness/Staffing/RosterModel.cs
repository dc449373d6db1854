using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>A <see cref="RosterProblem"/> by index, in the flat arrays that the search runs on. Immutable, so threads may share it.</summary>
internal sealed class RosterModel
{
    private readonly StretchRules?[] stretches;
    private readonly ScheduleStart[] starts;
    private readonly LevelPrices prices;
    private readonly Dictionary<(int Day, int Shift, int Task), int> entryOf = [];

    /// <summary>Compiles the problem.</summary>
    public RosterModel(RosterProblem problem)
    {
        Problem = problem;
        Days = problem.Days;
        Weeks = (problem.Days + 6) / 7;
        Cover = [.. problem.Cover.OrderBy(c => c.Day).ThenBy(c => c.Shift).ThenBy(c => c.Task)];
        Rules = [.. problem.Rules.Select(r => CompiledRules.Compile(problem, r))];
        MostKinds = Rules.Length == 0 ? 0 : Rules.Max(r => r.KindCount);
        stretches = [.. Rules.Select(r => StretchRules.TryCompile(problem, r))];
        starts = [.. problem.People.Select(person => Rules[person.Rules].StartAfter(PastWork.Of(problem, person), person.UnavailableDays))];
        Slots = new TeamSlots(problem, Cover);
        Wishes = DayWish.ByPerson(problem);
        WishWeights = [.. Wishes.SelectMany(w => w).Select(w => (w.Level, w.Weight)).Distinct()];
        Fairness = CompiledMeasure.Compile(problem, Cover);
        prices = new LevelPrices(problem, WishWeights, Fairness);
        Lender = Lenders(problem);
        Unavailable = new bool[problem.People.Length * Days];
        for (int p = 0; p < problem.People.Length; p++)
        {
            foreach (int day in problem.People[p].UnavailableDays)
            {
                Unavailable[(p * Days) + day] = true;
            }
        }

        for (int e = 0; e < Cover.Length; e++)
        {
            entryOf.Add((Cover[e].Day, Cover[e].Shift, Cover[e].Task), e);
        }

        WishCost = WishCosts.Price(this, LevelPrice);
        Pinned = new int[problem.People.Length * Days];
        Array.Fill(Pinned, -1);
        foreach (RosterAssignment pin in problem.Pins)
        {
            Pinned[(pin.Person * Days) + pin.Day] = FindEntry(pin.Day, pin.Shift, pin.Task);
        }

        (Options, OptionsOf) = FormOptions(problem);
        PeopleByTask = new int[problem.Tasks.Length][];
        for (int t = 0; t < PeopleByTask.Length; t++)
        {
            PeopleByTask[t] = [.. Enumerable.Range(0, problem.People.Length).Where(p => problem.People[p].Tasks.BinarySearch(t) >= 0)];
        }

        Scarcity = new double[Cover.Length];
        for (int e = 0; e < Cover.Length; e++)
        {
            Scarcity[e] = Math.Min(1, Cover[e].Heads / Math.Max(1.0, PeopleByTask[Cover[e].Task].Length));
        }
    }

    /// <summary>The problem.</summary>
    public RosterProblem Problem { get; }

    /// <summary>Days of the horizon.</summary>
    public int Days { get; }

    /// <summary>Weeks of the horizon, the last perhaps incomplete.</summary>
    public int Weeks { get; }

    /// <summary>The cover requirements, ordered by day, shift and task; an <em>entry</em> is an index into them.</summary>
    public CoverRequirement[] Cover { get; }

    /// <summary>Rule sets.</summary>
    public CompiledRules[] Rules { get; }

    /// <summary>Joint teams by day and shift.</summary>
    public TeamSlots Slots { get; }

    /// <summary>Guiding price of a unit of each level. Plans are compared level by level; prices only steer the dynamic programme.</summary>
    public double[] LevelPrice => prices.Price;

    /// <summary>Smallest positive weight of each level; 1 if there is none.</summary>
    public double[] SmallestWeight => prices.Smallest;

    /// <summary>Largest weight of each level; 1 if there is none.</summary>
    public double[] LargestWeight => prices.Largest;

    /// <summary>Fairness measures that count at some level.</summary>
    public CompiledMeasure[] Fairness { get; }

    /// <summary>Index of the lending limit that a person is under; -1 if none.</summary>
    public int[] Lender { get; }

    /// <summary>Whether a person is away, by person × days + day.</summary>
    public bool[] Unavailable { get; }

    /// <summary>Entry that a person must work, by person × days + day; -1 where the day is free to plan.</summary>
    public int[] Pinned { get; }

    /// <summary>Wishes by person.</summary>
    public DayWish[][] Wishes { get; }

    /// <summary>The different weights of wishes at each level.</summary>
    public (int Level, double Weight)[] WishWeights { get; }

    /// <summary>Guiding prices of a person's refused wishes; null for people without wishes.</summary>
    public WishCosts?[] WishCost { get; }

    /// <summary>Distinct sets of options.</summary>
    public EntryOptions[] Options { get; }

    /// <summary>Set of options of each person.</summary>
    public int[] OptionsOf { get; }

    /// <summary>People by task.</summary>
    public int[][] PeopleByTask { get; }

    /// <summary>Heads wanted over people who can be one, at most 1, by entry.</summary>
    public double[] Scarcity { get; }

    /// <summary>Number of people.</summary>
    public int PeopleCount => Problem.People.Length;

    /// <summary>Kinds of work of the rule set that has most.</summary>
    public int MostKinds { get; }

    /// <summary>Number of levels.</summary>
    public int LevelCount => Problem.Levels.Length;

    /// <summary>Whether fairness counts at a level.</summary>
    public bool CountsFairness(int level) => Fairness.Any(m => m.CountsAt(level));

    /// <summary>Whether nothing but fairness counts at a level.</summary>
    public bool CountsOnlyFairness(int level) => prices.OnlyFairness[level];

    /// <summary>Compiled rules of a person.</summary>
    public CompiledRules RulesOf(int person) => Rules[Problem.People[person].Rules];

    /// <summary>Rules of a person as stretches and breaks; null where they cannot be seen so.</summary>
    public StretchRules? StretchesOf(int person) => Problem.People[person].History.IsEmpty ? stretches[Problem.People[person].Rules] : null;

    /// <summary>Where the schedules of a person start.</summary>
    public ScheduleStart StartOf(int person) => starts[person];

    /// <summary>Entry of a day, shift and task; -1 if nothing is wanted there.</summary>
    public int FindEntry(int day, int shift, int task) => entryOf.GetValueOrDefault((day, shift, task), -1);

    /// <summary>Whether some day of a person is pinned.</summary>
    public bool HasPins(int person) => Pinned.AsSpan(person * Days, Days).ContainsAnyExcept(-1);

    /// <summary>Whether a person without any work breaks a rule.</summary>
    public bool MustWork(int person) => RulesOf(person).AsksForWorkAfter(starts[person]) || HasPins(person);

    /// <summary>Minutes of an entry's shift.</summary>
    public int MinutesOf(int entry) => Problem.Shifts[Cover[entry].Shift].LengthMinutes;

    /// <summary>Minutes in protective clothing of an entry.</summary>
    public int ProtectiveMinutesOf(int entry) => CompiledRules.ProtectiveMinutes(Problem, Cover[entry].Shift, Cover[entry].Task);

    /// <summary>Whether the person works for another unit when working the entry, and a limit counts it.</summary>
    public bool IsLent(int person, int entry)
    {
        int unit = Problem.Tasks[Cover[entry].Task].Unit;
        return Lender[person] >= 0 && unit >= 0 && unit != Problem.People[person].Unit;
    }

    private static int[] Lenders(RosterProblem problem)
    {
        int[] lender = new int[problem.People.Length];
        for (int p = 0; p < lender.Length; p++)
        {
            lender[p] = -1;
            for (int i = 0; i < problem.LendingLimits.Length && problem.People[p].Unit >= 0; i++)
            {
                if (problem.LendingLimits[i].Unit == problem.People[p].Unit)
                {
                    lender[p] = i;
                }
            }
        }

        return lender;
    }

    private (EntryOptions[] Options, int[] OptionsOf) FormOptions(RosterProblem problem)
    {
        var sets = new Dictionary<string, int>();
        var options = new List<EntryOptions>();
        int[] of = new int[problem.People.Length];
        int[] dayStarts = new int[Days + 1];
        foreach (CoverRequirement cover in Cover)
        {
            dayStarts[cover.Day + 1]++;
        }

        for (int d = 0; d < Days; d++)
        {
            dayStarts[d + 1] += dayStarts[d];
        }

        for (int p = 0; p < of.Length; p++)
        {
            RosterPerson person = problem.People[p];
            int unit = Lender[p] < 0 ? -1 : person.Unit;
            string key = $"{person.Rules}/{unit}/{string.Join(',', person.Tasks)}";
            if (!sets.TryGetValue(key, out int set))
            {
                set = options.Count;
                sets.Add(key, set);
                options.Add(new EntryOptions(problem, Cover, dayStarts, RulesOf(p), person.Tasks, unit));
            }

            of[p] = set;
        }

        return ([.. options], of);
    }
}

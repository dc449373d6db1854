namespace Readiness.Staffing;

/// <summary>
/// Gives one person the best schedule against the marginal prices of a <see cref="RosterState"/>: chooses the cheapest entry of each day and
/// kind of work, then runs <see cref="ScheduleProgram"/> over them. An instance serves one thread.
/// </summary>
internal sealed class SchedulePricing
{
    private const int NoiseSize = 4096;

    // Apart from the noise on prices, which else would always please the shifts that fairness finds too many.
    private const int FairnessOffset = NoiseSize / 2;

    private const long MostCells = 300_000;

    private readonly RosterModel model;
    private readonly ScheduleProgram program = new();
    private readonly CappedStretches stretches;
    private readonly double[] noise = new double[NoiseSize];
    private readonly int[] chosen;
    private readonly int[] lending;
    private readonly int[] kinds;
    private readonly int[] outside;
    private readonly double hardPrice;
    private readonly FairnessGuide? fairness;
    private double[] costs = [];
    private int[] entries = [];
    private bool tracksLending;

    /// <summary>Creates a pricing.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="random">Source of the noise.</param>
    public SchedulePricing(RosterModel model, Random random)
    {
        this.model = model;
        chosen = new int[model.Days];
        lending = new int[model.Weeks];
        kinds = new int[model.Days];
        outside = new int[model.MostKinds];
        stretches = new CappedStretches(model) { MostCells = MostCells };
        fairness = model.Fairness.Length > 0 ? new FairnessGuide(model) : null;
        hardPrice = 1e3;
        for (int level = 0; level < model.LevelCount; level++)
        {
            hardPrice = Math.Max(hardPrice, 1e3 * model.LevelPrice[level] * model.LargestWeight[level]);
        }

        for (int i = 0; i < NoiseSize; i++)
        {
            noise[i] = random.NextDouble();
        }
    }

    /// <summary>Labels kept in a bucket of the dynamic programme.</summary>
    public int Width { get; set; } = 6;

    /// <summary>Whether the latest failure to find a schedule proves that there is none, whatever the others work.</summary>
    public bool ProvesInfeasible { get; private set; }

    /// <summary>
    /// Assigns a detached person the days <paramref name="first"/> to <paramref name="last"/>, on which the person must be free; the other
    /// days stay as they are. The person remains detached.
    /// </summary>
    /// <param name="state">The roster.</param>
    /// <param name="person">The person.</param>
    /// <param name="first">First day that may change.</param>
    /// <param name="last">Last day that may change.</param>
    /// <param name="blur">Relative size of the noise on prices, and of the preference for scarce work; 0 for exact prices.</param>
    /// <param name="offset">Where in the noise to start.</param>
    /// <param name="relaxed">Whether limits between people may be broken at a high price.</param>
    /// <returns>False if no schedule was found; the days are then left free.</returns>
    public bool Insert(RosterState state, int person, int first, int last, double blur, int offset, bool relaxed = false)
    {
        if (model.StretchesOf(person) is { } rulesOfStretches && !model.Options[model.OptionsOf[person]].HasLent
            && InsertStretches(state, person, rulesOfStretches, first, last, blur, offset, relaxed) is { } inserted)
        {
            return inserted;
        }

        CompiledRules rules = model.RulesOf(person);
        int stride = Price(state, person, first, last, new Range(0, model.Days), blur, offset, relaxed);
        double overtime = rules.Overtime ? model.LevelPrice[model.Problem.OvertimeLevel] / 60 : 0;
        ReadOnlySpan<double> prices = costs.AsSpan(0, model.Days * stride);
        ReadOnlySpan<int> budget = tracksLending ? lending : [];
        bool found = false;
        for (int width = Width; !found; width *= 8)
        {
            found = program.Solve(rules, model.StartOf(person), prices, budget, overtime, width, chosen);
            if (!found && (program.IsExact || width > 4000))
            {
                ProvesInfeasible = program.IsExact && relaxed && first == 0 && last == model.Days - 1;
                return false;
            }
        }

        Assign(state, person, first, last, stride);
        return true;
    }

    // Null if the caps cannot all be counted and a schedule is needed at any cost.
    private bool? InsertStretches(
        RosterState state, int person, StretchRules rules, int first, int last, double blur, int offset, bool relaxed)
    {
        CompiledRules compiled = model.RulesOf(person);
        for (int day = 0; day < model.Days; day++)
        {
            int entry = state.EntryOf[(person * model.Days) + day];
            kinds[day] = entry < 0 ? -1 : compiled.KindOf(model.Cover[entry]);
        }

        Span<int> workedOutside = outside.AsSpan(0, rules.KindCount);
        var window = ScheduleWindow.Around(rules, kinds, first, last, workedOutside);
        int stride = Price(state, person, first, last, new Range(window.From, window.To), blur, offset, relaxed);
        if (!stretches.Solve(person, costs, window, workedOutside, chosen))
        {
            ProvesInfeasible = relaxed && first == 0 && last == model.Days - 1;
            return false;
        }

        if (!stretches.IsKept)
        {
            return relaxed && first == 0 && last == model.Days - 1 ? null : false;
        }

        Assign(state, person, first, last, stride);
        return true;
    }

    private void Assign(RosterState state, int person, int first, int last, int stride)
    {
        for (int day = first; day <= last; day++)
        {
            if (chosen[day] > 0)
            {
                state.Assign(person, entries[(day * stride) + chosen[day]]);
            }
        }
    }

    /// <summary>Assigns a free person as much of a given schedule as the rules and the other people allow.</summary>
    /// <param name="state">The roster.</param>
    /// <param name="person">The person, detached and free.</param>
    /// <param name="start">Entry of each day; -1 for none.</param>
    /// <returns>False if the rules ask for more than the given schedule holds; the person is then left free.</returns>
    public bool InsertFrom(RosterState state, int person, ReadOnlySpan<int> start)
    {
        EntryOptions options = model.Options[model.OptionsOf[person]];
        CompiledRules rules = model.RulesOf(person);
        tracksLending = options.HasLent && FindLendingBudget(state, person, rules);
        int stride = 1 + (rules.KindCount * (tracksLending ? 2 : 1));
        if (costs.Length < stride * model.Days)
        {
            costs = new double[stride * model.Days];
            entries = new int[stride * model.Days];
        }

        Array.Fill(costs, double.PositiveInfinity, 0, stride * model.Days);
        for (int day = 0; day < model.Days; day++)
        {
            int row = day * stride;
            int pin = model.Pinned[(person * model.Days) + day];
            int entry = pin >= 0 ? pin : start[day];
            costs[row] = pin >= 0 ? double.PositiveInfinity : 0;
            int at = entry < 0 || model.Unavailable[(person * model.Days) + day]
                ? -1 : Array.IndexOf(options.Entries, entry, options.DayStart[day], options.DayStart[day + 1] - options.DayStart[day]);
            if (at >= 0 && state.Marginal[entry] < double.PositiveInfinity
                && (!options.Lent[at] || lending[day / 7] >= model.MinutesOf(entry)))
            {
                int option = row + 1 + options.Kinds[at] + (options.Lent[at] && tracksLending ? rules.KindCount : 0);
                costs[option] = -1;
                entries[option] = entry;
            }
        }

        if (!program.Solve(rules, model.StartOf(person), costs.AsSpan(0, stride * model.Days), tracksLending ? lending : [], 0, Width, chosen))
        {
            return false;
        }

        Assign(state, person, 0, model.Days - 1, stride);
        return true;
    }

    private int Price(RosterState state, int person, int first, int last, Range window, double blur, int offset, bool relaxed)
    {
        EntryOptions options = model.Options[model.OptionsOf[person]];
        CompiledRules rules = model.RulesOf(person);
        WishCosts? wishes = model.WishCost[person];
        tracksLending = options.HasLent && FindLendingBudget(state, person, rules) && !relaxed;
        fairness?.Face(state.Fairness!, person);
        int stride = 1 + (rules.KindCount * (tracksLending ? 2 : 1));
        int size = stride * model.Days;
        if (costs.Length < size)
        {
            costs = new double[size];
            entries = new int[size];
        }

        Array.Fill(costs, double.PositiveInfinity, stride * window.Start.Value, stride * (window.End.Value - window.Start.Value));
        for (int day = window.Start.Value; day < window.End.Value; day++)
        {
            int row = day * stride;
            int current = state.EntryOf[(person * model.Days) + day];
            if (day < first || day > last)
            {
                costs[row + (current < 0 ? 0 : 1 + rules.KindOf(model.Cover[current]))] = 0;
                continue;
            }

            int pin = model.Pinned[(person * model.Days) + day];
            if (pin < 0)
            {
                costs[row] = wishes is null ? 0 : wishes.OfDayOff(day);
            }

            if (model.Unavailable[(person * model.Days) + day])
            {
                continue;
            }

            for (int i = options.DayStart[day]; i < options.DayStart[day + 1]; i++)
            {
                int e = options.Entries[i];
                if (pin >= 0 && e != pin)
                {
                    continue;
                }

                double price = state.Marginal[e];
                int option = row + 1 + options.Kinds[i];
                if (options.Lent[i])
                {
                    bool fits = lending[day / 7] >= model.MinutesOf(e);
                    option += tracksLending ? rules.KindCount : 0;
                    price = fits ? price : relaxed ? price + hardPrice : double.PositiveInfinity;
                }

                if (double.IsPositiveInfinity(price))
                {
                    if (!relaxed)
                    {
                        continue;
                    }

                    price = hardPrice;
                }

                if (blur > 0)
                {
                    price *= 1 + (blur * (model.Scarcity[e] + noise[(offset + e) & (NoiseSize - 1)]));
                }

                if (wishes is not null)
                {
                    price += wishes.OfWork(day, model.Cover[e].Shift, e);
                }

                if (fairness is not null)
                {
                    // A head that nobody wants makes no roster fairer.
                    double fair = fairness.OfWork(e, noise, offset + FairnessOffset);
                    price += state.Marginal[e] < 0 ? fair : Math.Max(0, fair);
                }

                if (price < costs[option])
                {
                    costs[option] = price;
                    entries[option] = e;
                }
            }
        }

        if (rules.AllowsLess)
        {
            DropIdleOptions(stride, window);
        }

        return stride;
    }

    // Where no rule asks for work, an option that costs as much as a day off is never needed.
    private void DropIdleOptions(int stride, Range window)
    {
        for (int row = stride * window.Start.Value; row < stride * window.End.Value; row += stride)
        {
            for (int option = 1; option < stride && !double.IsPositiveInfinity(costs[row]); option++)
            {
                if (costs[row + option] >= costs[row])
                {
                    costs[row + option] = double.PositiveInfinity;
                }
            }
        }
    }

    // Minutes that the person may still be lent for, week by week; true if they have to be counted along the schedule.
    private bool FindLendingBudget(RosterState state, int person, CompiledRules rules)
    {
        int lender = model.Lender[person];
        long limit = model.Problem.LendingLimits[lender].MaxMinutesPerWeek;
        int longest = rules.KindCount == 0 ? 0 : rules.Minutes.Max();
        int shortest = rules.KindCount == 0 ? 0 : rules.Minutes.Min();
        bool counts = false;
        for (int week = 0; week < model.Weeks; week++)
        {
            long left = Math.Max(0, limit - state.LentMinutes[(lender * model.Weeks) + week]);
            lending[week] = (int)Math.Min(7 * 1440, left);
            counts |= left >= shortest && left < Math.Min(7L * longest, rules.Rules.MaxMinutesPer7Days);
        }

        return counts;
    }
}

namespace Readiness.Staffing;

/// <summary>
/// The pricing problem of column generation: the schedule of a person that costs least once every entry worked earns its dual price. For
/// people whose rules are <see cref="StretchRules"/>. An instance serves one thread.
/// </summary>
internal sealed class ColumnPricing
{
    private readonly RosterModel model;
    private readonly ScalarCosts scalar;
    private readonly CappedStretches stretches;
    private readonly int[] choices;
    private double[] costs = [];
    private int[] entries = [];

    /// <summary>Prepares the pricing of a problem.</summary>
    public ColumnPricing(RosterModel model, ScalarCosts scalar)
    {
        this.model = model;
        this.scalar = scalar;
        stretches = new CappedStretches(model);
        choices = new int[model.Days];
    }

    /// <summary>No schedule costs less than this, its earnings deducted; minus infinity where nothing is known.</summary>
    public double Bound { get; private set; }

    /// <summary>Finds the schedule.</summary>
    /// <param name="person">The person.</param>
    /// <param name="earnings">What working an entry earns.</param>
    /// <param name="decisions">Branching decisions to keep; null for none.</param>
    /// <returns>The schedule; null if none was found, which <see cref="Bound"/> = infinity says is proved.</returns>
    public ScheduleColumn? Price(int person, ReadOnlySpan<double> earnings, BranchingDecisions? decisions = null)
    {
        CompiledRules rules = model.RulesOf(person);
        EntryOptions options = model.Options[model.OptionsOf[person]];
        int stride = 1 + rules.KindCount;
        FillCosts(person, earnings, decisions, rules, options, stride);
        ReadOnlySpan<double> prices = costs.AsSpan(0, stride * model.Days);
        if (!stretches.Solve(person, prices, ScheduleWindow.Whole(model.StretchesOf(person)!), [], choices))
        {
            Bound = double.PositiveInfinity;
            return null;
        }

        Bound = stretches.Cost;
        return stretches.IsKept ? Form(person, stride) : null;
    }

    /// <summary>What a schedule costs by itself.</summary>
    /// <param name="person">The person.</param>
    /// <param name="schedule">Entry of each day; -1 for a day off.</param>
    public double OwnCost(int person, ReadOnlySpan<int> schedule)
    {
        double cost = 0;
        if (scalar.WishesOf(person) is { } wishes)
        {
            for (int day = 0; day < model.Days; day++)
            {
                int entry = schedule[day];
                cost += entry < 0 ? wishes.OfDayOff(day) : wishes.OfWork(day, model.Cover[entry].Shift, entry);
            }
        }

        return cost;
    }

    /// <summary>A schedule as a column.</summary>
    /// <param name="person">The person.</param>
    /// <param name="schedule">Entry of each day; -1 for a day off.</param>
    public ScheduleColumn ColumnOf(int person, ReadOnlySpan<int> schedule)
    {
        int count = 0;
        foreach (int entry in schedule)
        {
            count += entry >= 0 ? 1 : 0;
        }

        int[] worked = new int[count];
        count = 0;
        foreach (int entry in schedule)
        {
            if (entry >= 0)
            {
                worked[count++] = entry;
            }
        }

        return new ScheduleColumn(person, OwnCost(person, schedule), worked);
    }

    private ScheduleColumn Form(int person, int stride)
    {
        Span<int> schedule = stackalloc int[model.Days];
        for (int day = 0; day < model.Days; day++)
        {
            schedule[day] = choices[day] == 0 ? -1 : entries[(day * stride) + choices[day]];
        }

        return ColumnOf(person, schedule);
    }

    private void FillCosts(
        int person, ReadOnlySpan<double> earnings, BranchingDecisions? decisions, CompiledRules rules, EntryOptions options, int stride)
    {
        int size = stride * model.Days;
        if (costs.Length < size)
        {
            costs = new double[size];
            entries = new int[size];
        }

        WishCosts? wishes = scalar.WishesOf(person);
        Array.Fill(costs, double.PositiveInfinity, 0, size);
        for (int day = 0; day < model.Days; day++)
        {
            int row = day * stride;
            int pin = model.Pinned[(person * model.Days) + day];
            int only = decisions?.Required(person, day) ?? BranchingDecisions.Open;
            if (only < 0 && pin < 0 && decisions?.Forbids(person, day, BranchingDecisions.Off) != true)
            {
                costs[row] = wishes is null ? 0 : wishes.OfDayOff(day);
            }

            if (model.Unavailable[(person * model.Days) + day] || only == BranchingDecisions.Off)
            {
                continue;
            }

            for (int i = options.DayStart[day]; i < options.DayStart[day + 1]; i++)
            {
                int e = options.Entries[i];
                if ((only >= 0 && only != e) || (pin >= 0 && pin != e) || (decisions is not null && decisions.Forbids(person, day, e)))
                {
                    continue;
                }

                double price = (wishes is null ? 0 : wishes.OfWork(day, model.Cover[e].Shift, e)) - earnings[e];
                int option = row + 1 + options.Kinds[i];
                if (price < costs[option])
                {
                    costs[option] = price;
                    entries[option] = e;
                }
            }
        }
    }
}

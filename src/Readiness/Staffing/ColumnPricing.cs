using System.Diagnostics.CodeAnalysis;

namespace Readiness.Staffing;

/// <summary>
/// The pricing problem of column generation: the schedule of a person that costs least once every entry worked earns its dual price. For
/// people whose rules are <see cref="StretchRules"/>. An instance serves one thread.
/// </summary>
internal sealed class ColumnPricing
{
    // A bound is worth more than a part of a roster.
    private const long MostCells = 20_000_000;
    private const long MostCellsOfPart = 300_000;

    private readonly RosterModel model;
    private readonly ScalarCosts scalar;
    private readonly CappedStretches stretches;
    private readonly int[] choices;
    private readonly int[] kinds;
    private readonly int[] outside;
    private ColumnScope scope;
    private double[] costs = [];
    private int[] entries = [];

    /// <summary>Prepares the pricing of a problem.</summary>
    public ColumnPricing(RosterModel model, ScalarCosts scalar)
    {
        this.model = model;
        this.scalar = scalar;
        stretches = new CappedStretches(model);
        choices = new int[model.Days];
        kinds = new int[model.Days];
        outside = new int[model.MostKinds];
        Scope = ColumnScope.Whole(model);
    }

    /// <summary>What is open: schedules and their costs are those of its days.</summary>
    public ColumnScope Scope
    {
        get => scope;
        [MemberNotNull(nameof(scope))]
        set
        {
            scope = value;
            stretches.MostCells = value.IsWholeHorizon ? MostCells : MostCellsOfPart;
        }
    }

    /// <summary>No schedule costs less than this, its earnings deducted; minus infinity where nothing is known.</summary>
    public double Bound { get; private set; }

    /// <summary>The schedule that <see cref="Bound"/> belongs to; it may break caps that were too many to count.</summary>
    public ScheduleColumn? Answer { get; private set; }

    /// <summary>Finds the schedule.</summary>
    /// <param name="person">The person.</param>
    /// <param name="earnings">What working an entry earns.</param>
    /// <param name="decisions">Branching decisions to keep; null for none.</param>
    /// <returns>The schedule; null if none was found, which <see cref="Bound"/> = infinity says is proved.</returns>
    public ScheduleColumn? Price(int person, ReadOnlySpan<double> earnings, BranchingDecisions? decisions = null)
    {
        Answer = null;
        CompiledRules rules = model.RulesOf(person);
        EntryOptions options = model.Options[model.OptionsOf[person]];
        int stride = 1 + rules.KindCount;
        FillCosts(person, earnings, decisions, rules, options, stride);
        ReadOnlySpan<double> prices = costs.AsSpan(0, stride * model.Days);
        Span<int> workedOutside = Scope.IsWholeHorizon ? [] : outside.AsSpan(0, rules.KindCount);
        ScheduleWindow window = FindWindow(person, rules, stride, workedOutside);
        if (!stretches.Solve(person, prices, window, workedOutside, choices))
        {
            Bound = double.PositiveInfinity;
            return null;
        }

        Bound = stretches.Cost;
        ScheduleColumn? column = stretches.IsKept ? Form(person, stride, choices) : null;
        Answer = stretches.IsExact ? column : stretches.IsRationed ? Form(person, stride, stretches.Unrationed) : null;
        return column;
    }

    /// <summary>What a schedule costs by itself.</summary>
    /// <param name="person">The person.</param>
    /// <param name="schedule">Entry of each day; -1 for a day off.</param>
    public double OwnCost(int person, ReadOnlySpan<int> schedule)
    {
        double cost = 0;
        if (scalar.WishesOf(person) is { } wishes)
        {
            for (int day = Scope.FirstDay; day <= Scope.LastDay; day++)
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
        ReadOnlySpan<int> open = schedule[Scope.FirstDay..(Scope.LastDay + 1)];
        int count = 0;
        foreach (int entry in open)
        {
            count += entry >= 0 ? 1 : 0;
        }

        int[] worked = new int[count];
        count = 0;
        foreach (int entry in open)
        {
            if (entry >= 0)
            {
                worked[count++] = entry;
            }
        }

        return new ScheduleColumn(person, OwnCost(person, schedule), worked);
    }

    // The open days and as many around them as it takes to forget what stays; there only what stays is allowed.
    private ScheduleWindow FindWindow(int person, CompiledRules rules, int stride, Span<int> workedOutside)
    {
        StretchRules stretchRules = model.StretchesOf(person)!;
        if (Scope.IsWholeHorizon)
        {
            return ScheduleWindow.Whole(stretchRules);
        }

        for (int day = 0; day < model.Days; day++)
        {
            int entry = Scope.EntryOf[(person * model.Days) + day];
            kinds[day] = entry < 0 ? -1 : rules.KindOf(model.Cover[entry]);
        }

        ScheduleWindow window = ScheduleWindow.Around(stretchRules, kinds, Scope.FirstDay, Scope.LastDay, workedOutside);
        for (int day = window.From; day < window.To; day++)
        {
            if (day < Scope.FirstDay || day > Scope.LastDay)
            {
                Span<double> row = costs.AsSpan(day * stride, stride);
                row.Fill(double.PositiveInfinity);
                row[1 + kinds[day]] = 0;
            }
        }

        return window;
    }

    private ScheduleColumn Form(int person, int stride, ReadOnlySpan<int> choices)
    {
        Span<int> schedule = stackalloc int[model.Days];
        for (int day = Scope.FirstDay; day <= Scope.LastDay; day++)
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
        Array.Fill(costs, double.PositiveInfinity, stride * Scope.FirstDay, stride * (Scope.LastDay - Scope.FirstDay + 1));
        for (int day = Scope.FirstDay; day <= Scope.LastDay; day++)
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

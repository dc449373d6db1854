namespace Readiness.Staffing;

/// <summary>
/// Good schedules that keep caps which are too many to be counted, and bounds: each use of a capped kind of work costs a price, which follows
/// how often the person uses it (Lagrangian relaxation); what a schedule still uses too much of is left to the days that gain most by it.
/// </summary>
/// <param name="model">The problem.</param>
/// <param name="program">Finds the cheapest schedules while no cap is counted.</param>
internal sealed class RationedStretches(RosterModel model, StretchProgram program)
{
    private const double Step = 0.5;

    private readonly double[] prices = new double[model.PeopleCount * model.MostKinds];
    private readonly int[] used = new int[model.MostKinds];
    private readonly int[] worked = new int[model.MostKinds];
    private readonly int[] unrationed = new int[model.Days];
    private readonly List<(double Gain, int Day)> byGain = [];
    private double[] rationed = [];

    /// <summary>No schedule costs less.</summary>
    public double Bound { get; private set; }

    /// <summary>The schedule that the bound belongs to, which may break caps: 0 for a day off or 1 + kind for each day of the window.</summary>
    public ReadOnlySpan<int> Unrationed => unrationed;

    /// <summary>Whether a schedule was found.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Looks for a cheap schedule of a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="costs">For each day of the horizon: the cost of a day off, then of each kind. Infinity forbids.</param>
    /// <param name="window">Days to plan. Prices of caps are kept for the whole horizon only: what is left of a cap for a part varies too much.</param>
    /// <param name="outside">How often each kind is worked outside the window; empty for never.</param>
    /// <param name="choices">Receives 0 for a day off or 1 + kind for each day of the window.</param>
    /// <returns>False if there is certainly none.</returns>
    public bool Solve(int person, ReadOnlySpan<double> costs, in ScheduleWindow window, ReadOnlySpan<int> outside, Span<int> choices)
    {
        StretchRules rules = model.StretchesOf(person)!;
        Span<double> priceOf = window.To - window.From == rules.Days ? prices.AsSpan(person * model.MostKinds, rules.KindCount) : [];
        double paid = AddPrices(rules, costs, window, priceOf);
        IsKept = false;
        Bound = double.PositiveInfinity;
        if (!program.Solve(rules, rationed, window, 0, outside, choices))
        {
            return false;
        }

        Bound = program.Cost - paid;
        choices.CopyTo(unrationed);
        ulong broken = rules.BrokenCaps(window, outside, choices, worked);
        worked.CopyTo(used, 0);
        bool solved = true;
        for (; solved && broken != 0; broken = solved ? rules.BrokenCaps(window, outside, choices, worked) : broken)
        {
            Ration(rules, window, broken, outside, choices);
            solved = program.Solve(rules, rationed, window, 0, outside, choices);
        }

        IsKept = solved;
        if (!priceOf.IsEmpty)
        {
            MovePrices(rules, priceOf, solved ? CostOf(rules, costs, choices) - Bound : 0);
        }

        return true;
    }

    // What the prices of all that the caps allow come to.
    private double AddPrices(StretchRules rules, ReadOnlySpan<double> costs, in ScheduleWindow window, ReadOnlySpan<double> priceOf)
    {
        int stride = 1 + rules.KindCount;
        if (rationed.Length < stride * rules.Days)
        {
            rationed = new double[stride * rules.Days];
        }

        costs[(window.From * stride)..(window.To * stride)].CopyTo(rationed.AsSpan(window.From * stride));
        double paid = 0;
        for (int kind = 0; kind < priceOf.Length; kind++)
        {
            if (priceOf[kind] > 0)
            {
                paid += priceOf[kind] * rules.Cap[kind];
                for (int day = 0; day < rules.Days; day++)
                {
                    rationed[(day * stride) + 1 + kind] += priceOf[kind];
                }
            }
        }

        return paid;
    }

    // Along how much more than its cap, or less, each kind was used, as far as what was found is from the bound (Polyak's step).
    private void MovePrices(StretchRules rules, Span<double> priceOf, double gap)
    {
        double square = 0;
        for (int kind = 0; kind < priceOf.Length; kind++)
        {
            double excess = used[kind] - rules.Cap[kind];
            square += rules.Cap[kind] >= 0 && (priceOf[kind] > 0 || excess > 0) ? excess * excess : 0;
        }

        for (int kind = 0; kind < priceOf.Length && square > 0; kind++)
        {
            if (rules.Cap[kind] >= 0)
            {
                priceOf[kind] = Math.Max(0, priceOf[kind] + (Step * gap * (used[kind] - rules.Cap[kind]) / square));
            }
        }
    }

    private static double CostOf(StretchRules rules, ReadOnlySpan<double> costs, ReadOnlySpan<int> choices)
    {
        double cost = 0;
        for (int day = 0; day < rules.Days; day++)
        {
            cost += costs[(day * (1 + rules.KindCount)) + choices[day]];
        }

        return cost;
    }

    private void Ration(StretchRules rules, in ScheduleWindow window, ulong broken, ReadOnlySpan<int> outside, ReadOnlySpan<int> choices)
    {
        for (int kind = 0; kind < rules.KindCount; kind++)
        {
            if (rules.Counted[kind] >= 0 && (broken >> rules.Counted[kind] & 1) != 0)
            {
                Ration(rules, window, kind, outside.IsEmpty ? 0 : outside[kind], choices);
            }
        }
    }

    private void Ration(StretchRules rules, in ScheduleWindow window, int kind, int outside, ReadOnlySpan<int> choices)
    {
        int stride = 1 + rules.KindCount;
        byGain.Clear();
        for (int day = window.From; day < window.To; day++)
        {
            Span<double> row = rationed.AsSpan(day * stride, stride);
            if (choices[day] == 1 + kind)
            {
                byGain.Add((GainOf(row, 1 + kind), day));
            }
            else
            {
                row[1 + kind] = double.PositiveInfinity;
            }
        }

        byGain.Sort();
        for (int i = 0; i < byGain.Count - Math.Max(0, rules.Cap[kind] - outside); i++)
        {
            rationed[(byGain[i].Day * stride) + 1 + kind] = double.PositiveInfinity;
        }
    }

    // What an option saves against the best of the others.
    private static double GainOf(ReadOnlySpan<double> row, int option)
    {
        double other = double.PositiveInfinity;
        for (int o = 0; o < row.Length; o++)
        {
            other = o == option ? other : Math.Min(other, row[o]);
        }

        return other - row[option];
    }
}

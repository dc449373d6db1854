namespace Readiness.Staffing;

/// <summary>
/// Prices of the cover, and a bound, by the volume algorithm (Barahona and Anbil, Mathematical Programming 87, 2000): steps from the best
/// prices along an average of the violations of all schedules seen, which is an approximate solution of the linear relaxation, too.
/// </summary>
/// <remarks>
/// The prices start from a few passes of an incremental subgradient method (Nedić and Bertsekas, SIAM Journal on Optimization 12, 2001), in
/// which every person answers to what the others have just chosen: with all answering at once, the first prices would only be worse.
/// </remarks>
internal sealed class VolumeAlgorithm
{
    private const int Passes = 8;
    private const double PassStep = 0.003;
    private const double GreenFactor = 1.1;
    private const double RedFactor = 0.7;
    private const int RedPatience = 4;
    private const double LeastAveraging = 0.005;

    private readonly RosterModel model;
    private readonly ScalarCosts scalar;
    private readonly ColumnPricing pricing;
    private readonly ColumnScope scope;
    private readonly CoverBounds cover;
    private readonly double[] prices;
    private readonly double[] violation;
    private readonly double[] average;
    private readonly Dictionary<ScheduleColumn, int> seen = [];
    private readonly float[][] shares;
    private readonly int[][] latestOf;
    private double step = 0.1;
    private double averaging = 0.1;
    private double centerValue = double.NegativeInfinity;
    private double lookedAt = double.NegativeInfinity;
    private double checkedValue = double.NegativeInfinity;
    private int red;

    /// <summary>Prepares the algorithm for what the pricing has open.</summary>
    public VolumeAlgorithm(RosterModel model, ScalarCosts scalar, ColumnPricing pricing)
    {
        this.model = model;
        this.scalar = scalar;
        this.pricing = pricing;
        scope = pricing.Scope;
        cover = new CoverBounds(model, scalar, scope);
        Center = new double[model.Cover.Length];
        prices = new double[model.Cover.Length];
        violation = new double[model.Cover.Length];
        average = new double[model.Cover.Length];
        shares = new float[model.PeopleCount][];
        latestOf = new int[model.PeopleCount][];
        foreach (int person in scope.People)
        {
            shares[person] = new float[model.Cover.Length];
            latestOf[person] = [];
        }
    }

    /// <summary>Prices of the best bound of the running series of steps.</summary>
    public double[] Center { get; }

    /// <summary>Best bound.</summary>
    public double Bound { get; private set; } = double.NegativeInfinity;

    /// <summary>The schedules of the average: those seen last, the latest first.</summary>
    /// <param name="most">Most to return.</param>
    public IEnumerable<ScheduleColumn> Latest(int most) => seen.OrderByDescending(s => s.Value).Take(most).Select(s => s.Key);

    /// <summary>Iterations so far.</summary>
    public int Iterations { get; private set; }

    /// <summary>Whether someone has no schedule at all.</summary>
    public bool IsInfeasible { get; private set; }

    /// <summary>How much a person works each entry in the average of the schedules seen: an approximate solution of the linear relaxation.</summary>
    public ReadOnlySpan<float> SharesOf(int person) => shares[person];

    /// <summary>Asked after each iteration: whether the bound has hardly risen since the same was last looked at.</summary>
    /// <param name="every">Iterations between looks.</param>
    /// <param name="least">Least rise that counts.</param>
    public bool HasStalled(int every, double least)
    {
        if (Iterations == 0 || Iterations % every != 0)
        {
            return false;
        }

        bool stalled = Bound - lookedAt < least;
        lookedAt = Bound;
        return stalled;
    }

    /// <summary>Finds prices to start from.</summary>
    /// <param name="roster">Entries of a roster by person × days + day; -1 for a day off.</param>
    /// <param name="random">Source of the order of people.</param>
    /// <param name="mustStop">Asked between people: whether to give up.</param>
    public void Start(ReadOnlySpan<int> roster, Random random, Func<bool> mustStop)
    {
        int[] order = [.. scope.People];
        int[][] latest = new int[model.PeopleCount][];
        StartViolation();
        foreach (int p in order)
        {
            latest[p] = pricing.ColumnOf(p, roster.Slice(p * model.Days, model.Days)).Entries;
            Work(latest[p], 1);
        }

        for (int e = scope.FirstEntry; e < scope.EndEntry; e++)
        {
            prices[e] = violation[e] > 0 ? scalar.Under[e] / 2 : violation[e] < 0 ? -scalar.SurplusPrice(e) / 2 : 0;
        }

        double scale = Scale();
        for (int pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order);
            double length = PassStep * scale / (1 + pass);
            foreach (int person in order)
            {
                if (mustStop())
                {
                    return;
                }

                if (pricing.Price(person, prices) is { } column)
                {
                    seen[column] = Iterations;
                    Work(latest[person], -1);
                    latest[person] = column.Entries;
                    Work(latest[person], 1);
                    Move(prices, violation, length);
                }
            }
        }

        prices.CopyTo(Center, 0);
    }

    /// <summary>Improves prices and bound.</summary>
    /// <param name="target">Value of a roster, which the bound cannot exceed.</param>
    /// <param name="isEnough">Asked after each iteration: whether to end.</param>
    /// <param name="mustStop">Asked between people: whether to give up.</param>
    public void Run(Func<double> target, Func<bool> isEnough, Func<bool> mustStop)
    {
        while (!IsInfeasible && !isEnough() && Answer(mustStop) is { } value)
        {
            Iterations++;
            Bound = Math.Max(Bound, value);
            Average();
            if (value > centerValue)
            {
                (centerValue, red) = (value, 0);
                prices.CopyTo(Center, 0);
                step = Dot(violation, average) > 0 ? Math.Min(2, step * GreenFactor) : step;
            }
            else if (++red >= RedPatience)
            {
                (step, red) = (step * RedFactor, 0);
            }

            if (Iterations % 50 == 0)
            {
                averaging = centerValue - checkedValue < 0.01 * Math.Abs(centerValue) ? Math.Max(LeastAveraging, averaging / 2) : averaging;
                checkedValue = centerValue;
            }

            double gap = Math.Max(target() - centerValue, 1e-3 * Math.Abs(centerValue));
            Center.CopyTo(prices, 0);
            Move(prices, average, step * gap / Math.Max(Norm(), 1e-9));
        }
    }

    // Value of the Lagrangian at the prices; the violation is left behind.
    private double? Answer(Func<bool> mustStop)
    {
        double value = cover.LagrangianPart(prices, []);
        StartViolation();
        foreach (int person in scope.People)
        {
            if (mustStop())
            {
                return null;
            }

            ScheduleColumn? column = pricing.Price(person, prices);
            value += pricing.Bound;
            IsInfeasible |= double.IsPositiveInfinity(pricing.Bound);
            if (column is not null)
            {
                seen[column] = Iterations;
            }

            if (pricing.Answer is { } answer)
            {
                latestOf[person] = answer.Entries;
                Work(answer.Entries, 1);
            }
        }

        return value;
    }

    private void Average()
    {
        if (Iterations == 1)
        {
            violation.CopyTo(average, 0);
            Mix(1);
            return;
        }

        // The mixture of least norm, within limits.
        double square = 0;
        double dot = 0;
        for (int e = scope.FirstEntry; e < scope.EndEntry; e++)
        {
            double difference = violation[e] - average[e];
            square += difference * difference;
            dot += difference * average[e];
        }

        double share = Math.Clamp(square > 0 ? -dot / square : averaging, averaging / 10, averaging);
        for (int e = scope.FirstEntry; e < scope.EndEntry; e++)
        {
            average[e] += share * (violation[e] - average[e]);
        }

        Mix((float)share);
    }

    private void Mix(float share)
    {
        foreach (int person in scope.People)
        {
            Span<float> of = shares[person].AsSpan(scope.FirstEntry, scope.EndEntry - scope.FirstEntry);
            foreach (ref float value in of)
            {
                value *= 1 - share;
            }

            foreach (int e in latestOf[person])
            {
                shares[person][e] += share;
            }
        }
    }

    private double Norm()
    {
        double norm = 0;
        for (int e = scope.FirstEntry; e < scope.EndEntry; e++)
        {
            bool held = average[e] > 0 ? Center[e] >= scalar.Under[e] : Center[e] <= -scalar.SurplusPrice(e);
            norm += held ? 0 : average[e] * average[e];
        }

        return norm;
    }

    private void Move(double[] from, double[] direction, double length)
    {
        for (int e = scope.FirstEntry; e < scope.EndEntry; e++)
        {
            from[e] = Math.Clamp(from[e] + (length * direction[e]), -scalar.SurplusPrice(e), scalar.Under[e]);
        }
    }

    private void StartViolation()
    {
        for (int e = scope.FirstEntry; e < scope.EndEntry; e++)
        {
            violation[e] = scope.Heads[e];
        }
    }

    private void Work(int[] entries, int sign)
    {
        foreach (int e in entries)
        {
            violation[e] -= sign;
        }
    }

    private double Scale()
    {
        double smallest = double.PositiveInfinity;
        double largest = 0;
        for (int e = scope.FirstEntry; e < scope.EndEntry; e++)
        {
            foreach (double cost in (ReadOnlySpan<double>)[scalar.Under[e], scalar.SurplusPrice(e)])
            {
                largest = Math.Max(largest, cost);
                smallest = cost > 0 ? Math.Min(smallest, cost) : smallest;
            }
        }

        return largest > 0 ? Math.Sqrt(smallest * largest) : 1;
    }

    private static double Dot(double[] one, double[] other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}

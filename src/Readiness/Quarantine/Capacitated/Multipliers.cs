using Readiness.Quarantine.Capacitated.Cuts;

namespace Readiness.Quarantine.Capacitated;

/// <summary>
/// Lagrangian relaxation of the demand: a price per unit for every customer, improved by the volume algorithm (Barahona and Anbil, Mathematical Programming 87,
/// 2000, doi:10.1007/s101070050002), whose average of the relaxed solutions approximates the linear relaxation.
/// </summary>
/// <remarks>
/// Steps go from the best prices along what the average leaves unserved, per unit of demand; how much a new solution counts in the average is chosen so as to make the
/// violation least, within limits.
/// </remarks>
internal sealed class Multipliers : IRelaxation
{
    private const double GreenFactor = 1.1;
    private const double YellowFactor = 0.95;
    private const double RedFactor = 0.66;
    private const int RedPatience = 5;
    private const int MixingPeriod = 50;
    private const double LeastRise = 0.1;
    private const double LeastStep = 1e-6;
    private const double LeastMixing = 1e-3;
    private const double FirstStep = 0.1;
    private const double FirstMixing = 0.2;
    private const int StepsPerPart = 40;

    private readonly CapacitatedLocation location;
    private readonly LagrangianBound bound;
    private readonly Func<bool> mustStop;
    private readonly double[] prices;
    private readonly double[] served;
    private readonly double[] averageServed;
    private double step;
    private double mixing;
    private double mark;
    private int red;
    private int steps;

    public Multipliers(CapacitatedLocation location, Func<bool> mustStop)
    {
        this.mustStop = mustStop;
        this.location = location;
        bound = new LagrangianBound(location);
        prices = new double[location.Customers];
        Best = new double[location.Customers];
        served = new double[location.Customers];
        averageServed = new double[location.Customers];
        Open = new double[location.Sites];
    }

    /// <inheritdoc/>
    public double[] Best { get; }

    /// <inheritdoc/>
    public double Bound { get; private set; }

    /// <inheritdoc/>
    public PricedCuts? Cuts => null;

    /// <summary>How much of each site the relaxed solutions open on average.</summary>
    public double[] Open { get; }

    /// <inheritdoc/>
    public List<PriceStep>? Steps { get; set; }

    /// <inheritdoc/>
    public RelaxationState Solve(double[] prices, PricedCuts? cuts, Fixing[] fixing, double cutoff, double target)
    {
        Start(prices, FirstStep, FirstMixing);
        var state = RelaxationState.Undecided;
        for (int step = 0; step < StepsPerPart && state == RelaxationState.Undecided && !mustStop(); step++)
        {
            state = Step(fixing, cutoff, target);
        }

        return state;
    }

    /// <summary>Starts from some prices.</summary>
    /// <param name="from">Prices per unit.</param>
    /// <param name="firstStep">Length of the first step, as a share of the way to the target.</param>
    /// <param name="firstMixing">Most that a new solution counts in the average at first.</param>
    public void Start(double[] from, double firstStep, double firstMixing)
    {
        from.CopyTo(prices, 0);
        from.CopyTo(Best, 0);
        Bound = double.NegativeInfinity;
        Steps?.Clear();
        step = firstStep;
        mixing = firstMixing;
        red = 0;
        steps = 0;
        mark = double.NegativeInfinity;
    }

    /// <summary>Values one set of prices and moves on.</summary>
    /// <param name="fixing">What is settled about each site; sites are settled here when that proves right.</param>
    /// <param name="cutoff">Cost from which on a solution is of no interest.</param>
    /// <param name="target">What the bound is expected to reach at most.</param>
    public RelaxationState Step(Fixing[] fixing, double cutoff, double target)
    {
        double value = bound.Value(prices, fixing);
        if (value >= cutoff)
        {
            Bound = Math.Max(Bound, value);
            prices.CopyTo(Best, 0);
            return RelaxationState.Empty;
        }

        bool isSettled = bound.Settle(prices, value, fixing, cutoff, Steps);
        Serve();
        double slope = Mix();
        Judge(value, slope, target);
        Move(target);
        return isSettled ? RelaxationState.Settled : RelaxationState.Undecided;
    }

    // What the relaxed solution serves of each customer's unit.
    private void Serve()
    {
        Array.Clear(served);
        bound.AddServed(prices, served);
        for (int i = 0; i < served.Length; i++)
        {
            served[i] /= location.Demand[i];
        }
    }

    // Mixes the solution into the average. Returns whether the new violation still points along the old direction.
    private double Mix()
    {
        double slope = 0;
        double aa = 0;
        double ab = 0;
        for (int i = 0; i < served.Length; i++)
        {
            double own = 1 - served[i];
            double average = 1 - averageServed[i];
            double weight = location.Demand[i];
            slope += weight * own * average;
            aa += weight * (own - average) * (own - average);
            ab += weight * average * (average - own);
        }

        double share = steps == 0 ? 1 : Math.Clamp(aa > 0 ? ab / aa : mixing, mixing / 10, mixing);
        for (int i = 0; i < served.Length; i++)
        {
            averageServed[i] += share * (served[i] - averageServed[i]);
        }

        for (int j = 0; j < Open.Length; j++)
        {
            Open[j] += (steps == 0 ? 1 : share) * (bound.Open[j] - Open[j]);
        }

        return slope;
    }

    private void Judge(double value, double slope, double target)
    {
        if (value > Bound || steps == 0)
        {
            prices.CopyTo(Best, 0);
            step = steps == 0 ? step : Math.Min(2, step * (slope >= 0 ? GreenFactor : YellowFactor));
            Bound = Math.Max(Bound, value);
            red = 0;
        }
        else if (++red >= RedPatience)
        {
            red = 0;
            step = Math.Max(LeastStep, step * RedFactor);
        }

        if (++steps % MixingPeriod == 0)
        {
            if (Bound - mark < LeastRise * (target - Bound))
            {
                mixing = Math.Max(LeastMixing, mixing / 2);
            }

            mark = Bound;
        }
    }

    private void Move(double target)
    {
        double norm = 0;
        for (int i = 0; i < averageServed.Length; i++)
        {
            double violation = 1 - averageServed[i];
            norm += location.Demand[i] * violation * violation;
        }

        double length = norm > 0 ? step * Math.Max(0, target - Bound) / norm : 0;
        for (int i = 0; i < prices.Length; i++)
        {
            prices[i] = Best[i] + (length * (1 - averageServed[i]));
        }
    }
}

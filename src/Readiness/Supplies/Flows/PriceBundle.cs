namespace Readiness.Supplies.Flows;

/// <summary>
/// The model of the proximal bundle method: for each item a few flows that have been seen, whose mixture says both which prices to try next
/// and, at the end, how the items share the lorries.
/// </summary>
/// <remarks>
/// Next prices maximise the least cost over the known flows of each item, less the price of the lorries, less the squared distance from the centre in
/// units of a full lorry. The dual is a smooth convex problem in the weights of the flows, a simplex for each item, which is solved by moving weight between pairs of
/// flows: C. Lemaréchal (1989); A. Frangioni, "Solving semidefinite quadratic problems within nonsmooth optimization algorithms", Computers and
/// Operations Research 23 (1996), doi:10.1016/0305-0548(96)00006-8. In the limit it is Dantzig and Wolfe's decomposition, stabilised.
/// </remarks>
internal sealed class PriceBundle
{
    private const int MostCuts = 16;
    private const int Rounds = 12;
    private const double LeastGain = 0.01;
    private const double FirstStep = 8;

    private readonly CoupledNetworks networks;
    private readonly double[] capacity;
    private readonly int[][] rowOf;
    private readonly List<FlowCut>[] cuts;
    private readonly List<double>[] weights;
    private readonly double[] violation;
    private readonly double[] difference;
    private readonly int[] touched;
    private readonly bool[] isTouched;
    private readonly double[] scale;
    private readonly double[] values = new double[MostCuts];

    // Price per relative overload of a lorry; adapts itself.
    private double step = FirstStep;
    private int failures;

    public PriceBundle(CoupledNetworks networks)
    {
        this.networks = networks;
        capacity = networks.Capacity;
        rowOf = networks.RowOf;
        cuts = [.. rowOf.Select(static _ => new List<FlowCut>())];
        weights = [.. rowOf.Select(static _ => new List<double>())];
        violation = new double[capacity.Length];
        difference = new double[capacity.Length];
        touched = new int[capacity.Length];
        isTouched = new bool[capacity.Length];

        // Lorries that take anything or nothing have no price.
        scale = [.. capacity.Select(static most => most > 0 && double.IsFinite(most) ? 1 / most : 0)];
        Prices = new double[capacity.Length];
        Centre = new double[capacity.Length];
        for (int row = 0; row < capacity.Length; row++)
        {
            violation[row] = scale[row] > 0 ? -capacity[row] : 0;
        }
    }

    /// <summary>Prices around which to search.</summary>
    public double[] Centre { get; }

    /// <summary>Prices to try next.</summary>
    public double[] Prices { get; }

    /// <summary>Volume on each transport arc in the mixture of an item's flows.</summary>
    public double[] Mixture(int item)
    {
        double[] volumes = new double[networks.Items[item].LaneArcs];
        for (int j = 0; j < cuts[item].Count; j++)
        {
            double weight = weights[item][j];
            FlowCut cut = cuts[item][j];
            for (int k = 0; weight > 0 && k < cut.Arcs.Length; k++)
            {
                volumes[cut.Arcs[k]] += weight * cut.Volumes[k];
            }
        }

        return volumes;
    }

    /// <summary>Decides whether the latest prices become the centre, and how far the next ones may be from it.</summary>
    /// <param name="value">Bound at the latest prices.</param>
    /// <param name="centre">Bound at the centre.</param>
    /// <param name="promise">What <see cref="Solve"/> said of the latest prices.</param>
    /// <returns>Whether they became the centre.</returns>
    public bool Judge(double value, double centre, double promise)
    {
        double kept = (value - centre) / (promise - centre);
        if (kept > LeastGain)
        {
            Prices.CopyTo(Centre, 0);
            failures = 0;
            step *= kept > 0.5 ? 2 : kept > 0.2 ? 1.2 : 1;
            return true;
        }

        failures++;
        step *= kept < -1 ? 0.5 : failures % 3 == 0 && kept < -0.2 ? 0.7 : 1;
        return false;
    }

    /// <summary>
    /// After changes of demand: takes the known flows of an item for flows of the changed problem that cost a constant more or less, such that they are right at the
    /// centre. That is a guess, good enough to find prices and shares by; bounds and plans do not rely on it.
    /// </summary>
    /// <param name="item">Item index.</param>
    /// <param name="cut">Its best flow at the centre, for the changed problem.</param>
    public void Adapt(int item, FlowCut cut)
    {
        Centre.CopyTo(Prices, 0);
        double least = double.PositiveInfinity;
        foreach (FlowCut known in cuts[item])
        {
            least = Math.Min(least, ValueAt(item, known));
        }

        double more = ValueAt(item, cut) - least;
        for (int j = 0; j < cuts[item].Count; j++)
        {
            cuts[item][j] = cuts[item][j] with { Cost = cuts[item][j].Cost + more };
        }
    }

    /// <summary>Adds a flow of an item.</summary>
    public void Add(int item, FlowCut cut)
    {
        List<FlowCut> known = cuts[item];
        List<double> weight = weights[item];
        if (known.Count >= MostCuts)
        {
            MakeRoom(known, weight);
        }

        bool isFirst = known.Count == 0;
        known.Add(cut);
        weight.Add(isFirst ? 1 : 0);
        if (isFirst)
        {
            int[] rows = rowOf[item];
            for (int k = 0; k < cut.Arcs.Length; k++)
            {
                violation[rows[cut.Arcs[k]]] += cut.Volumes[k];
            }
        }
    }

    /// <summary>Finds the weights, and with them the next prices.</summary>
    /// <returns>What the known flows promise at these prices.</returns>
    public double Solve()
    {
        for (int r = 0; r < capacity.Length; r++)
        {
            Prices[r] = PriceAt(r);
        }

        for (int round = 0; round < Rounds; round++)
        {
            double moved = 0;
            for (int item = 0; item < cuts.Length; item++)
            {
                moved += Balance(item);
            }

            if (moved < 1e-3)
            {
                break;
            }
        }

        double promise = 0;
        for (int r = 0; r < capacity.Length; r++)
        {
            if (Prices[r] > 0)
            {
                promise -= Prices[r] * capacity[r];
            }
        }

        for (int item = 0; item < cuts.Length; item++)
        {
            double least = double.PositiveInfinity;
            foreach (FlowCut cut in cuts[item])
            {
                least = Math.Min(least, ValueAt(item, cut));
            }

            promise += least;
        }

        return promise;
    }

    private double PriceAt(int row) => Math.Max(0, Centre[row] + (step * violation[row] * scale[row]));

    private double ValueAt(int item, FlowCut cut)
    {
        int[] rows = rowOf[item];
        int[] arcs = cut.Arcs;
        double[] volumes = cut.Volumes;
        double[] prices = Prices;
        double value = cut.Cost;
        for (int k = 0; k < arcs.Length; k++)
        {
            value += volumes[k] * prices[rows[arcs[k]]];
        }

        return value;
    }

    // Moves weight from the dearest flow in use to the cheapest, as far as it pays.
    private double Balance(int item)
    {
        List<FlowCut> known = cuts[item];
        List<double> weight = weights[item];
        if (known.Count < 2)
        {
            return 0;
        }

        for (int j = 0; j < known.Count; j++)
        {
            values[j] = ValueAt(item, known[j]);
        }

        double total = 0;
        for (int pass = 0; pass < 3; pass++)
        {
            int cheap = 0;
            int dear = -1;
            for (int j = 0; j < known.Count; j++)
            {
                cheap = values[j] < values[cheap] ? j : cheap;
                dear = weight[j] > 0 && (dear < 0 || values[j] > values[dear]) ? j : dear;
            }

            double slope = values[cheap] - values[dear];
            if (slope > -1e-6)
            {
                break;
            }

            total += Move(item, dear, cheap, slope);
            if (pass < 2)
            {
                for (int j = 0; j < known.Count; j++)
                {
                    values[j] = ValueAt(item, known[j]);
                }
            }
        }

        return total;
    }

    private double Move(int item, int from, int to, double slope)
    {
        int[] rows = rowOf[item];
        int count = 0;
        Scatter(cuts[item][to], 1);
        Scatter(cuts[item][from], -1);
        double most = weights[item][from];
        double curvature = 0;
        for (int k = 0; k < count; k++)
        {
            int r = touched[k];
            double d = difference[r];
            if (Prices[r] > 0 || (d > 0 && Centre[r] + (step * (violation[r] + (most * d)) * scale[r]) > 0))
            {
                curvature += d * d * scale[r];
            }
        }

        double amount = curvature * step * most <= -slope ? most : -slope / (curvature * step);
        weights[item][from] = amount >= most ? 0 : most - amount;
        weights[item][to] += amount;
        for (int k = 0; k < count; k++)
        {
            int r = touched[k];
            violation[r] += amount * difference[r];
            difference[r] = 0;
            isTouched[r] = false;
            Prices[r] = PriceAt(r);
        }

        return -slope * amount;

        void Scatter(FlowCut cut, double factor)
        {
            for (int k = 0; k < cut.Arcs.Length; k++)
            {
                int r = rows[cut.Arcs[k]];
                if (!isTouched[r])
                {
                    isTouched[r] = true;
                    touched[count++] = r;
                }

                difference[r] += factor * cut.Volumes[k];
            }
        }
    }

    private static void MakeRoom(List<FlowCut> known, List<double> weight)
    {
        int least = 0;
        for (int j = 1; j < known.Count; j++)
        {
            least = weight[j] < weight[least] ? j : least;
        }

        if (weight[least] > 0)
        {
            int second = least == 0 ? 1 : 0;
            for (int j = 0; j < known.Count; j++)
            {
                second = j != least && weight[j] < weight[second] ? j : second;
            }

            known[second] = FlowCut.Mean(known[second], weight[second], known[least], weight[least]);
            weight[second] += weight[least];
        }

        known.RemoveAt(least);
        weight.RemoveAt(least);
    }
}

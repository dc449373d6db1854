namespace Readiness.Supplies.Flows;

/// <summary>
/// The model of the proximal bundle method: for each item a mixture of all flows so far and the moves to the latest one. How far the mixture goes along each move says
/// both which prices to try next and, at the end, how the items share the lorries.
/// </summary>
/// <remarks>
/// Next prices maximise the least cost over all flows that the moves can make of the mixtures, less the price of the lorries, less the squared distance from the centre in units of a full
/// lorry: C. Lemaréchal (1989), with an aggregate of the past. The dual is a smooth convex problem in the parts of the moves, each between 0 and 1, which is solved one by one.
/// Moves are local, so that prices far apart do not have to wait for each other, as they do if whole flows are mixed.
/// </remarks>
internal sealed class PriceBundle
{
    private const int Rounds = 20;
    private const double Tolerance = 1e-7;
    private const double LeastGain = 0.01;
    private const double FirstStep = 2;
    private const double MostLag = 2;
    private const double Longer = 1.5;

    private readonly CoupledNetworks networks;
    private readonly int threads;
    private readonly FlowMoves[] moves;
    private readonly double[] violation;
    private readonly double[] scale;
    private readonly double[] cost;

    // Price per relative overload of a lorry; adapts itself.
    private double step = FirstStep;

    public PriceBundle(CoupledNetworks networks, int threads)
    {
        this.networks = networks;
        this.threads = threads;
        moves = new FlowMoves[networks.Items.Length];
        ItemLoop.Run(moves.Length, threads, item => moves[item] = new FlowMoves(networks.Items[item], networks.RowOf[item]));
        cost = new double[moves.Length];
        violation = new double[networks.Capacity.Length];

        // Lorries that take anything or nothing have no price.
        scale = [.. networks.Capacity.Select(static most => most > 0 && double.IsFinite(most) ? 1 / most : 0)];
        Prices = new double[scale.Length];
        Centre = new double[scale.Length];
    }

    /// <summary>Prices around which to search.</summary>
    public double[] Centre { get; }

    /// <summary>Prices to try next.</summary>
    public double[] Prices { get; }

    /// <summary>Volume that the mixtures put on lorries beyond what these take.</summary>
    public double Overload
    {
        get
        {
            double sum = 0;
            foreach (double more in violation)
            {
                sum += Math.Max(0, more);
            }

            return sum;
        }
    }

    /// <summary>Flow of each arc in the mixture of an item's flows, in steps of flow.</summary>
    public double[] Mixture(int item) => moves[item].Mixture;

    /// <summary>Takes flows for the mixture.</summary>
    public void Begin(NetworkSimplex[] simplex)
    {
        for (int item = 0; item < moves.Length; item++)
        {
            double[] mixture = moves[item].Mixture;
            for (int e = 0; e < mixture.Length; e++)
            {
                mixture[e] = simplex[item].Flow[e];
            }
        }
    }

    /// <summary>Learns the best flows at the latest prices.</summary>
    public void Learn(NetworkSimplex[] simplex) => ItemLoop.Run(moves.Length, threads, item => moves[item].Head(simplex[item].Flow));

    /// <summary>Changes a demand: what is wanted more is not served. <see cref="Mend"/> must follow.</summary>
    public void ChangeDemand(int item, int arc, long more) => moves[item].Mixture[arc] += more;

    /// <summary>After changes of demand, makes the mixtures flows again, where they are none because less is wanted than was unserved.</summary>
    public void Mend(NetworkSimplex[] simplex) => ItemLoop.Run(moves.Length, threads, item => moves[item].Mend(simplex[item].Flow));

    /// <summary>Decides whether the latest prices become the centre, and how far the next ones may be from it.</summary>
    /// <param name="value">Bound at the latest prices.</param>
    /// <param name="centre">Bound at the centre.</param>
    /// <param name="promise">What <see cref="Solve"/> said of the latest prices.</param>
    /// <param name="excess">What a plan is likely to cost beyond the promise; NaN if nobody knows.</param>
    /// <returns>Whether they became the centre.</returns>
    public bool Judge(double value, double centre, double promise, double excess)
    {
        double kept = (value - centre) / (promise - centre);
        bool isBetter = kept > LeastGain;
        double factor = kept switch
        {
            > 0.5 => 2,
            > 0.2 => 1.2,
            < -1 => 0.5,
            < 0 => 0.9,
            _ => 1,
        };

        // Short steps bring the bound close to the promise, long ones the mixture close to the lorries. Neither should lag far behind.
        step *= excess > MostLag * (promise - centre) ? Math.Max(factor, Longer) : factor;
        if (isBetter)
        {
            Prices.CopyTo(Centre, 0);
        }

        return isBetter;
    }

    /// <summary>Moves the mixtures, and finds the next prices with them.</summary>
    /// <returns>What the known flows promise at these prices.</returns>
    public double Solve()
    {
        Measure();
        double promise = cost.Sum();
        for (int round = 0; round < Rounds; round++)
        {
            double moved = 0;
            foreach (FlowMoves known in moves)
            {
                moved += Balance(known, ref promise);
            }

            if (moved <= Tolerance * Math.Abs(promise))
            {
                break;
            }
        }

        for (int r = 0; r < violation.Length; r++)
        {
            promise += Prices[r] * violation[r];
        }

        foreach (FlowMoves known in moves)
        {
            promise += StillToGain(known);
        }

        ItemLoop.Run(moves.Length, threads, item => moves[item].Apply());
        return promise;
    }

    private double PriceAt(int row) => Math.Max(0, Centre[row] + (step * violation[row] * scale[row]));

    // Cost and loads of the mixtures; anew every time, so that rounding does not add up.
    private void Measure()
    {
        for (int r = 0; r < violation.Length; r++)
        {
            violation[r] = scale[r] > 0 ? -networks.Capacity[r] : 0;
        }

        ItemLoop.Run(moves.Length, threads, item =>
        {
            ItemNetwork network = networks.Items[item];
            double[] mixture = moves[item].Mixture;
            double sum = 0;
            for (int e = 0; e < mixture.Length; e++)
            {
                sum += mixture[e] * network.Cost[e];
            }

            cost[item] = (sum / network.CostScale / network.FlowScale) + networks.Unreachable(item);
        });
        for (int item = 0; item < moves.Length; item++)
        {
            networks.AddLoad(item, moves[item].Mixture, violation);
        }

        for (int r = 0; r < violation.Length; r++)
        {
            Prices[r] = PriceAt(r);
        }
    }

    // Takes the best part of each move, given the others.
    private double Balance(FlowMoves known, ref double promise)
    {
        ReadOnlySpan<FlowMoves.RowChange> all = known.Changes;
        double moved = 0;
        int start = 0;
        foreach (ref FlowMoves.Move move in known.Moves)
        {
            ReadOnlySpan<FlowMoves.RowChange> changes = all[start..move.ChangeEnd];
            start = move.ChangeEnd;
            double slope = Slope(in move, changes);
            double most = slope < 0 ? 1 - move.Part : -move.Part;
            if (most == 0 || slope == 0)
            {
                continue;
            }

            double curvature = step * Curvature(changes, most);
            bool isAll = curvature * Math.Abs(most) <= Math.Abs(slope);
            double amount = isAll ? most : -slope / curvature;
            move.Part = isAll ? (slope < 0 ? 1 : 0) : move.Part + amount;
            promise += amount * move.Cost;
            moved -= slope * amount;
            foreach (FlowMoves.RowChange change in changes)
            {
                violation[change.Row] += amount * change.Volume;
                Prices[change.Row] = PriceAt(change.Row);
            }
        }

        return moved;
    }

    private double Slope(ref readonly FlowMoves.Move move, ReadOnlySpan<FlowMoves.RowChange> changes)
    {
        double slope = move.Cost;
        foreach (FlowMoves.RowChange change in changes)
        {
            slope += change.Volume * Prices[change.Row];
        }

        return slope;
    }

    // Lorries count that have a price or get one on the way.
    private double Curvature(ReadOnlySpan<FlowMoves.RowChange> changes, double most)
    {
        double curvature = 0;
        foreach (FlowMoves.RowChange change in changes)
        {
            int r = change.Row;
            if (Prices[r] > 0 || Centre[r] + (step * (violation[r] + (most * change.Volume)) * scale[r]) > 0)
            {
                curvature += change.Volume * change.Volume * scale[r];
            }
        }

        return curvature;
    }

    // What the rest of the moves that pay would gain at the next prices, less what those that do not pay cost.
    private double StillToGain(FlowMoves known)
    {
        ReadOnlySpan<FlowMoves.RowChange> all = known.Changes;
        double gain = 0;
        int start = 0;
        foreach (ref readonly FlowMoves.Move move in known.Moves)
        {
            double slope = Slope(in move, all[start..move.ChangeEnd]);
            start = move.ChangeEnd;
            gain += Math.Min(0, slope) - (move.Part * slope);
        }

        return gain;
    }
}

namespace Readiness.Quarantine.Capacitated.Cuts;

/// <summary>Raises the bound of the root by cuts, round by round, while roundings of the relaxation are improved beside it.</summary>
/// <param name="location">The problem.</param>
/// <param name="clock">Ends it.</param>
/// <param name="inParallel">Runs two pieces of work, by number.</param>
internal sealed class CutRoot(CapacitatedLocation location, SearchClock clock, Action<Action<int>> inParallel)
{
    private const int MostRounds = 60;

    // Each so many rounds it is seen whether they still pay.
    private const int RoundsPerLook = 4;
    private const double LeastRise = 0.04;

    // Cuts without a price slow the programme down: with so many for one that has one, it is built anew.
    private const int MostIdle = 3;
    private const int FewCuts = 200;

    /// <summary>Works on a second thread, with what is settled and how much of each site is open.</summary>
    public required Action<Fixing[], double[]> Beside { get; init; }

    /// <summary>Told of each round.</summary>
    public required Action<CutRelaxation> Between { get; init; }

    /// <summary>Adds cuts.</summary>
    /// <param name="whole">What is known about the root.</param>
    /// <param name="open">How much of each site is open at its prices.</param>
    /// <param name="cutoff">Cost from which on a solution is of no interest, as of now.</param>
    /// <param name="isRecorded">Whether to take down what is settled.</param>
    /// <returns>What is known about the root now, and the cuts that count; no root if nothing in it is below the cutoff.</returns>
    public (LocationNode? Root, IReadOnlyCollection<FlowCut> Cuts) Run(LocationNode whole, double[] open, Func<double> cutoff, bool isRecorded)
    {
        var fixing = (Fixing[])whole.Fixing.Clone();
        LocationNode tight = whole;
        double before = whole.Bound;
        CutRelaxation relaxation = Build(tight, open, [], isRecorded);
        try
        {
            for (int round = 1; round <= MostRounds; round++)
            {
                (List<FlowCut> found, RelaxationState state) = Step(relaxation, tight, fixing, cutoff());
                Between(relaxation);
                tight = new LocationNode((Fixing[])fixing.Clone(), relaxation.Best, Math.Max(tight.Bound, relaxation.Bound), 0, Cuts: relaxation.Cuts);
                if (state == RelaxationState.Empty)
                {
                    return (null, []);
                }

                if (found.Count == 0 || clock.IsOver || (round % RoundsPerLook == 0 && tight.Bound - before < LeastRise * (cutoff() - before)))
                {
                    break;
                }

                before = round % RoundsPerLook == 0 ? tight.Bound : before;
                IReadOnlyCollection<FlowCut> active = relaxation.ActiveCuts;
                if (relaxation.CutCount > FewCuts + (MostIdle * active.Count))
                {
                    open = relaxation.Open;
                    relaxation.Dispose();
                    relaxation = Build(tight, open, [.. active, .. found], isRecorded);
                }
                else
                {
                    relaxation.Add(found);
                }
            }

            return (tight, relaxation.ActiveCuts);
        }
        finally
        {
            relaxation.Dispose();
        }
    }

    private (List<FlowCut> Found, RelaxationState State) Step(CutRelaxation relaxation, LocationNode tight, Fixing[] fixing, double cutoff)
    {
        List<FlowCut> found = [];
        var state = RelaxationState.Undecided;
        double[] open = relaxation.Open;
        inParallel(k =>
        {
            if (k == 1)
            {
                Beside(tight.Fixing, open);
                return;
            }

            state = relaxation.Solve(tight.Prices, tight.Cuts, fixing, cutoff, cutoff);
            found = state == RelaxationState.Undecided ? relaxation.Separate() : found;
        });
        return (found, state);
    }

    private CutRelaxation Build(LocationNode tight, double[] open, IReadOnlyCollection<FlowCut> cuts, bool isRecorded) =>
        new(location, clock, tight.Prices, open, tight.Fixing, cuts) { Steps = isRecorded ? [] : null };
}

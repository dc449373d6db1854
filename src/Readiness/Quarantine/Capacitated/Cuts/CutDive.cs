namespace Readiness.Quarantine.Capacitated.Cuts;

/// <summary>Looks for a solution near a relaxation: again and again the sites about which it is most decided are settled for good.</summary>
internal static class CutDive
{
    private const double Integral = 1e-6;

    // Of the half-open sites one in so many is settled at a time.
    private const int Share = 12;

    /// <summary>Dives, and improves what it comes to.</summary>
    /// <param name="location">The problem.</param>
    /// <param name="solver">Relaxes and improves.</param>
    /// <param name="node">The part to look in.</param>
    /// <param name="closes">Whether closing a site that is hardly open counts as much as opening one that nearly is; or sites are only opened.</param>
    /// <param name="cutoff">Cost from which on a solution is of no interest.</param>
    /// <param name="target">Cost of the best solution.</param>
    public static void Run(CapacitatedLocation location, NodeSolver solver, LocationNode node, bool closes, double cutoff, double target)
    {
        IRelaxation relaxation = solver.Relaxation;
        var fixing = (Fixing[])node.Fixing.Clone();
        (double[] prices, PricedCuts? cuts) = (node.Prices, node.Cuts);
        solver.Forget();
        while (!solver.MustStop && location.Rules?.Settle(fixing) != false && relaxation.Solve(prices, cuts, fixing, cutoff, target) != RelaxationState.Empty)
        {
            (prices, cuts) = (relaxation.Best, relaxation.Cuts);
            solver.Evaluate(solver.Rounded(fixing, relaxation.Open));
            int[] halfOpen = [.. Enumerable.Range(0, location.Sites).Where(j => fixing[j] == Fixing.Free && relaxation.Open[j] is > Integral and < 1 - Integral)];
            if (halfOpen.Length == 0)
            {
                break;
            }

            foreach (int site in halfOpen
                .OrderByDescending(j => closes ? Math.Abs(relaxation.Open[j] - 0.5) : relaxation.Open[j])
                .Take(1 + (halfOpen.Length / Share)))
            {
                fixing[site] = closes && relaxation.Open[site] < 0.5 ? Fixing.Closed : Fixing.Open;
            }
        }

        LocationRoot.Improve(location, solver, target * LocationRoot.Promising);
    }
}

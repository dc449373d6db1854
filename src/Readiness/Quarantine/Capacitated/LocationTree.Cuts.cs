using Readiness.Quarantine.Capacitated.Cuts;

namespace Readiness.Quarantine.Capacitated;

/// <content>The search with cuts.</content>
internal sealed partial class LocationTree
{
    // Cuts at the root pay where as much branching closes less than this share of the root's gap: it was 1 to 9 % where they do and 24 to 52 % where they do not.
    private const double LeastClosed = 0.1;

    // Where there are few customers for each site, programmes are fast: there they also pay where few of twice as many parts are settled.
    private const double FewCustomers = 2;
    private const double LeastOpenParts = 0.92;

    private bool AreCutsDue =>
        !IsPart && !hasTriedCuts && Granularity <= 0 && double.IsFinite(Cost) && !IsOver && Nodes >= NodesBeforeCuts
        && (Bound - rootBound < LeastClosed * (Cost - rootBound)
            || (Nodes >= 2 * NodesBeforeCuts && location.Customers <= FewCustomers * location.Sites && parts.Queued >= LeastOpenParts * Nodes));

    // Anew from the root.
    private void SearchWithCuts(LocationNode whole)
    {
        hasTriedCuts = true;
        parts.Clear();
        Record?.Restart();
        (LocationNode? tight, IReadOnlyCollection<FlowCut> cuts) = Tighten(whole);
        if (tight is null || cuts.Count == 0 || clock.IsOver)
        {
            Search(tight);
            return;
        }

        double[] open = solvers[0].Multipliers.Open;
        using CutRelaxation one = new(location, clock, tight.Prices, open, tight.Fixing, cuts) { Steps = solvers[0].Multipliers.Steps };
        using CutRelaxation other = new(location, clock, tight.Prices, open, tight.Fixing, cuts) { Steps = solvers[1].Multipliers.Steps };
        (solvers[0].Relaxation, solvers[1].Relaxation) = (one, other);
        var gains = new PseudoCosts(location.Sites);
        (solvers[0].Gains, solvers[1].Gains) = (gains, gains);
        (double cutoff, double target) = (Cutoff, Cost);
        InParallel(k => CutDive.Run(location, solvers[k], tight, k == 1, cutoff, target));
        Take(solvers[0]);
        Take(solvers[1]);
        Search(tight);
    }

    // What is known about the root with cuts, and those that count.
    private (LocationNode? Whole, IReadOnlyCollection<FlowCut> Cuts) Tighten(LocationNode whole)
    {
        var root = new CutRoot(location, clock, InParallel)
        {
            Beside = (fixing, open) => LocationRoot.Improve(location, solvers[1], solvers[1].Rounded(fixing, open), Cost * LocationRoot.Promising),
            Between = relaxation =>
            {
                Take(solvers[1]);
                Raise(Math.Min(relaxation.Bound, Cutoff));
                Record?.Add(0, [.. relaxation.Steps!, new PriceStep(relaxation.Best, relaxation.Cuts, [], [])], -1, -1, -1);
            },
        };
        return root.Run(whole, solvers[0].Multipliers.Open, () => Cutoff, Record is not null);
    }
}

using Readiness.Quarantine.Capacitated.Cuts;

namespace Readiness.Quarantine.Capacitated;

/// <summary>A relaxation that bounds parts of the search tree.</summary>
internal interface IRelaxation
{
    /// <summary>Best bound of the last solve.</summary>
    double Bound { get; }

    /// <summary>Prices per unit of that bound, by customer.</summary>
    double[] Best { get; }

    /// <summary>Cuts whose prices count in that bound; null if there are none.</summary>
    PricedCuts? Cuts { get; }

    /// <summary>How much of each site the relaxation opens.</summary>
    double[] Open { get; }

    /// <summary>What the last solve settled; null if that is not wanted.</summary>
    List<PriceStep>? Steps { get; set; }

    /// <summary>Bounds a part.</summary>
    /// <param name="prices">Prices per unit to start from; the bound is no lower than that of these prices.</param>
    /// <param name="cuts">Cuts whose prices belong to them; null if there are none.</param>
    /// <param name="fixing">What is settled about each site; sites are settled here when that proves right.</param>
    /// <param name="cutoff">Cost from which on a solution is of no interest.</param>
    /// <param name="target">What the bound is expected to reach at most.</param>
    RelaxationState Solve(double[] prices, PricedCuts? cuts, Fixing[] fixing, double cutoff, double target);
}

namespace Readiness.Planning;

/// <summary>How a round shares the time limit out: a first plan within a sixth of the limit, then other sites, then longer rosters for the best.</summary>
/// <param name="Sites">Share for the site choice.</param>
/// <param name="Roster">Share for the roster.</param>
/// <param name="Supplies">Share for one supply plan.</param>
internal sealed record RoundShares(double Sites, double Roster, double Supplies)
{
    /// <summary>Share of a round in which the supplies are planned once.</summary>
    public double Total => Sites + Roster + Supplies;

    public static RoundShares Of(int round, bool searching) =>
        round == 1 ? new(0.02, 0.05, 0.08) : searching ? new(0.02, 0.07, 0.08) : new(0, 0.15, 0.1);
}

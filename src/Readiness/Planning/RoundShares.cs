namespace Readiness.Planning;

/// <summary>How a round shares the time limit out: a first plan within a sixth of the limit, then longer rosters.</summary>
/// <param name="Sites">Share for the site choice.</param>
/// <param name="Roster">Share for the roster.</param>
/// <param name="Supplies">Share for one supply plan.</param>
internal sealed record RoundShares(double Sites, double Roster, double Supplies)
{
    public static RoundShares Of(int round) => round == 1 ? new(0.02, 0.05, 0.08) : new(0.03, 0.12, 0.1);
}

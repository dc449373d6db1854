namespace Readiness.Planning;

/// <summary>How a round shares the time limit out: the plans in order within a fourth of the limit, then other sites, then longer rosters for the best.</summary>
/// <param name="Sites">Share for the site choice.</param>
/// <param name="Roster">Share for the roster.</param>
/// <param name="Supplies">Most for one supply plan, which ends by itself and usually much earlier.</param>
internal sealed record RoundShares(double Sites, double Roster, double Supplies)
{
    private const double UsualSupplies = 0.06;

    /// <summary>Shares of a plan in order.</summary>
    public static RoundShares Opening { get; } = new(0, 0.05, 0.05);

    /// <summary>Share that a round usually takes.</summary>
    public double Usual => Sites + Roster + UsualSupplies;

    public static RoundShares Of(bool searching) =>
        searching ? new(0.02, 0.06, 0.2) : new(0, 0.1, 0.2);
}

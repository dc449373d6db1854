namespace Readiness.Planning;

/// <summary>How a round shares the time limit out: two plans in order within a seventh of the limit, then other sites, then longer rosters for the best.</summary>
/// <param name="Sites">Share for the site choice.</param>
/// <param name="Roster">Share for the roster.</param>
/// <param name="Supplies">Most for one supply plan, which ends by itself and usually much earlier.</param>
internal sealed record RoundShares(double Sites, double Roster, double Supplies)
{
    private const double UsualSupplies = 0.03;

    /// <summary>Shares of a plan in order.</summary>
    public static RoundShares Opening { get; } = new(0, 0.04, 0.03);

    /// <summary>Share that a round usually takes.</summary>
    public double Usual => Sites + Roster + UsualSupplies;

    public static RoundShares Of(bool searching) =>
        searching ? new(0.02, 0.06, UsualSupplies) : new(0, 0.1, 0.1);
}

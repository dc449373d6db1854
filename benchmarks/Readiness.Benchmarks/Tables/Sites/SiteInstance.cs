namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>A capacitated facility location instance as its file states it; a customer may be served by several facilities.</summary>
/// <param name="Capacities">What each facility can serve, in units of demand; 0 or more.</param>
/// <param name="FixedCosts">Cost of using each facility at all; 0 or more.</param>
/// <param name="Demands">Demand of each customer; 0 or more.</param>
/// <param name="Costs">Cost of serving the whole demand of customer i from facility j, at i × facilities + j; 0 or more.</param>
internal sealed record SiteInstance(double[] Capacities, double[] FixedCosts, double[] Demands, double[] Costs)
{
    /// <summary>Number of facilities.</summary>
    public int Facilities => Capacities.Length;

    /// <summary>Number of customers.</summary>
    public int Customers => Demands.Length;

    /// <summary>Cost of serving the whole demand of a customer from a facility.</summary>
    public double Cost(int facility, int customer) => Costs[(customer * Facilities) + facility];
}

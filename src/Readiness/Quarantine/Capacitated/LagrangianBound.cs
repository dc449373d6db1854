using Readiness.Quarantine.Capacitated.Cuts;

namespace Readiness.Quarantine.Capacitated;

/// <summary>The lower bound that prices of the demand, and of cuts, give; with it, what they settle about sites.</summary>
/// <remarks>An instance serves one thread.</remarks>
internal sealed class LagrangianBound(CapacitatedLocation location)
{
    private readonly SitePricing pricing = new(location);
    private readonly OpeningMaster master = new(location);
    private double constant;

    /// <summary>Cuts whose prices count; null if there are none.</summary>
    public PricedCuts? Cuts => pricing.Cuts;

    /// <summary>How much of each site the last relaxed solution opens.</summary>
    public double[] Open => master.Open;

    /// <summary>Lets the prices of these cuts count from now on, and no others.</summary>
    public void Charge(PricedCuts? cuts)
    {
        pricing.Charge(cuts);
        constant = cuts?.Constant ?? 0;
    }

    /// <summary>The bound at some prices.</summary>
    /// <param name="prices">Prices per unit, by customer.</param>
    /// <param name="fixing">What is settled about each site.</param>
    public double Value(double[] prices, Fixing[] fixing)
    {
        pricing.Price(prices, fixing);
        double value = constant + master.Solve(pricing.Values, fixing);
        for (int i = 0; i < prices.Length; i++)
        {
            value += prices[i] * location.Demand[i];
        }

        return value;
    }

    /// <summary>Settles the sites that cost too much the other way at the prices that were valued last.</summary>
    /// <param name="prices">Those prices.</param>
    /// <param name="value">Their value.</param>
    /// <param name="fixing">What is settled about each site.</param>
    /// <param name="cutoff">Cost from which on a solution is of no interest.</param>
    /// <param name="steps">Takes down what was settled, unless null.</param>
    /// <returns>Whether all sites are settled.</returns>
    public bool Settle(double[] prices, double value, Fixing[] fixing, double cutoff, List<PriceStep>? steps)
    {
        bool isSettled = true;
        PriceStep? step = null;
        for (int j = 0; j < fixing.Length; j++)
        {
            if (fixing[j] == Fixing.Free && value + master.Penalties[j] >= cutoff)
            {
                fixing[j] = master.Open[j] >= 0.5 ? Fixing.Open : Fixing.Closed;
                if (steps is not null)
                {
                    step ??= new PriceStep((double[])prices.Clone(), Cuts, [], []);
                    (fixing[j] == Fixing.Open ? step.Opened : step.Closed).Add(j);
                }
            }

            isSettled &= fixing[j] != Fixing.Free;
        }

        if (step is not null)
        {
            steps!.Add(step);
        }

        return isSettled;
    }

    /// <summary>Adds what the last relaxed solution serves.</summary>
    /// <param name="prices">The prices that were valued last.</param>
    /// <param name="served">Units served, by customer.</param>
    public void AddServed(double[] prices, double[] served)
    {
        for (int j = 0; j < location.Sites; j++)
        {
            if (master.Open[j] > 0)
            {
                pricing.AddServed(j, master.Open[j], prices, served);
            }
        }
    }

    /// <summary>The customers that bring most to a site at the prices that were valued last, until so many units are reached.</summary>
    public IEnumerable<int> BestCustomers(int site, double[] prices, double units) => pricing.BestCustomers(site, prices, units);
}

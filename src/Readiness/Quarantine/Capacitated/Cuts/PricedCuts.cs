namespace Readiness.Quarantine.Capacitated.Cuts;

/// <summary>Valid inequalities with a price each, part of the cost of the relaxation: what a solution violates one by costs its price per unit.</summary>
/// <param name="Cuts">The inequalities and their prices; above 0.</param>
internal sealed record PricedCuts(IReadOnlyList<(FlowCut Cut, double Price)> Cuts)
{
    /// <summary>What the prices add to all costs.</summary>
    public double Constant => -Cuts.Sum(static c => c.Price * c.Cut.Limit);

    /// <summary>Opening costs with the prices.</summary>
    public double[] FixedCosts(double[] costs)
    {
        double[] priced = (double[])costs.Clone();
        foreach ((FlowCut cut, double price) in Cuts)
        {
            for (int k = 0; k < cut.Sites.Length; k++)
            {
                priced[cut.Sites[k]] += price * cut.SiteWeights[k];
            }
        }

        return priced;
    }

    /// <summary>Adds the prices to costs per unit.</summary>
    /// <param name="costs">Costs of pairs, site by site.</param>
    /// <param name="customers">The pairs' customers, ascending within a site.</param>
    /// <param name="starts">Where each site's pairs begin; one more for the end.</param>
    public void AddTo(double[] costs, int[] customers, int[] starts)
    {
        foreach ((FlowCut cut, double price) in Cuts)
        {
            for (int k = 0; k < cut.Sites.Length; k++)
            {
                int first = starts[cut.Sites[k]];
                int length = starts[cut.Sites[k] + 1] - first;
                foreach (int customer in cut.Served[k])
                {
                    int pair = Array.BinarySearch(customers, first, length, customer);
                    if (pair >= 0)
                    {
                        costs[pair] += price;
                    }
                }
            }
        }
    }
}

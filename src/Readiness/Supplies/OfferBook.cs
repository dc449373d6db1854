namespace Readiness.Supplies;

/// <summary>The offers of a problem, and what budgets leave for them.</summary>
internal sealed class OfferBook
{
    // Sums of prices are compared with budgets up to rounding.
    private const double Tolerance = 1e-9;

    private readonly AllocationProblem problem;
    private readonly int[][] budgetsOf;

    public OfferBook(AllocationProblem problem)
    {
        this.problem = problem;
        budgetsOf = [.. problem.Offers.Select(offer => Enumerable.Range(0, problem.Budgets.Length).Where(b => problem.Budgets[b].Covers(offer)).ToArray())];
        Most = [.. problem.Offers.Select((offer, o) => offer.AvailableDay < problem.Days ? Math.Min(offer.MostLots, Affordable(o, _ => 0)) : 0)];
        Node = new int[problem.Offers.Length];
        Array.Fill(Node, -1);
    }

    /// <summary>Number of offers.</summary>
    public int Count => problem.Offers.Length;

    /// <summary>Most lots of each offer that its budgets and the horizon allow.</summary>
    public long[] Most { get; }

    /// <summary>Node at which each offer comes in, or -1 if it can never be bought.</summary>
    public int[] Node { get; }

    /// <summary>An offer.</summary>
    public SupplyOffer this[int offer] => problem.Offers[offer];

    /// <summary>Units of all lots of an offer.</summary>
    public long MostUnits(int offer) => Most[offer] * problem.Offers[offer].UnitsPerLot;

    /// <summary>Further lots that can be bought when some are.</summary>
    public long Room(int offer, long[] lots) => Math.Min(Most[offer] - lots[offer], Affordable(offer, o => lots[o]));

    /// <summary>The offers, of positive price, that count against a budget.</summary>
    public IEnumerable<int> CountingFor(int budget) =>
        Enumerable.Range(0, Count).Where(o => problem.Offers[o].PricePerLot > 0 && Array.IndexOf(budgetsOf[o], budget) >= 0);

    private long Affordable(int offer, Func<int, long> lots)
    {
        double price = problem.Offers[offer].PricePerLot;
        double affordable = long.MaxValue / 2;
        foreach (int budget in price > 0 ? budgetsOf[offer] : [])
        {
            double amount = problem.Budgets[budget].Amount;
            double spent = CountingFor(budget).Sum(o => lots(o) * problem.Offers[o].PricePerLot);
            affordable = Math.Min(affordable, Math.Floor((amount - spent + (Tolerance * Math.Max(1, amount))) / price));
        }

        return Math.Max(0, (long)affordable);
    }
}

namespace Readiness.Staffing;

/// <summary>How many heads may be missing or surplus at each entry. Immutable.</summary>
internal sealed class CoverBounds
{
    private readonly double[] leastMissing;
    private readonly double[] mostMissing;
    private readonly double[] leastSurplus;
    private readonly double[] mostSurplus;
    private readonly double[] leastOfGroup;
    private readonly double[] mostOfGroup;
    private readonly ScalarCosts scalar;
    private readonly ColumnScope scope;

    /// <summary>What the problem itself allows, as far as it is open.</summary>
    public CoverBounds(RosterModel model, ScalarCosts scalar, ColumnScope scope)
    {
        this.scalar = scalar;
        this.scope = scope;
        leastMissing = new double[model.Cover.Length];
        leastSurplus = new double[model.Cover.Length];
        mostMissing = [.. scope.Heads.Select(h => (double)Math.Max(0, h))];
        Groups = new CoverGroups(model, scope);
        leastOfGroup = new double[Groups.Count];
        mostSurplus = [.. model.Cover.Select((c, e) => double.IsFinite(scalar.Over[e]) ? (double)Math.Max(0, MostWorking(c) - scope.Heads[e]) : 0)];
        mostOfGroup = [.. Groups.Entries.Select((of, g) => of.Sum(e => Groups.IsSurplus(g) ? mostSurplus[e] : mostMissing[e]))];
        int MostWorking(CoverRequirement cover) => Math.Min(scope.People.Length, model.PeopleByTask[cover.Task].Length);
    }

    private CoverBounds(CoverBounds other)
    {
        scalar = other.scalar;
        scope = other.scope;
        leastMissing = [.. other.leastMissing];
        mostMissing = [.. other.mostMissing];
        leastSurplus = [.. other.leastSurplus];
        mostSurplus = [.. other.mostSurplus];
        Groups = other.Groups;
        leastOfGroup = [.. other.leastOfGroup];
        mostOfGroup = [.. other.mostOfGroup];
    }

    /// <summary>Limits of the missing heads of an entry.</summary>
    public (double Least, double Most) Missing(int entry) => (leastMissing[entry], mostMissing[entry]);

    /// <summary>Limits of the surplus heads of an entry.</summary>
    public (double Least, double Most) Surplus(int entry) => (leastSurplus[entry], mostSurplus[entry]);

    /// <summary>Sums of heads with limits of their own.</summary>
    public CoverGroups Groups { get; }

    /// <summary>Limits of a sum.</summary>
    public (double Least, double Most) Sum(int group) => (leastOfGroup[group], mostOfGroup[group]);

    /// <summary>The same with other limits for a sum.</summary>
    public CoverBounds WithSum(int group, double least, double most)
    {
        var changed = new CoverBounds(this);
        changed.leastOfGroup[group] = least;
        changed.mostOfGroup[group] = most;
        return changed;
    }

    /// <summary>The same with other limits for the missing, or the surplus, heads of an entry.</summary>
    public CoverBounds With(int entry, bool surplus, double least, double most)
    {
        var changed = new CoverBounds(this);
        (surplus ? changed.leastSurplus : changed.leastMissing)[entry] = least;
        (surplus ? changed.mostSurplus : changed.mostMissing)[entry] = most;
        return changed;
    }

    /// <summary>What the cover contributes to the Lagrangian: wanted heads at their prices, and the cheapest missing and surplus heads and sums.</summary>
    /// <param name="prices">Price of a head on each entry.</param>
    /// <param name="sumPrices">Price of a head in each sum; empty for none.</param>
    public double LagrangianPart(ReadOnlySpan<double> prices, ReadOnlySpan<double> sumPrices)
    {
        double total = 0;
        for (int e = scope.FirstEntry; e < scope.EndEntry; e++)
        {
            double missing = scalar.Under[e] - prices[e] - Earned(Groups.OfMissing[e], sumPrices);
            total += (prices[e] * scope.Heads[e]) + (missing * (missing > 0 ? leastMissing[e] : mostMissing[e]));
            if (mostSurplus[e] > 0)
            {
                double surplus = scalar.Over[e] + prices[e] - Earned(Groups.OfSurplus[e], sumPrices);
                total += surplus * (surplus > 0 ? leastSurplus[e] : mostSurplus[e]);
            }
        }

        for (int g = 0; g < sumPrices.Length; g++)
        {
            total += sumPrices[g] * (sumPrices[g] > 0 ? leastOfGroup[g] : mostOfGroup[g]);
        }

        return total;
    }

    private static double Earned(int[] groups, ReadOnlySpan<double> sumPrices)
    {
        double earned = 0;
        foreach (int g in sumPrices.IsEmpty ? [] : groups)
        {
            earned += sumPrices[g];
        }

        return earned;
    }
}

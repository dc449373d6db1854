using Readiness.Solving;

namespace Readiness.Staffing;

/// <summary>
/// A linear relaxation of a roster over a range of days, for bounds: identical people are one group, and only limits that the sums over a
/// group must keep are asked for.
/// </summary>
/// <remarks>
/// Columns: heads of a group on an entry, missing and surplus heads, missing joint teams, overtime of a group in a week, weekends worked.
/// Rows: cover; one assignment a day; minutes of seven days; days in any (most consecutive days + 1) and any (closed loop + isolation);
/// overtime; minutes of a week in protective clothing; lent minutes; and where the range is the whole horizon total minutes, shifts of a type and weekends. Every row is implied by the
/// rules, so the optimum is a bound.
/// </remarks>
internal sealed class CoverRelaxation : IDisposable
{
    // Beyond so many the simplex method needs several times as long from nothing.
    private const int MostSimplexColumns = 20_000;

    // Half a second at 100,000 columns, measured on a quiet core, and twice that for a busy one.
    private static readonly TimeSpan ReductionsPerColumn = TimeSpan.FromMicroseconds(10);

    private readonly List<(int Column, int Level, double Weight)> costs;
    private readonly double[] constants;
    private readonly HighsSolver solver;
    private readonly int[] columns;
    private readonly double[] prices;
    private bool hasBegun;

    /// <summary>Builds the relaxation.</summary>
    public CoverRelaxation(CoverRelaxationBuilder built, int levels)
    {
        costs = built.Costs;
        constants = new double[levels];
        built.Constants.CopyTo(constants, 0);
        solver = new HighsSolver(built.Rows.Model)
        {
            Strategy = SimplexStrategy.Dual,
            Method = built.Rows.Model.ColumnCount > MostSimplexColumns ? LpMethod.InteriorPoint : LpMethod.Simplex,
        };
        columns = [.. Enumerable.Range(0, solver.ColumnCount)];
        prices = new double[solver.ColumnCount];
    }

    /// <summary>About how long the next solve may run before it can be stopped: the reductions of the first one cannot be interrupted.</summary>
    public TimeSpan TimeToBegin => hasBegun ? TimeSpan.Zero : solver.ColumnCount * ReductionsPerColumn;

    /// <summary>The least value of the weighted sum of levels, or a bound on it.</summary>
    /// <param name="levelPrices">Price of each level; 0 or more.</param>
    /// <param name="limit">Time.</param>
    /// <param name="cancellationToken">Ends the solve with the bound so far.</param>
    public double Minimum(ReadOnlySpan<double> levelPrices, TimeSpan limit, CancellationToken cancellationToken)
    {
        Array.Clear(prices);
        foreach ((int column, int level, double weight) in costs)
        {
            prices[column] += levelPrices[level] * weight;
        }

        double constant = 0;
        for (int level = 0; level < constants.Length; level++)
        {
            constant += levelPrices[level] * constants[level];
        }

        solver.ChangeColumnCosts(columns, prices);
        solver.Limits = SolveLimits.None with { Time = limit };
        SolveOutcome outcome = solver.Solve(cancellationToken);
        hasBegun = true;

        // Once there is a basis only costs change, for which the primal simplex method stays feasible.
        solver.Method = LpMethod.Simplex;
        solver.Strategy = SimplexStrategy.Primal;
        return outcome.Bound + constant;
    }

    /// <inheritdoc/>
    public void Dispose() => solver.Dispose();
}

using System.Diagnostics;
using Readiness.Solving;

namespace Readiness.Tests.Solving;

public sealed class StoppingTests
{
    // A loaded machine delays timers and threads alike; the usual reaction is a few milliseconds.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(2);

    public static TheoryData<string> Models => ["integer", "simplex", "interior point"];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_cancelled_solve_ends_quickly(string kind)
    {
        using HighsSolver solver = Create(kind, new SolveLimits());
        using var source = new CancellationTokenSource();
        using var timer = new Timer(_ => source.Cancel(), null, 100, Timeout.Infinite);
        long started = Stopwatch.GetTimestamp();

        SolveOutcome outcome = solver.Solve(source.Token);

        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
        TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: {elapsed.TotalMilliseconds:F0} ms");
        Assert.Equal(SolveStatus.Cancelled, outcome.Status);
        Assert.InRange(elapsed, TimeSpan.FromMilliseconds(80), Generous);
    }

    [Fact]
    public void A_token_cancelled_beforehand_prevents_the_solve()
    {
        using HighsSolver solver = Create("integer", new SolveLimits());

        SolveOutcome outcome = solver.Solve(new CancellationToken(canceled: true));

        Assert.Equal(SolveStatus.Cancelled, outcome.Status);
        Assert.False(outcome.HasSolution);
        Assert.Equal(double.NegativeInfinity, outcome.Bound);
    }

    [Fact]
    public void A_simplex_solve_keeps_to_its_time_limit()
    {
        var limit = TimeSpan.FromMilliseconds(50);
        using HighsSolver solver = Create("simplex", new SolveLimits { Time = limit });
        long started = Stopwatch.GetTimestamp();

        SolveOutcome outcome = solver.Solve(TestContext.Current.CancellationToken);

        Assert.Equal(SolveStatus.TimeLimit, outcome.Status);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromMilliseconds(40), limit + Generous);
    }

    // The simplex method is left out here: it goes on from where it was stopped and finishes.
    [Theory]
    [InlineData("integer")]
    [InlineData("interior point")]
    public void Every_solve_of_one_instance_gets_the_whole_time_limit(string kind)
    {
        var limit = TimeSpan.FromMilliseconds(300);
        using HighsSolver solver = Create(kind, new SolveLimits { Time = limit });
        for (int run = 0; run < 3; run++)
        {
            long started = Stopwatch.GetTimestamp();
            SolveOutcome outcome = solver.Solve(TestContext.Current.CancellationToken);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: {elapsed.TotalMilliseconds:F0} ms, bound {outcome.Bound}");

            Assert.Equal(SolveStatus.TimeLimit, outcome.Status);
            Assert.InRange(elapsed, TimeSpan.FromMilliseconds(250), limit + Generous);
        }
    }

    [Fact]
    public void An_interior_point_solve_whose_time_is_spent_in_presolve_still_stops()
    {
        var limit = TimeSpan.FromMilliseconds(30);
        using HighsSolver solver = Create("interior point", new SolveLimits { Time = limit });
        long started = Stopwatch.GetTimestamp();

        SolveOutcome outcome = solver.Solve(TestContext.Current.CancellationToken);

        Assert.Equal(SolveStatus.TimeLimit, outcome.Status);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, limit + Generous);
    }

    [Fact]
    public void An_integer_solve_stopped_without_incumbent_has_no_solution()
    {
        using HighsSolver solver = Create("integer", new SolveLimits { Time = TimeSpan.Zero });

        SolveOutcome outcome = solver.Solve(TestContext.Current.CancellationToken);

        Assert.Equal(SolveStatus.TimeLimit, outcome.Status);
        Assert.False(outcome.HasSolution);
        Assert.Empty(outcome.ColumnValues);
        Assert.True(double.IsNaN(outcome.Objective));
    }

    [Theory]
    [InlineData(LpMethod.Simplex, SimplexStrategy.Dual)]
    [InlineData(LpMethod.Simplex, SimplexStrategy.Primal)]
    [InlineData(LpMethod.InteriorPoint, SimplexStrategy.Dual)]
    internal void The_bound_of_an_interrupted_solve_is_valid(LpMethod method, SimplexStrategy strategy)
    {
        LinearModelBuilder model = Hard.Transport(40, 40, 4);
        using var full = new HighsSolver(model);
        double optimum = full.Solve(TestContext.Current.CancellationToken).Objective;

        using var solver = new HighsSolver(model) { Method = method, Strategy = strategy };
        double best = double.NegativeInfinity;
        for (int iterations = 1; iterations < 200; iterations += method == LpMethod.Simplex ? 20 : 2)
        {
            solver.Limits = new SolveLimits { Iterations = iterations };
            SolveOutcome outcome = solver.Solve(TestContext.Current.CancellationToken);
            if (outcome.Status != SolveStatus.WorkLimit)
            {
                break;
            }

            AssertReducedCostsMatchDuals(model, outcome);
            Assert.True(outcome.Bound <= optimum + 1e-6, $"{outcome.Bound} exceeds {optimum}");
            best = Math.Max(best, outcome.Bound);
            if (outcome.HasSolution)
            {
                Assert.True(outcome.Objective >= optimum - 1e-6);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{method}, {strategy}: best bound {best} of {optimum}");
    }

    // The bound is only as good as this identity, which must hold at every point where a solve may be cut off.
    private static void AssertReducedCostsMatchDuals(LinearModelBuilder model, SolveOutcome outcome)
    {
        if (outcome.RowDuals.Length == 0)
        {
            return;
        }

        double[] reduced = model.ColumnCosts.ToArray();
        for (int i = 0; i < model.RowCount; i++)
        {
            int end = i + 1 < model.RowCount ? model.RowStarts[i + 1] : model.EntryCount;
            for (int k = model.RowStarts[i]; k < end; k++)
            {
                reduced[model.EntryColumns[k]] -= outcome.RowDuals[i] * model.EntryValues[k];
            }
        }

        for (int j = 0; j < reduced.Length; j++)
        {
            Assert.Equal(reduced[j], outcome.ReducedCosts[j], 1e-6 * (1 + Math.Abs(reduced[j])));
        }
    }

    private static HighsSolver Create(string kind, SolveLimits limits) => kind switch
    {
        "integer" => new HighsSolver(Hard.MarketSplit(6, 50, 1), limits),
        "simplex" => new HighsSolver(Hard.Transport(800, 800, 2), limits) { Method = LpMethod.Simplex, Presolve = false },
        _ => new HighsSolver(Hard.Transport(400, 400, 2), limits) { Method = LpMethod.InteriorPoint },
    };
}

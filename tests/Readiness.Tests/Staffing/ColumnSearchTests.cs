using Readiness.Staffing;

namespace Readiness.Tests.Staffing;

/// <summary>Bounds and rosters of the column methods on problems whose optimum is known by trying everything.</summary>
public sealed class ColumnSearchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Bound_optimum_and_roster_stand_in_this_order()
    {
        int compared = 0;
        int proved = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            RosterProblem problem = StretchRosters.Tiny(seed);
            problem = seed % 2 == 0 ? problem : TinyRosters.Publish(problem, seed);
            if (RosterEnumeration.TryRun(problem, 20_000)?.Best is not [double optimum])
            {
                continue;
            }

            using var run = new RosterRun(new RosterModel(problem), new RosterOptions { WorkLimit = 2000, Threads = 1 }, null, Token);
            var search = new RuinAndRecreate(run.Model, seed);
            if (!HasRoster(run, search))
            {
                continue;
            }

            Assert.IsType<ColumnSearch>(ColumnSearch.TryCreate(run)).Run(Token);
            double bound = run.Bounds[0];
            double objective = run.Objective!.Value[0];
            Assert.True(bound <= optimum + 1e-6 && optimum <= objective + 1e-6, $"seed {seed}: {bound} {optimum} {objective}");
            compared++;
            proved += run.IsSolved ? 1 : 0;
        }

        Assert.True(compared > 100 && proved > 0.9 * compared, $"{compared} compared, {proved} proved");
    }

    [Fact]
    public void Prices_and_columns_bound_the_linear_relaxation_from_below_and_meet_it()
    {
        int compared = 0;
        for (int seed = 1000; seed < 1100; seed++)
        {
            RosterProblem problem = StretchRosters.Tiny(seed);
            problem = seed % 2 == 0 ? problem : TinyRosters.Publish(problem, seed);
            var model = new RosterModel(problem);
            using var run = new RosterRun(model, new RosterOptions(), null, Token);
            var search = new RuinAndRecreate(model, seed);
            if (!HasRoster(run, search) || run.IsSolved)
            {
                continue;
            }

            var scalar = new ScalarCosts(model, [1]);
            var pricing = new ColumnPricing(model, scalar);
            var limits = new ColumnLimits(run, TimeSpan.FromMinutes(1), Token);
            double relaxation = EverySchedule(model, scalar, pricing, limits);

            var volume = new VolumeAlgorithm(model, scalar, pricing);
            volume.Start(run.Best!.Value.EntryOf, new Random(seed), () => false);
            volume.Run(() => run.Objective!.Value[0], () => volume.Iterations == 60, () => false);
            Assert.True(volume.Bound <= relaxation + 1e-6, $"seed {seed}: {volume.Bound} > {relaxation}");

            using var master = new ColumnMaster(model, scalar, ColumnScope.Whole(model));
            var generation = new ColumnGeneration(model, master, pricing);
            Assert.True(generation.Run(null, 1000, limits, (_, _) => false), $"seed {seed}");
            Assert.True(generation.HasConverged);
            Assert.Equal(relaxation, master.Objective, 5);
            Assert.True(generation.Bound <= relaxation + 1e-5);
            compared++;
        }

        Assert.True(compared > 40, $"{compared} compared");
    }

    [Fact]
    public void The_same_seed_and_work_limit_give_the_same_roster()
    {
        var options = new RosterOptions { WorkLimit = 2000, Threads = 1, Seed = 7 };
        for (int seed = 0; seed < 5; seed++)
        {
            RosterProblem problem = StretchRosters.Ward(seed, 14, 28);
            Roster one = new RosterPlanner().Plan(problem, options, cancellationToken: Token);
            Roster two = new RosterPlanner().Plan(problem, options, cancellationToken: Token);

            Assert.Empty(new RosterAuditor().Audit(problem, one));
            Assert.Equal(one.Assignments, two.Assignments);
            Assert.Equal(one.Proof.Levels, two.Proof.Levels);
        }
    }

    [Fact]
    public void A_stop_ends_the_work_on_columns_with_the_roster_so_far()
    {
        RosterProblem problem = StretchRosters.Ward(3, 14, 28);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        stop.CancelAfter(TimeSpan.FromMilliseconds(300));
        Roster roster = new RosterPlanner().Plan(problem, new RosterOptions { TimeLimit = TimeSpan.FromMinutes(5) }, cancellationToken: stop.Token);

        Assert.Empty(new RosterAuditor().Audit(problem, roster));
        Assert.Single(roster.Proof.Levels);
        Assert.True(roster.Proof.Termination is Termination.Stopped or Termination.Optimal);
    }

    private static bool HasRoster(RosterRun run, RuinAndRecreate search)
    {
        if (search.Construct(run, []) && run.Version == 0)
        {
            search.Improve(run, 100, TimeSpan.FromMinutes(1));
        }

        return run.Version > 0;
    }

    // The master programme over all schedules there are.
    private static double EverySchedule(RosterModel model, ScalarCosts scalar, ColumnPricing pricing, ColumnLimits limits)
    {
        using var master = new ColumnMaster(model, scalar, ColumnScope.Whole(model));
        master.Add(new ScheduleCatalogue(model, pricing).All);
        Assert.True(master.Solve(limits.Remaining, Token));
        return master.Objective;
    }
}

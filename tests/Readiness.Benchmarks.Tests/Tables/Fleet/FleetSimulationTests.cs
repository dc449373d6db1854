using Readiness.Benchmarks.Tables.Fleet;

namespace Readiness.Benchmarks.Tests.Tables.Fleet;

public sealed class FleetSimulationTests
{
    [Fact]
    public void One_worker_does_one_thing_after_the_other()
    {
        FleetResult result = new FleetSimulation(Demands(claim: 0.25, store: 0.5), 1, 2, 1, varies: false).Run(100);

        Assert.Equal(275, result.Seconds, 1e-9);
        Assert.Equal(200 / 275.0, result.Solving, 1e-9);
        Assert.Equal(75 / 275.0, result.Busy, 1e-9);
        Assert.Equal(0, result.MeanWait);
    }

    [Fact]
    public void A_database_that_takes_no_time_leaves_the_workers_alone() =>
        Assert.Equal(new FleetResult(15 * 4, 0, 100 / 105.0, 0), new FleetSimulation(Demands(0, 0), 7, 4, 1, varies: false).Run(100));

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Without_solves_the_database_is_all_there_is(int workers)
    {
        FleetResult result = new FleetSimulation(Demands(0.25, 0.5), workers, 0, 1).Run(1000);
        Assert.Equal(750, result.Seconds, 1e-6);
        Assert.Equal(1, result.Busy, 1e-6);
    }

    [Theory]
    [InlineData(18)]
    [InlineData(90)]
    public void More_workers_than_the_database_can_serve_wait_and_get_no_more_done(int workers)
    {
        // At most four jobs a second, for which nine workers would do. By the response time law all others' time is waiting.
        FleetResult result = new FleetSimulation(Demands(0.125, 0.125), workers, 2, 1, varies: false).Run(10_000);
        Assert.Equal(2500, result.Seconds, 10.0);
        Assert.Equal(1, result.Busy, 0.01);
        Assert.Equal(((workers / 4.0) - 2.25) / 2, result.MeanWait, 0.02 * workers);
    }

    [Fact]
    public void Many_independent_workers_wait_as_at_a_queue_with_random_arrivals_and_equal_service()
    {
        // Stores find M/D/1 with half of the database used, and wait for load x service / (2 x (1 - load)). The claim of the same worker takes no time, but stands behind
        // what a store leaves behind, on average load + load x load / (2 x (1 - load)) others.
        const double Service = 0.002;
        FleetResult result = new FleetSimulation(Demands(0, Service), 2000, 8, 1).Run(400_000);
        Assert.Equal(0.5, result.Busy, 0.01);
        Assert.Equal((0.5 * Service + 0.75 * Service) / 2, result.MeanWait, 0.05 * Service);
    }

    [Fact]
    public void What_the_database_does_for_running_solves_slows_claims_and_stores()
    {
        // One solve keeps it busy for a fifth of the time, so that a store, after it, is as quick as ever, and a claim, before it, too.
        StoreDemands demands = new(0, 0.25, 0.05, 0, 0, 0.5);
        Assert.Equal(0.2, demands.WhileRunning, 1e-12);
        Assert.Equal(275, new FleetSimulation(demands, 1, 2, 1, varies: false).Run(100).Seconds, 1e-9);
        Assert.Equal((0.5 + 0.2 * 2) / 2.5, new FleetSimulation(demands with { Claim = 0 }, 1, 2, 1, varies: false).Run(100).Busy, 1e-9);
        double alone = new FleetSimulation(demands with { Poll = 0 }, 4, 2, 1, varies: false).Run(1000).Seconds;
        Assert.True(new FleetSimulation(demands, 4, 2, 1, varies: false).Run(1000).Seconds > alone);
        Assert.Equal(2.0, demands.WorkersAt(0.8, 3.75), 1e-9);

        // Even where polls alone are more than the database can do, everybody gets a turn.
        Assert.InRange(new FleetSimulation(demands, 100, 2, 1, varies: false).Run(1000).Seconds, 750, 10_000);
    }

    [Fact]
    public void Equal_seeds_give_equal_fleets() => Assert.Equal(
        new FleetSimulation(Demands(0.01, 0.02), 50, 3, 7).Run(5000), new FleetSimulation(Demands(0.01, 0.02), 50, 3, 7).Run(5000));

    private static StoreDemands Demands(double claim, double store) => new(0, claim, 0, 0, 0, store);
}

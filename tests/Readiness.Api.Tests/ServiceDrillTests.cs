using Readiness.Api.Tests.Storage;

namespace Readiness.Api.Tests;

/// <summary>Several processes of the service, killed at random.</summary>
/// <remarks>
/// The long runs are left out of a usual one: <c>dotnet run --project tests/Readiness.Api.Tests -- --explicit only --filter-class "*ServiceDrillTests"
/// --show-live-output on</c> has 200 scenarios and 20 kills on each store, and prints what happened.
/// </remarks>
public sealed class ServiceDrillTests(PostgresCluster cluster)
{
    private const int Scenarios = 8;
    private const int Rounds = 3;

    [Fact]
    public async Task Every_accepted_scenario_has_one_right_result_though_processes_that_share_a_file_are_killed()
    {
        using TemporaryFolder folder = new();
        await RunAsync(folder.File("store.db"), Scenarios, Rounds);
    }

    [Fact]
    public async Task Every_accepted_scenario_has_one_right_result_though_processes_that_share_a_server_are_killed() =>
        await RunAsync(await cluster.CreateDatabaseAsync(), Scenarios, Rounds);

    [Fact(Explicit = true)]
    public async Task Two_hundred_scenarios_survive_twenty_kills_on_a_file()
    {
        using TemporaryFolder folder = new();
        await RunAsync(folder.File("store.db"), 200, 20);
    }

    [Fact(Explicit = true)]
    public async Task Two_hundred_scenarios_survive_twenty_kills_on_a_server() => await RunAsync(await cluster.CreateDatabaseAsync(), 200, 20);

    private static async Task RunAsync(string database, int scenarios, int rounds)
    {
        await using ServiceDrill drill = new(database, scenarios, rounds);
        await drill.RunAsync();
        TestContext.Current.TestOutputHelper!.WriteLine(drill.Summary);
    }
}

using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Dapper;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Districts;
using Readiness.Plans;
using Readiness.Scenarios;

namespace Readiness.Api.Tests;

/// <summary>
/// One process that answers and two that solve share a store, while clients post scenarios and a random process is killed and started again, again and again. In the end every
/// scenario must have one result: the one that an undisturbed solve has.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="scenarios">Scenarios that are posted, evenly over the rounds.</param>
/// <param name="rounds">How often a process is killed.</param>
internal sealed class ServiceDrill(string database, int scenarios, int rounds) : IAsyncDisposable
{
    private const int Seed = 1;
    private const int Clients = 3;

    private static readonly string[] Roles = ["api", "worker", "worker"];

    private static readonly SolveSettings Settings = new(3600, Seed, 1, 1);

    /// <summary>Changes of the scenarios, in turns: few, since each is solved in the test, too.</summary>
    private static readonly double[] Factors = [1.5, 2, 3];

    private readonly Database store = Database.Of(database);
    private readonly ServiceProcess[] processes = new ServiceProcess[Roles.Length];
    private readonly List<ServiceProcess> killed = [];
    private readonly int[] kills = new int[Roles.Length];
    private readonly Random random = new(Seed);
    private int round;
    private int repeated;

    /// <summary>What happened, for the figures of the documentation.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Runs the drill and checks what came of it.</summary>
    public async Task RunAsync()
    {
        for (int i = 0; i < processes.Length; i++)
        {
            await StartAsync(i);
        }

        long begun = TimeProvider.System.GetTimestamp();
        await TinyDistrict.AddToAsync(processes[0].Client);
        string[] ids = new string[scenarios];
        Task[] posts = [.. Enumerable.Range(0, Clients).Select(client => Task.Run(() => PostAllAsync(client, ids), JsonHttp.Token))];
        for (; round < rounds; Volatile.Write(ref round, round + 1))
        {
            // In the middle of a solve, at a moment that nothing in the service is prepared for.
            await UntilAsync(async () => await CountAsync("state = 'running'") > 0);
            await Task.Delay(random.Next(200, 2500), JsonHttp.Token);
            await KillAsync(random.Next(processes.Length));
        }

        await Task.WhenAll(posts);
        await UntilAsync(async () => await CountAsync("state IN ('queued', 'running')") == 0);
        double seconds = TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
        await CheckResultsAsync(ids);
        await CheckStoreAsync();
        long attempts = await QueryAsync("SELECT SUM(attempt) FROM scenarios");
        Summary = FormattableString.Invariant(
            $"{scenarios} scenarios, {kills.Sum()} kills ({kills[0]} of the API), {attempts} attempts, {repeated} posts repeated, {seconds:0} s");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProcess process in killed.Concat(processes.Where(process => process is not null)))
        {
            await process.DisposeAsync();
        }

        if (store is IAsyncDisposable server)
        {
            await server.DisposeAsync();
        }
    }

    private async Task StartAsync(int which) => processes[which] = await ServiceProcess.StartAsync(
        "--database", database, "--role", Roles[which], "--Readiness:LeaseSeconds", "2", "--Readiness:MostLostWorkers", "100", "--Readiness:QueueCapacity", "100000");

    private async Task KillAsync(int which)
    {
        ServiceProcess process = processes[which];
        await process.KillAsync();
        killed.Add(process);
        kills[which]++;
        await StartAsync(which);
    }

    private async Task PostAllAsync(int client, string[] ids)
    {
        Random pause = new(client);
        for (int i = client; i < scenarios; i += Clients)
        {
            // Every round has its share, so that there is always something to lose; clients come when they like.
            int mine = i * rounds / scenarios;
            await UntilAsync(() => Task.FromResult(Volatile.Read(ref round) >= mine));
            await Task.Delay(pause.Next(0, 1500), JsonHttp.Token);
            ids[i] = await PostAsync(i);
        }
    }

    /// <summary>Sends a request until there is an answer; the key makes it one request.</summary>
    private async Task<string> PostAsync(int number)
    {
        string body = $$"""
            {
              "baseline": "{{TinyDistrict.Id}}", "name": "n{{number}}", "changes": [{ "type": "scaleCases", "factor": {{FactorOf(number)}} }],
              "options": { "timeLimitSeconds": {{Settings.TimeLimitSeconds}}, "seed": {{Settings.Seed}}, "threads": {{Settings.Threads}}, "workLimit": {{Settings.WorkLimit}} }
            }
            """;
        while (true)
        {
            try
            {
                using HttpResponseMessage response = await processes[0].Client.SendAsync(HttpMethod.Post, "/v1/scenarios", "Idempotency-Key", $"k{number}", body);
                if (response.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK)
                {
                    return (await response.JsonAsync()).GetProperty("id").GetString()!;
                }

                // The process that was killed had begun the request, and its successor waits for a sign of life.
                Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
            }
            catch (HttpRequestException)
            {
                // Nobody listens until it is started again.
            }

            Interlocked.Increment(ref repeated);
            await Task.Delay(100, JsonHttp.Token);
        }
    }

    private async Task CheckResultsAsync(string[] ids)
    {
        Assert.Equal(scenarios, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(scenarios, await QueryAsync("SELECT COUNT(*) FROM scenarios"));
        HttpClient client = processes[0].Client;
        Dictionary<string, LevelProof[]> undisturbed = Factors.ToDictionary(
            FactorText, factor => ScenarioRunner.Run(TinyDistrict.District, new Scenario("x", [new ScaleCases(factor)]), Settings.ToPlannerOptions()).Proof.Levels.ToArray());
        for (int i = 0; i < scenarios; i++)
        {
            JsonElement done = await client.GetJsonAsync($"/v1/scenarios/{ids[i]}");
            Assert.Equal(("completed", $"n{i}"), (done.State(), done.GetProperty("name").GetString()));
            Assert.True(done.GetProperty("audit").GetProperty("passed").GetBoolean());
            Assert.NotEmpty(done.GetProperty("comparison").EnumerateObject());
            Assert.Equal(
                undisturbed[FactorOf(i)].Select(level => (level.Level, level.Objective)),
                done.GetProperty("proof").GetProperty("levels").EnumerateArray().Select(level => (level.GetProperty("level").GetString()!, level.GetProperty("objective").GetDouble())));
            string events = await client.GetStringAsync($"/v1/scenarios/{ids[i]}/events", JsonHttp.Token);
            Assert.Equal(2, events.Split("\"state\":\"completed\"").Length);
            Assert.Equal(2, events.Split("event: plan").Length);
        }

        // A client that has lost its answer gets the scenario that is there.
        Assert.Equal(ids[0], await PostAsync(0));
        Assert.Equal(ids[^1], await PostAsync(scenarios - 1));
    }

    /// <summary>Nothing is half there, and the database itself finds no damage.</summary>
    private async Task CheckStoreAsync()
    {
        Assert.Equal(scenarios, await QueryAsync("SELECT COUNT(*) FROM plans p JOIN scenarios s ON s.id = p.scenario"));
        Assert.Equal(scenarios, await QueryAsync("SELECT COUNT(*) FROM plans"));
        Assert.Equal(0, await QueryAsync("SELECT COUNT(*) FROM scenario_events e WHERE NOT EXISTS (SELECT 1 FROM scenarios s WHERE s.id = e.scenario)"));
        Assert.Equal(0, await QueryAsync("SELECT COUNT(*) FROM (SELECT scenario FROM scenario_events GROUP BY scenario HAVING COUNT(*) <> MAX(number)) AS broken"));
        await using DbConnection connection = await store.OpenAsync(JsonHttp.Token);
        if (store is SqliteDatabase)
        {
            Assert.Equal(["ok"], await connection.QueryAsync<string>("PRAGMA integrity_check"));
        }
        else if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM pg_available_extensions WHERE name = 'amcheck'") > 0)
        {
            await connection.ExecuteAsync("CREATE EXTENSION amcheck");
            await connection.ExecuteAsync(
                """
                SELECT bt_index_check(i.indexrelid, true) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                WHERE c.relam = (SELECT oid FROM pg_am WHERE amname = 'btree') AND c.relnamespace = 'public'::regnamespace
                """);
        }
    }

    private Task<long> CountAsync(string condition) => QueryAsync($"SELECT COUNT(*) FROM scenarios WHERE {condition}");

    private async Task<long> QueryAsync(string sql)
    {
        await using DbConnection connection = await store.OpenAsync(JsonHttp.Token);
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            await Task.Delay(50, JsonHttp.Token);
        }
    }

    private static string FactorOf(int number) => FactorText(Factors[number % Factors.Length]);

    private static string FactorText(double factor) => factor.ToString("R", CultureInfo.InvariantCulture);
}

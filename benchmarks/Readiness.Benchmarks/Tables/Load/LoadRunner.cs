using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Readiness.Districts;

namespace Readiness.Benchmarks.Tables.Load;

/// <summary>Starts the service and the empty endpoint, sends requests to both in turn, and writes what they took.</summary>
/// <param name="request">What the user wants.</param>
/// <param name="output">Receives the table.</param>
/// <param name="error">Receives what is wrong.</param>
internal sealed class LoadRunner(LoadRequest request, TextWriter output, TextWriter error)
{
    private static readonly TableLayout Layout = new(
        ["requests", "count", "refused", "failed", "p50_ms", "p95_ms", "p99_ms", "longest_ms", "p99_ratio"], ["requests"]);

    /// <summary>Runs.</summary>
    /// <param name="preface">What the Markdown says above the table.</param>
    /// <param name="cancellationToken">Ends the run; nothing is written.</param>
    /// <returns>The exit code: <see cref="TableCommand.AuditFailed"/> if a request failed.</returns>
    public async Task<int> RunAsync(string preface, CancellationToken cancellationToken)
    {
        string store = Path.Combine(Path.GetTempPath(), $"readiness-load-{Guid.NewGuid():N}");
        Directory.CreateDirectory(store);
        try
        {
            using ServerProcess service = await ServerProcess.StartAsync(
                "Readiness.Api.dll", "--urls", "http://127.0.0.1:0", "--database", Path.Combine(store, "store.db"),
                "--Readiness:ConcurrentSolves", Math.Max(1, request.Solves).ToString(CultureInfo.InvariantCulture), "--Readiness:QueueCapacity", "100000");
            using ServerProcess empty = await ServerProcess.StartAsync("Readiness.Benchmarks.dll", EmptyEndpoint.Argument);
            IReadOnlyList<string> reads = await PrepareAsync(service.Address, cancellationToken);
            (LoadTally tally, string memory) = await MeasureAsync(service, empty, reads, cancellationToken);
            Write(preface, tally, memory);
            return tally.Reads.Failed + tally.Posts.Failed > 0 ? TableCommand.AuditFailed : TableCommand.Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine("Stopped; nothing of it is kept.");
            return TableCommand.Stopped;
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    /// <summary>Fills the store with some scenarios and begins the long solves.</summary>
    /// <returns>Paths to read from.</returns>
    private async Task<IReadOnlyList<string>> PrepareAsync(Uri address, CancellationToken cancellationToken)
    {
        using HttpClient client = new() { BaseAddress = address };
        await PostAsync(client, "/v1/baselines", DistrictDocument.Write(TinyBaseline.District), cancellationToken);
        List<string> ids = [];
        for (int i = 0; i < 20; i++)
        {
            ids.Add((await PostAsync(client, "/v1/scenarios", LoadClient.Scenario($"scenario {i}"), cancellationToken)).GetProperty("id").GetString()!);
        }

        for (int i = 0; i < request.Solves; i++)
        {
            // Longer than the clients go on, so that no solve ends before them.
            await PostAsync(
                client,
                "/v1/scenarios",
                FormattableString.Invariant($$"""{ "baseline": "xishan", "name": "long", "options": { "timeLimitSeconds": {{request.Seconds + 60}}, "seed": {{i}}, "threads": 1 } }"""),
                cancellationToken);
        }

        string last = ids[^1];
        while (JsonElement.Parse(await client.GetStringAsync($"/v1/scenarios/{last}", cancellationToken)).GetProperty("state").GetString() is "queued" or "running")
        {
            await Task.Delay(100, cancellationToken);
        }

        return
        [
            "/v1/scenarios?limit=20", "/v1/scenarios?limit=100", "/v1/baselines", $"/v1/baselines/{TinyBaseline.District.Id}",
            .. ids.Take(10).SelectMany(id => (string[])[$"/v1/scenarios/{id}", $"/v1/scenarios/{id}/plan"]), $"/v1/comparisons?scenarios={ids[0]},{ids[1]}",
        ];
    }

    private async Task<(LoadTally Tally, string Memory)> MeasureAsync(
        ServerProcess service, ServerProcess empty, IReadOnlyList<string> reads, CancellationToken cancellationToken)
    {
        LoadClient[] clients = [.. Enumerable.Range(0, request.Clients).Select(number => new LoadClient(number, service.Address, empty.Address, reads))];
        try
        {
            // What is compiled and connected at the first requests is not what clients see later.
            await Task.WhenAll(clients.Select(client => client.RunAsync(new LoadTally(), request.Clients, 2, cancellationToken)));
            LoadTally tally = new();
            TimeSpan before = service.ProcessorTime;
            Task all = Task.WhenAll(clients.Select(client => client.RunAsync(tally, request.Clients, request.Seconds, cancellationToken)));
            List<double> mebibytes = [];
            while (await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(1), cancellationToken)) != all)
            {
                mebibytes.Add(service.Memory / 1048576.0);
            }

            await all;
            int half = mebibytes.Count / 2;
            return (tally, FormattableString.Invariant(
                $"Memory of the service, highest in the first half and in the second: {Highest(mebibytes[..half]):0} and {Highest(mebibytes[half..]):0} MiB; of the empty endpoint {empty.Memory / 1048576.0:0} MiB. ")
                + FormattableString.Invariant($"Processor time of the service: {(service.ProcessorTime - before).TotalSeconds:0} s, solves included."));
        }
        finally
        {
            foreach (LoadClient client in clients)
            {
                client.Dispose();
            }
        }
    }

    private void Write(string preface, LoadTally tally, string memory)
    {
        string summary = FormattableString.Invariant(
            $"{request.Clients} clients with a connection each, {request.Seconds} s, {request.Solves} solves of one thread in the same process meanwhile. ") + memory;
        Directory.CreateDirectory(request.Folder);
        ResultTable table = ResultTable.Open(Path.Combine(request.Folder, "load.csv"), $"{preface}{summary}\n", Layout, resume: false);
        table.Add(Cells("reads", tally.Reads, tally.Empty), Cells("posts", tally.Posts, tally.Empty), Cells("empty endpoint", tally.Empty, tally.Empty));
        output.WriteLine(summary);
        var lines = new ConsoleTable(output, Layout);
        foreach (ImmutableArray<string> row in table.Rows)
        {
            lines.Write(row);
        }
    }

    private static ImmutableArray<string> Cells(string name, Latencies own, Latencies empty) =>
    [
        name,
        own.Count.ToString(CultureInfo.InvariantCulture),
        own.Refused.ToString(CultureInfo.InvariantCulture),
        own.Failed.ToString(CultureInfo.InvariantCulture),
        .. new[] { own.Quantile(0.5), own.Quantile(0.95), own.Quantile(0.99), own.Quantile(1), own.Quantile(0.99) / empty.Quantile(0.99) }
            .Select(figure => figure.ToString("0.00", CultureInfo.InvariantCulture)),
    ];

    private static double Highest(List<double> figures) => figures.Count == 0 ? 0 : figures.Max();

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, string json, CancellationToken cancellationToken)
    {
        using StringContent content = new(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(path, content, cancellationToken);
        string text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Accepted or HttpStatusCode.OK
            ? JsonElement.Parse(text)
            : throw new TableRequestException($"POST {path} was answered {(int)answer.StatusCode}: {text}");
    }
}

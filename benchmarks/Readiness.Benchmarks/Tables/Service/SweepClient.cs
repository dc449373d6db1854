using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Readiness.Benchmarks.Tables.Load;
using Readiness.Districts;

namespace Readiness.Benchmarks.Tables.Service;

/// <summary>Posts sweeps and waits for them.</summary>
/// <param name="address">Where the service listens.</param>
internal sealed class SweepClient(Uri address) : IDisposable
{
    private const int LongestPage = 1000;

    private readonly HttpClient client = new() { BaseAddress = address };

    /// <summary>Has a sweep solved, on a baseline that is new to the service.</summary>
    /// <param name="cells">Number of cells.</param>
    /// <param name="workLimit">Rounds of every solve.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SweepRun> RunAsync(int cells, int workLimit, CancellationToken cancellationToken)
    {
        District district = TinyBaseline.District with { Id = $"tiny-{Guid.NewGuid():N}" };
        await PostAsync("/v1/baselines", DistrictDocument.Write(district), cancellationToken);
        string factors = string.Join(',', Enumerable.Range(0, cells).Select(cell => (1 + ((cell + 1.0) / cells)).ToString("R", CultureInfo.InvariantCulture)));
        string sweep = $$"""
            {
              "baseline": "{{district.Id}}", "name": "scaling", "changes": [{ "type": "scaleCases" }],
              "axes": [{ "name": "cases", "target": "/changes/0/factor", "values": [{{factors}}] }],
              "options": { "timeLimitSeconds": 3600, "seed": 1, "threads": 1, "workLimit": {{workLimit}} }
            }
            """;
        long begun = Stopwatch.GetTimestamp();
        string path = $"/v1/sweeps/{(await PostAsync("/v1/sweeps", sweep, cancellationToken)).GetProperty("id").GetString()}";
        while (!(await GetAsync($"{path}?limit=1", cancellationToken)).GetProperty("states").GetProperty("finished").GetBoolean())
        {
            await Task.Delay(100, cancellationToken);
        }

        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        List<JsonElement> rows = [];
        while (rows.Count < cells)
        {
            rows.AddRange((await GetAsync($"{path}?limit={LongestPage}&after={rows.Count - 1}".Replace("&after=-1", "", StringComparison.Ordinal), cancellationToken))
                .GetProperty("rows").EnumerateArray());
        }

        return new SweepRun(
            seconds,
            rows.Count(row => row.GetProperty("state").GetString() == "completed"),
            [.. rows.Select(row => string.Join(' ', row.GetProperty("levels").EnumerateArray().Select(level => level.GetProperty("objective").GetRawText())))]);
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        JsonElement.Parse(await client.GetStringAsync(path, cancellationToken));

    private async Task<JsonElement> PostAsync(string path, string json, CancellationToken cancellationToken)
    {
        using StringContent content = new(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(path, content, cancellationToken);
        string text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Accepted
            ? JsonElement.Parse(text)
            : throw new TableRequestException($"POST {path} was answered {(int)answer.StatusCode}: {text}");
    }
}

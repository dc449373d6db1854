using System.Diagnostics;
using System.Text;
using Readiness.Districts;

namespace Readiness.Benchmarks.Tables.Load;

/// <summary>One client: a request a second to the service, mostly to read, and between two of them one to the empty endpoint.</summary>
/// <param name="number">Number of the client; decides when in the second it begins and what it asks for.</param>
/// <param name="service">Where the service listens.</param>
/// <param name="empty">Where the empty endpoint listens.</param>
/// <param name="reads">Paths to read from.</param>
internal sealed class LoadClient(int number, Uri service, Uri empty, IReadOnlyList<string> reads) : IDisposable
{
    /// <summary>One of so many requests posts a scenario.</summary>
    private const int OnePostIn = 50;

    private readonly HttpClient client = new(new SocketsHttpHandler());
    private readonly Random random = new(number);

    /// <summary>Sends requests until the time is over. A late answer makes the next request late, never leaves it out.</summary>
    /// <param name="tally">Receives how long they took.</param>
    /// <param name="clients">Number of clients, over which the requests of a second are spread.</param>
    /// <param name="seconds">How many requests.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task RunAsync(LoadTally tally, int clients, int seconds, CancellationToken cancellationToken)
    {
        long begun = Stopwatch.GetTimestamp();
        TimeSpan offset = TimeSpan.FromSeconds((double)number / clients);
        for (int second = 0; second < seconds; second++)
        {
            await UntilAsync(begun, offset + TimeSpan.FromSeconds(second), cancellationToken);
            bool posts = random.Next(OnePostIn) == 0;
            await SendAsync(posts ? tally.Posts : tally.Reads, () => posts ? Post() : new HttpRequestMessage(HttpMethod.Get, new Uri(service, reads[random.Next(reads.Count)])), cancellationToken);
            await UntilAsync(begun, offset + TimeSpan.FromSeconds(second + 0.5), cancellationToken);
            await SendAsync(tally.Empty, () => new HttpRequestMessage(HttpMethod.Get, empty), cancellationToken);
        }
    }

    /// <summary>A scenario of the tiny district.</summary>
    public static string Scenario(string name) => $$"""
        { "baseline": "{{TinyBaseline.District.Id}}", "name": "{{name}}", "changes": [{ "type": "scaleCases", "factor": 2 }], "options": { "timeLimitSeconds": 1, "threads": 1 } }
        """;

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private HttpRequestMessage Post() => new(HttpMethod.Post, new Uri(service, "/v1/scenarios"))
    {
        Content = new StringContent(Scenario($"client {number}"), Encoding.UTF8, "application/json"),
    };

    private async Task SendAsync(Latencies latencies, Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = make();
        long sent = Stopwatch.GetTimestamp();
        int? status = null;
        try
        {
            // Read to the end: an answer is there when its last byte is.
            using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            status = (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            // Counts as failed.
        }

        latencies.Add(Stopwatch.GetElapsedTime(sent), status);
    }

    private static Task UntilAsync(long begun, TimeSpan due, CancellationToken cancellationToken)
    {
        TimeSpan left = due - Stopwatch.GetElapsedTime(begun);
        return left > TimeSpan.Zero ? Task.Delay(left, cancellationToken) : Task.CompletedTask;
    }
}

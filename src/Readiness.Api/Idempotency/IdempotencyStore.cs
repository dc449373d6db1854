using System.Data.Common;
using Dapper;
using Readiness.Api.Storage;

namespace Readiness.Api.Idempotency;

/// <summary>Keeps requests with an <c>Idempotency-Key</c> and their answers.</summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock.</param>
internal sealed class IdempotencyStore(Database database, TimeProvider time)
{
    /// <summary>How long a process that works on a request may be silent before another may take the request up.</summary>
    public static readonly TimeSpan BusyTime = TimeSpan.FromSeconds(10);

    private const string Where = "WHERE route = @route AND key = @key";

    /// <summary>Begins a request, unless somebody else has: then nothing changes.</summary>
    /// <param name="route">Where it is sent to.</param>
    /// <param name="key">Its key.</param>
    /// <param name="fingerprint">Hash of its body.</param>
    /// <returns>Whether this caller is to do it, whether it was begun before, and what is kept of it.</returns>
    public Task<(bool Mine, bool Resumed, IdempotentRequest Request)> BeginAsync(string route, string key, string fingerprint) =>
        database.InTransactionAsync(
            async transaction =>
            {
                DateTimeOffset now = time.GetUtcNow();
                var values = new
                {
                    route,
                    key,
                    fingerprint,
                    resource = Guid.CreateVersion7(now).ToString("N"),
                    now = Database.Text(now),
                    busy = Database.Text(now + BusyTime),
                };
                DbConnection connection = transaction.Connection!;
                bool first = await connection.ExecuteAsync(
                    """
                    INSERT INTO idempotent_requests (route, key, fingerprint, resource, created, busy_until)
                    VALUES (@route, @key, @fingerprint, @resource, @now, @busy) ON CONFLICT DO NOTHING
                    """,
                    values,
                    transaction) > 0;
                bool resumed = !first && await connection.ExecuteAsync(
                    $"UPDATE idempotent_requests SET busy_until = @busy {Where} AND fingerprint = @fingerprint AND status IS NULL AND busy_until < @now",
                    values,
                    transaction) > 0;
                Row row = await connection.QuerySingleAsync<Row>(
                    $"SELECT fingerprint AS Fingerprint, resource AS Resource, status AS Status, headers AS Headers, body AS Body FROM idempotent_requests {Where}",
                    values,
                    transaction);
                return (first || resumed, resumed, row.ToRequest());
            },
            CancellationToken.None);

    /// <summary>Says that a process still works on a request.</summary>
    /// <param name="route">Where it was sent to.</param>
    /// <param name="key">Its key.</param>
    public async Task ProlongAsync(string route, string key)
    {
        await using DbConnection connection = await database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(
            $"UPDATE idempotent_requests SET busy_until = @busy {Where}",
            new { route, key, busy = Database.Text(time.GetUtcNow() + BusyTime) });
    }

    /// <summary>Keeps the answer to a request.</summary>
    /// <param name="route">Where it was sent to.</param>
    /// <param name="key">Its key.</param>
    /// <param name="answer">The answer.</param>
    public async Task KeepAsync(string route, string key, StoredAnswer answer)
    {
        await using DbConnection connection = await database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(
            $"UPDATE idempotent_requests SET status = @status, headers = @headers, body = @body {Where}",
            new { route, key, status = answer.Status, headers = StoredJson.Write(answer.Headers), body = StoredJson.Write(answer.Body) });
    }

    /// <summary>Forgets a request that was refused, so that it may be sent again.</summary>
    /// <param name="route">Where it was sent to.</param>
    /// <param name="key">Its key.</param>
    public async Task ForgetAsync(string route, string key)
    {
        await using DbConnection connection = await database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync($"DELETE FROM idempotent_requests {Where} AND status IS NULL", new { route, key });
    }

    /// <summary>A row as the database gives it.</summary>
    private sealed class Row
    {
        public string Fingerprint { get; init; } = "";

        public string Resource { get; init; } = "";

        public long? Status { get; init; }

        public string? Headers { get; init; }

        public string? Body { get; init; }

        public IdempotentRequest ToRequest() => new(Fingerprint, Resource, Status is { } status
            ? new StoredAnswer((int)status, StoredJson.Read<Dictionary<string, string>>(Headers)!, StoredJson.Read<string>(Body)!)
            : null);
    }
}

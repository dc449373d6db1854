using System.Data.Common;
using Dapper;
using Readiness.Api.Storage;

namespace Readiness.Api.Security.Audit;

/// <summary>Keeps the audit log. Nothing in it is changed but a status that is not there yet, and nothing is removed but by age.</summary>
/// <param name="database">The database.</param>
internal sealed class AuditStore(Database database)
{
    /// <summary>Adds an entry.</summary>
    /// <param name="entry">The entry.</param>
    public async Task AddAsync(AuditEntry entry)
    {
        await using DbConnection connection = await database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(
            """
            INSERT INTO audit_log (id, time, caller, name, role, method, route, target, status, address)
            VALUES (@Id, @time, @caller, @name, @Role, @method, @route, @target, @Status, @Address)
            """,
            new
            {
                entry.Id,
                time = Database.Text(entry.Time),
                caller = Clean(entry.Caller),
                name = Clean(entry.Name),
                entry.Role,
                method = Clean(entry.Method),
                route = Clean(entry.Route),
                target = Clean(entry.Target),
                entry.Status,
                entry.Address,
            });
    }

    /// <summary>Completes an entry.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="status">Status of the answer.</param>
    /// <param name="target">What the request made, if it was about nothing in particular.</param>
    public async Task CompleteAsync(string id, int status, string? target)
    {
        await using DbConnection connection = await database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(
            "UPDATE audit_log SET status = @status, target = COALESCE(target, @target) WHERE id = @id AND status IS NULL", new { id, status, target = Clean(target) });
    }

    /// <summary>Entries, the newest first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        (string Condition, object? Value)[] conditions =
        [
            ("id < @After", query.After),
            ("caller = @Caller", query.Caller),
            ("method = @Method", query.Method),
            ("target = @Target", query.Target),
            ("status = @Status", query.Status),
            ("time >= @From", query.From),
            ("time < @To", query.To),
        ];
        string where = string.Join(" AND ", conditions.Where(c => c.Value is not null).Select(c => c.Condition).Prepend("1 = 1"));
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        IEnumerable<Row> rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            SELECT id AS Id, time AS Time, caller AS Caller, name AS Name, role AS Role, method AS Method, route AS Route, target AS Target, status AS Status, address AS Address
            FROM audit_log WHERE {where} ORDER BY id DESC LIMIT @Limit
            """,
            new
            {
                query.Limit,
                After = Clean(query.After),
                Caller = Clean(query.Caller),
                Method = Clean(query.Method),
                Target = Clean(query.Target),
                query.Status,
                From = query.From is { } from ? Database.Text(from) : null,
                To = query.To is { } to ? Database.Text(to) : null,
            },
            cancellationToken: cancellationToken));
        return [.. rows.Select(r => r.ToEntry())];
    }

    /// <summary>Text that every database can hold.</summary>
    private static string? Clean(string? text) => text?.Replace("\0", "\ufffd", StringComparison.Ordinal);

    /// <summary>A row as the database gives it.</summary>
    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Time { get; init; } = "";

        public string Caller { get; init; } = "";

        public string Name { get; init; } = "";

        public string? Role { get; init; }

        public string Method { get; init; } = "";

        public string Route { get; init; } = "";

        public string? Target { get; init; }

        public long? Status { get; init; }

        public string? Address { get; init; }

        public AuditEntry ToEntry() => new(Id, Database.Time(Time), Caller, Name, Role, Method, Route, Target, (int?)Status, Address);
    }
}

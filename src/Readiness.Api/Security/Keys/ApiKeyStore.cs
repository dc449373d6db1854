using System.Data.Common;
using Dapper;
using Readiness.Api.Security.Access;
using Readiness.Api.Storage;

namespace Readiness.Api.Security.Keys;

/// <summary>Keeps keys.</summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock.</param>
internal sealed class ApiKeyStore(Database database, TimeProvider time)
{
    private const string Columns =
        "id AS Id, name AS Name, role AS Role, hash AS Hash, created AS Created, created_by AS CreatedBy, expires AS Expires, revoked AS Revoked, last_used AS LastUsed";

    /// <summary>How old the time of a key's last use may be: not every request is worth a write.</summary>
    private static readonly TimeSpan UseGrain = TimeSpan.FromMinutes(1);

    /// <summary>Makes a key.</summary>
    /// <param name="name">Who or what is to use it.</param>
    /// <param name="role">What it allows.</param>
    /// <param name="days">How long it lasts; none for ever.</param>
    /// <param name="createdBy">Who makes it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The key, and its text, which is kept nowhere.</returns>
    public async Task<(ApiKey Key, KeyText Text)> AddAsync(string name, AccessRole role, int? days, string createdBy, CancellationToken cancellationToken)
    {
        KeyText text = KeyText.Generate();
        DateTimeOffset now = time.GetUtcNow();
        ApiKey key = new(text.Id, name, role, now, createdBy, days is { } length ? now.AddDays(length) : null);
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO api_keys (id, name, role, hash, created, created_by, expires) VALUES (@id, @name, @role, @hash, @created, @createdBy, @expires)",
            new
            {
                id = key.Id,
                name = StoredJson.Write(name),
                role = RoleWords.Word(role),
                hash = Convert.ToHexStringLower(text.Hash()),
                created = Database.Text(now),
                createdBy = StoredJson.Write(createdBy),
                expires = key.Expires is { } end ? Database.Text(end) : null,
            },
            cancellationToken: cancellationToken));
        return (key, text);
    }

    /// <summary>The valid key that a text is; none if it is none, or no longer.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ApiKey?> LogInAsync(KeyText text, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        Row? row = await FindRowAsync(connection, text.Id, cancellationToken);
        if (row is null || !text.Matches(Convert.FromHexString(row.Hash)) || row.ToKey() is not { } key || !key.IsValidAt(now))
        {
            return null;
        }

        if (key.LastUsed is null || now - key.LastUsed >= UseGrain)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE api_keys SET last_used = @now WHERE id = @id", new { id = key.Id, now = Database.Text(now) }, cancellationToken: cancellationToken));
        }

        return key;
    }

    /// <summary>The key with an id, if it is there.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ApiKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await FindRowAsync(connection, id, cancellationToken))?.ToKey();
    }

    /// <summary>Keys by id.</summary>
    /// <param name="after">Only those after this id.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(string? after, int limit, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        IEnumerable<Row> rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM api_keys WHERE id > @after ORDER BY id LIMIT @limit",
            new { after = after?.Replace("\0", "\ufffd", StringComparison.Ordinal) ?? "", limit },
            cancellationToken: cancellationToken));
        return [.. rows.Select(r => r.ToKey())];
    }

    /// <summary>Revokes a key; one that was revoked before stays as it is.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there is such a key.</returns>
    public async Task<bool> RevokeAsync(string id, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE api_keys SET revoked = COALESCE(revoked, @now) WHERE id = @id",
            new { id, now = Database.Text(time.GetUtcNow()) },
            cancellationToken: cancellationToken)) > 0;
    }

    private static Task<Row?> FindRowAsync(DbConnection connection, string id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM api_keys WHERE id = @id", new { id }, cancellationToken: cancellationToken));

    /// <summary>A row as the database gives it.</summary>
    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string Role { get; init; } = "";

        public string Hash { get; init; } = "";

        public string Created { get; init; } = "";

        public string CreatedBy { get; init; } = "";

        public string? Expires { get; init; }

        public string? Revoked { get; init; }

        public string? LastUsed { get; init; }

        public ApiKey ToKey() => new(
            Id,
            StoredJson.Read<string>(Name)!,
            RoleWords.Parse(Role) ?? throw new InvalidOperationException($"The key {Id} has a role that this version does not know."),
            Database.Time(Created),
            StoredJson.Read<string>(CreatedBy)!,
            Time(Expires),
            Time(Revoked),
            Time(LastUsed));

        private static DateTimeOffset? Time(string? text) => text is null ? null : Database.Time(text);
    }
}

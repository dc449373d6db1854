using System.Data.Common;
using Dapper;
using Npgsql;

namespace Readiness.Api.Storage;

/// <summary>A database of a PostgreSQL server; any number of machines may share it.</summary>
internal sealed class PostgresDatabase : Database, IAsyncDisposable, IDisposable
{
    private readonly NpgsqlDataSource source;

    /// <summary>Names the server; nothing is opened yet.</summary>
    /// <param name="connectionString">Words of Npgsql, or a <c>postgresql://</c> address.</param>
    /// <exception cref="ArgumentException">The string is not valid.</exception>
    public PostgresDatabase(string connectionString) => source = NpgsqlDataSource.Create(
        connectionString.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && connectionString.Contains("://", StringComparison.Ordinal)
            ? Words(new Uri(connectionString))
            : connectionString);

    /// <inheritdoc />
    public override string TextType => "TEXT COLLATE \"C\"";

    /// <inheritdoc />
    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        await source.OpenConnectionAsync(cancellationToken);

    /// <inheritdoc />
    public override void Provide()
    {
        // The database itself is the operator's to create.
    }

    /// <inheritdoc />
    public override string SkipLocked => "FOR UPDATE SKIP LOCKED";

    /// <inheritdoc />
    public override Task LockAsync(DbTransaction transaction, StoreLock what, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "SELECT pg_advisory_xact_lock(@number)", new { number = (long)what }, transaction, cancellationToken: cancellationToken));

    /// <inheritdoc />
    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <inheritdoc />
    public void Dispose() => source.Dispose();

    private static string Words(Uri address)
    {
        string[] user = address.UserInfo.Split(':', 2);
        NpgsqlConnectionStringBuilder words = new()
        {
            Host = address.Host,
            Port = address.Port < 0 ? NpgsqlConnection.DefaultPort : address.Port,
            Database = Uri.UnescapeDataString(address.AbsolutePath.Trim('/')),
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        };
        return words.ToString();
    }
}

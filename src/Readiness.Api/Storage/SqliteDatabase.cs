using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Readiness.Api.Storage;

/// <summary>A file; several processes of one machine may share it.</summary>
/// <param name="path">Full path of the file.</param>
internal sealed class SqliteDatabase(string path) : Database
{
    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = 30,
    }.ToString();

    /// <inheritdoc />
    public override string TextType => "TEXT";

    /// <inheritdoc />
    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        SqliteConnection connection = new(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);

            // A writer waits for another; a commit is on the disk before its request is answered.
            await connection.ExecuteAsync("PRAGMA busy_timeout = 30000; PRAGMA synchronous = FULL;");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public override void Provide()
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        using SqliteConnection connection = new(connectionString);
        connection.Open();
        connection.Execute("PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL;");
    }

    /// <inheritdoc />
    public override string SkipLocked => "";

    /// <inheritdoc />
    public override Task LockAsync(DbTransaction transaction, StoreLock what, CancellationToken cancellationToken)
    {
        // A transaction that may write is the only one of its file.
        return Task.CompletedTask;
    }
}

using System.Data.Common;
using System.Globalization;

namespace Readiness.Api.Storage;

/// <summary>Where everything is kept. All statements but the few here are the same for SQLite and PostgreSQL.</summary>
internal abstract class Database
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>What the migrations write for <c>{text}</c>: a text type whose order is that of its code units.</summary>
    public abstract string TextType { get; }

    /// <summary>Opens a connection; to dispose it gives it back.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Makes what must be there before the first connection, such as the folder of a file.</summary>
    public abstract void Provide();

    /// <summary>What ends a subquery for the rows that a statement is about to change, so that it passes over rows that somebody else is changing.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>Keeps every other process from what the lock stands for until the transaction ends.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="what">What it stands for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task LockAsync(DbTransaction transaction, StoreLock what, CancellationToken cancellationToken);

    /// <summary>The store that a setting names.</summary>
    /// <param name="setting">A connection string of PostgreSQL (it has <c>Host=</c> or begins with <c>postgres</c>), or the path of a SQLite file; blank is <see cref="DefaultPath"/>.</param>
    public static Database Of(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return new SqliteDatabase(DefaultPath());
        }

        bool server = setting.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            || setting.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
            || setting.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);
        return server ? new PostgresDatabase(setting) : new SqliteDatabase(Path.GetFullPath(setting));
    }

    /// <summary>The file that is used if nobody names one: below the user's local application data.</summary>
    public static string DefaultPath() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "readiness",
        "readiness.db");

    /// <summary>A time as text whose order is that of the times.</summary>
    /// <param name="time">The time.</param>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The time that <see cref="Text"/> wrote.</summary>
    /// <param name="text">The text.</param>
    public static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(
        text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>Runs statements as one transaction.</summary>
    /// <param name="work">The statements; what it throws undoes them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<T> InTransactionAsync<T>(Func<DbTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken);
        await using DbTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        T result = await work(transaction);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}

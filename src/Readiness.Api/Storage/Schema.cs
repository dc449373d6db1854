using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace Readiness.Api.Storage;

/// <summary>Brings the schema of a store up to date by numbered SQL files, each run once and all in one transaction.</summary>
internal static class Schema
{
    private const string Folder = "Migrations/";

    /// <summary>Brings it up to date; safe while other processes do the same.</summary>
    /// <param name="database">The store.</param>
    /// <param name="cancellationToken">Gives up; then nothing has changed.</param>
    /// <returns>Numbers of the files that were run.</returns>
    /// <exception cref="InvalidOperationException">The store was made by a newer version of the service.</exception>
    public static Task<IReadOnlyList<long>> UpdateAsync(Database database, CancellationToken cancellationToken)
    {
        database.Provide();
        return database.InTransactionAsync<IReadOnlyList<long>>(
            async transaction =>
            {
                await database.LockAsync(transaction, StoreLock.Schema, cancellationToken);
                DbConnection connection = transaction.Connection!;
                await connection.ExecuteAsync(
                    "CREATE TABLE IF NOT EXISTS schema_migrations (number BIGINT NOT NULL PRIMARY KEY)", transaction: transaction);
                long last = await connection.ExecuteScalarAsync<long>(
                    "SELECT COALESCE(MAX(number), 0) FROM schema_migrations", transaction: transaction);
                (long Number, string Sql)[] all = [.. Migrations()];
                if (last > all[^1].Number)
                {
                    throw new InvalidOperationException(
                        $"The store has schema {last}, but this version of the service knows up to {all[^1].Number} only.");
                }

                List<long> run = [];
                foreach ((long number, string sql) in all.Where(m => m.Number > last))
                {
                    await connection.ExecuteAsync(sql.Replace("{text}", database.TextType, StringComparison.Ordinal), transaction: transaction);
                    await connection.ExecuteAsync("INSERT INTO schema_migrations (number) VALUES (@number)", new { number }, transaction);
                    run.Add(number);
                }

                return run;
            },
            cancellationToken);
    }

    /// <summary>Whether a store has the schema of this version, or of a newer one that has come while this process runs.</summary>
    /// <param name="database">The store.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<bool> IsCurrentAsync(Database database, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT MAX(number) FROM schema_migrations", cancellationToken: cancellationToken)) >= Migrations().Last().Number;
    }

    private static IEnumerable<(long Number, string Sql)> Migrations()
    {
        Assembly assembly = typeof(Schema).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            yield return (long.Parse(name[Folder.Length..], CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }
}

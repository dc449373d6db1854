using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;

namespace Readiness.Api.Storage;

/// <summary>Removes what is too old or of no more use.</summary>
/// <param name="database">The database.</param>
/// <param name="scenarios">The store of scenarios.</param>
/// <param name="sweeps">The store of sweeps.</param>
/// <param name="settings">Say what is too old.</param>
/// <param name="time">The clock.</param>
internal sealed class Retention(
    Database database, ScenarioStore scenarios, SweepStore sweeps, IOptions<ServiceSettings> settings, TimeProvider time)
{
    /// <summary>
    /// Versions that were replaced or deleted and that no scenario has any more. The last version of an id stays, so that its number is never used twice.
    /// </summary>
    private const string UnusedVersions = """
        DELETE FROM baselines WHERE state <> 'current'
            AND version < (SELECT MAX(b.version) FROM baselines b WHERE b.id = baselines.id)
            AND NOT EXISTS (SELECT 1 FROM scenarios s WHERE s.baseline = baselines.id AND s.baseline_version = baselines.version)
        """;

    /// <summary>Sweeps of which the last cell ended so long ago, unless one of its plans was published.</summary>
    private const string OldSweeps = """
        SELECT id FROM sweeps WHERE created < @oldest AND NOT EXISTS
            (SELECT 1 FROM scenarios s WHERE s.sweep = sweeps.id AND (s.finished IS NULL OR s.finished >= @oldest))
            AND NOT EXISTS (SELECT 1 FROM scenarios s JOIN published_plans p ON p.scenario = s.id WHERE s.sweep = sweeps.id)
        """;

    private const string UnusedPlans = """
        DELETE FROM baseline_plans WHERE NOT EXISTS
            (SELECT 1 FROM baselines b WHERE b.id = baseline_plans.baseline AND b.version = baseline_plans.version)
        """;

    /// <summary>The batches of a stress test go when it ends.</summary>
    private const string OldStressTests = "DELETE FROM stress_tests WHERE finished < @oldest AND state NOT IN ('queued', 'running')";

    /// <summary>Removes it.</summary>
    /// <param name="cancellationToken">Gives up; the next sweep goes on.</param>
    /// <returns>Number of scenarios removed.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        int removed = settings.Value.RetentionDays > 0 ? await RemoveScenariosAsync(now.AddDays(-settings.Value.RetentionDays), cancellationToken) : 0;
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "DELETE FROM idempotent_requests WHERE created < @oldest", new { oldest = Database.Text(now.AddHours(-settings.Value.IdempotencyHours)) });
        if (settings.Value.AuditRetentionDays > 0)
        {
            await connection.ExecuteAsync(
                "DELETE FROM audit_log WHERE time < @oldest", new { oldest = Database.Text(now.AddDays(-settings.Value.AuditRetentionDays)) });
        }

        await connection.ExecuteAsync(UnusedVersions);
        await connection.ExecuteAsync(UnusedPlans);
        return removed;
    }

    private async Task<int> RemoveScenariosAsync(DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        string[] ids;
        string[] sweepIds;
        await using (DbConnection connection = await database.OpenAsync(cancellationToken))
        {
            sweepIds = [.. await connection.QueryAsync<string>(new CommandDefinition(
                OldSweeps, new { oldest = Database.Text(oldest) }, cancellationToken: cancellationToken))];

            // The cells of a sweep stay together, and what was published stays.
            ids = [.. await connection.QueryAsync<string>(new CommandDefinition(
                "SELECT id FROM scenarios WHERE finished < @oldest AND state NOT IN ('queued', 'running') AND sweep IS NULL"
                + " AND NOT EXISTS (SELECT 1 FROM published_plans p WHERE p.scenario = scenarios.id)",
                new { oldest = Database.Text(oldest) },
                cancellationToken: cancellationToken))];
            await connection.ExecuteAsync(OldStressTests, new { oldest = Database.Text(oldest) });
        }

        foreach (string id in ids)
        {
            await scenarios.RemoveAsync(id, cancellationToken);
        }

        foreach (string id in sweepIds)
        {
            await sweeps.RemoveAsync(id, cancellationToken);
        }

        return ids.Length;
    }
}

using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Scenarios;

namespace Readiness.Api.Storage;

/// <summary>Keeps the plans of unchanged baselines, one per version and settings; the first that is stored stays.</summary>
/// <param name="database">The database.</param>
/// <param name="settings">Says how many are kept.</param>
/// <param name="time">The clock.</param>
internal sealed class BaselinePlanStore(Database database, IOptions<ServiceSettings> settings, TimeProvider time)
{
    private const string Trim = """
        DELETE FROM baseline_plans WHERE used < (SELECT MIN(used) FROM
            (SELECT used FROM baseline_plans ORDER BY used DESC LIMIT @keep) AS kept)
        """;

    /// <summary>A plan, if it is here.</summary>
    /// <param name="baseline">Id of the baseline.</param>
    /// <param name="version">Its version.</param>
    /// <param name="solve">How the plan was made.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PlanOutcome?> FindAsync(string baseline, long version, SolveSettings solve, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return StoredJson.Read<PlanOutcome>(await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "UPDATE baseline_plans SET used = @used WHERE baseline = @baseline AND version = @version AND settings = @key RETURNING document",
            new { baseline, version, key = StoredJson.Write(solve), used = Database.Text(time.GetUtcNow()) },
            cancellationToken: cancellationToken)));
    }

    /// <summary>Keeps a plan; the one that was not used longest may go for it.</summary>
    /// <param name="baseline">Id of the baseline.</param>
    /// <param name="version">Its version.</param>
    /// <param name="solve">How the plan was made.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The plan that is kept: another where another was first.</returns>
    public async Task<PlanOutcome> KeepAsync(
        string baseline, long version, SolveSettings solve, PlanOutcome plan, CancellationToken cancellationToken)
    {
        object row = new
        {
            baseline,
            version,
            key = StoredJson.Write(solve),
            used = Database.Text(time.GetUtcNow()),
            document = StoredJson.Write(plan),
        };
        int added = await database.InTransactionAsync(
            async transaction =>
            {
                int rows = await transaction.Connection!.ExecuteAsync(
                    """
                    INSERT INTO baseline_plans (baseline, version, settings, used, document) VALUES (@baseline, @version, @key, @used, @document)
                    ON CONFLICT DO NOTHING
                    """,
                    row,
                    transaction);
                await transaction.Connection!.ExecuteAsync(Trim, new { keep = settings.Value.BaselinePlans }, transaction);
                return rows;
            },
            cancellationToken);
        return added > 0 ? plan : await FindAsync(baseline, version, solve, cancellationToken) ?? plan;
    }
}

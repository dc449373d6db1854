using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Scenarios;

namespace Readiness.Api.Storage;

/// <summary>Says which process is making the plan of an unchanged baseline, so that the others wait for it instead of making the same. A claim is a lease, like that of a job.</summary>
/// <param name="database">The database.</param>
/// <param name="settings">Say how long a lease is.</param>
/// <param name="time">The clock.</param>
internal sealed class BaselinePlanClaims(Database database, IOptions<ServiceSettings> settings, TimeProvider time)
{
    private const string Where = "WHERE baseline = @baseline AND version = @version AND settings = @key";

    /// <summary>How often the holder renews.</summary>
    public TimeSpan Renewal => TimeSpan.FromSeconds(settings.Value.LeaseSeconds / 3);

    /// <summary>Takes or renews a claim.</summary>
    /// <param name="baseline">Id of the baseline.</param>
    /// <param name="version">Its version.</param>
    /// <param name="solve">How the plan is made.</param>
    /// <param name="owner">Who wants it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it is the owner's now: nobody else had it, or has been silent for longer than the lease.</returns>
    public async Task<bool> TakeAsync(string baseline, long version, SolveSettings solve, string owner, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO baseline_plan_claims (baseline, version, settings, owner, lease) VALUES (@baseline, @version, @key, @owner, @lease)
            ON CONFLICT (baseline, version, settings) DO UPDATE SET owner = excluded.owner, lease = excluded.lease
                WHERE baseline_plan_claims.owner = excluded.owner OR baseline_plan_claims.lease < @now
            """,
            new
            {
                baseline,
                version,
                key = StoredJson.Write(solve),
                owner,
                now = Database.Text(now),
                lease = Database.Text(now + TimeSpan.FromSeconds(settings.Value.LeaseSeconds)),
            },
            cancellationToken: cancellationToken)) > 0;
    }

    /// <summary>Gives a claim up.</summary>
    /// <param name="baseline">Id of the baseline.</param>
    /// <param name="version">Its version.</param>
    /// <param name="solve">How the plan is made.</param>
    /// <param name="owner">Who had it.</param>
    public async Task ReleaseAsync(string baseline, long version, SolveSettings solve, string owner)
    {
        await using DbConnection connection = await database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(
            $"DELETE FROM baseline_plan_claims {Where} AND owner = @owner", new { baseline, version, key = StoredJson.Write(solve), owner });
    }
}

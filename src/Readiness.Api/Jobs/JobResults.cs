using System.Data.Common;
using Dapper;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Assessment;

namespace Readiness.Api.Jobs;

/// <summary>Writes what a solve brings into the store, as long as its claim holds.</summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock.</param>
internal sealed class JobResults(Database database, TimeProvider time)
{
    private const string Mine = "WHERE id = @ScenarioId AND owner = @Owner AND attempt = @Attempt";

    /// <summary>Stores a report of the solve.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="progress">The report.</param>
    /// <returns>Whether the claim still holds.</returns>
    public Task<bool> ReportAsync(JobClaim claim, ScenarioProgress progress) => WriteAsync(
        claim,
        "progress = @progress",
        new { progress = StoredJson.Write(progress) },
        ScenarioEvent.ProgressKind,
        new ScenarioEvent(ScenarioState.Running, progress));

    /// <summary>Stores the scenario's plan, unless there is one already.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="plan">The plan.</param>
    /// <returns>Whether the claim still holds.</returns>
    public Task<bool> KeepPlanAsync(JobClaim claim, PlanOutcome plan) => database.InTransactionAsync(
        async transaction =>
        {
            // Writing the row, though nothing changes in it, keeps everybody else from it until the plan is there.
            if (!await UpdateAsync(transaction, claim, "cancel = cancel", null))
            {
                return false;
            }

            int added = await transaction.Connection!.ExecuteAsync(
                "INSERT INTO plans (scenario, document) VALUES (@scenario, @document) ON CONFLICT DO NOTHING",
                new { scenario = claim.ScenarioId, document = StoredJson.Write(plan) },
                transaction);
            if (added > 0)
            {
                ScenarioEvent content = new(
                    ScenarioState.Running, Levels: [.. plan.Proof.Levels.Select(LevelReport.Of)], Indicators: plan.Audit.Indicators);
                await EventStore.AddAsync(transaction, claim.ScenarioId, ScenarioEvent.PlanKind, content);
            }

            return true;
        },
        CancellationToken.None);

    /// <summary>Ends the scenario.</summary>
    /// <param name="claim">The claim, which is used up.</param>
    /// <param name="state">How it ended.</param>
    /// <param name="comparison">Its plan beside the baseline's.</param>
    /// <param name="failure">Why it failed.</param>
    /// <returns>Whether the claim still held.</returns>
    public Task<bool> EndAsync(JobClaim claim, ScenarioState state, PlanComparison? comparison = null, ScenarioFailure? failure = null) => WriteAsync(
        claim,
        "state = @state, finished = @now, comparison = @comparison, failure = @failure, owner = NULL, lease = NULL",
        new
        {
            state = ScenarioRow.Word(state),
            now = Database.Text(time.GetUtcNow()),
            comparison = comparison is null ? null : StoredJson.Write(comparison),
            failure = failure is null ? null : StoredJson.Write(failure),
        },
        ScenarioEvent.StateKind,
        new ScenarioEvent(state, Failure: failure));

    /// <summary>Gives the scenario back: it is the first of the queue again.</summary>
    /// <param name="claim">The claim, which is used up.</param>
    /// <returns>Whether the claim still held.</returns>
    public Task<bool> RequeueAsync(JobClaim claim) => WriteAsync(
        claim,
        "state = 'queued', progress = NULL, owner = NULL, lease = NULL",
        null,
        ScenarioEvent.StateKind,
        new ScenarioEvent(ScenarioState.Queued));

    private Task<bool> WriteAsync(JobClaim claim, string assignments, object? values, string kind, ScenarioEvent content) =>
        database.InTransactionAsync(
            async transaction =>
            {
                if (!await UpdateAsync(transaction, claim, assignments, values))
                {
                    return false;
                }

                await EventStore.AddAsync(transaction, claim.ScenarioId, kind, content);
                return true;
            },
            CancellationToken.None);

    private static async Task<bool> UpdateAsync(DbTransaction transaction, JobClaim claim, string assignments, object? values)
    {
        DynamicParameters parameters = new(values);
        parameters.AddDynamicParams(new { claim.ScenarioId, claim.Owner, claim.Attempt });
        return await transaction.Connection!.ExecuteAsync($"UPDATE scenarios SET {assignments} {Mine}", parameters, transaction) > 0;
    }
}

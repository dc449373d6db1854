using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Jobs;
using Readiness.Api.Scenarios;
using Readiness.Plans;
using Readiness.Scenarios.StressTests;

namespace Readiness.Api.StressTests;

/// <summary>What is done with a claimed batch: its futures are computed, or the report of its test is put together.</summary>
/// <param name="queue">Where batches wait.</param>
/// <param name="results">Where what they bring goes.</param>
/// <param name="tests">Where tests are kept.</param>
/// <param name="plans">The plans that are tested.</param>
/// <param name="settings">Say how long a batch may take.</param>
/// <param name="logger">The log.</param>
internal sealed partial class StressTestJob(
    StressTestQueue queue,
    StressTestResults results,
    StressTestStore tests,
    TestedPlans plans,
    IOptions<ServiceSettings> settings,
    ILogger<StressTestJob> logger)
    : IJobSource
{
    private const string Failed = "The stress test failed.";

    /// <inheritdoc />
    public Task<JobClaim?> ClaimAsync(string owner, CancellationToken cancellationToken) => queue.ClaimAsync(owner, cancellationToken);

    /// <inheritdoc />
    public Task<bool?> RenewAsync(JobClaim claim) => queue.RenewAsync(claim);

    /// <inheritdoc />
    public Task<bool?> IsCancelledAsync(JobClaim claim) => queue.IsCancelledAsync(claim);

    /// <inheritdoc />
    public async Task RunAsync(RunningJob job)
    {
        if (await results.FindAsync(job.Claim) is not { } batch || await tests.FindShortAsync(batch.Test, CancellationToken.None) is not { } test)
        {
            return;
        }

        try
        {
            if (await plans.FindAsync(test.Order.Scenario, CancellationToken.None) is not { } plan)
            {
                await results.FailAsync(test.Id, new ScenarioFailure(Failed, $"The scenario '{test.Order.Scenario}' was removed."));
            }
            else if (batch.Futures == 0)
            {
                await ReportAsync(job, test, plan);
            }
            else
            {
                await ComputeAsync(job, test, plan, batch.First, batch.Futures);
            }
        }
        catch (Exception fault)
        {
            LogFailure(logger, job.Claim.ScenarioId, fault);
            await results.FailAsync(test.Id, new ScenarioFailure(Failed, fault is DllNotFoundException
                ? fault.Message : "It ended with an internal error; the service's log has the cause."));
        }
    }

    private async Task ComputeAsync(RunningJob job, StoredStressTest test, ReadinessPlan plan, int first, int count)
    {
        StressTestOptions options = new() { Replan = test.Order.Options?.ToPlannerOptions() };
        StressTestBatch batch = await Task.Factory.StartNew(
            () =>
            {
                SolvePriority.Lower();
                return new StressTester().TestBatch(plan, first, count, test.Order.Settings, options, null, job.Stop);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default);
        switch (job.Reason)
        {
            case StopReason.None or StopReason.Client:
                await results.KeepAsync(job.Claim, test.Id, batch);
                break;
            case StopReason.Shutdown:
                await results.RequeueAsync(job.Claim);
                break;
            case StopReason.TimeLimit:
                await results.FailAsync(test.Id, new ScenarioFailure(Failed, FormattableString.Invariant(
                    $"A part of it took longer than the {settings.Value.JobTimeLimitSeconds} seconds that the service allows.")));
                break;
            default:
                // Another worker has the batch.
                break;
        }
    }

    private async Task ReportAsync(RunningJob job, StoredStressTest test, ReadinessPlan plan)
    {
        IReadOnlyList<StressTestBatch> batches = await results.ListAsync(test.Id);
        StressTestReport? report = batches.Any(batch => !batch.Futures.IsEmpty) ? StressTestReport.Of(plan, test.Order.Futures, batches) : null;
        StressTestState state = report?.Futures == test.Order.Futures ? StressTestState.Completed : StressTestState.Stopped;
        if (await results.EndAsync(job.Claim, test.Id, state, report))
        {
            LogEnd(logger, test.Id, state, report?.Futures ?? 0);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Stress test {Id} is {State} with {Futures} futures.")]
    private static partial void LogEnd(ILogger logger, string id, StressTestState state, int futures);

    [LoggerMessage(Level = LogLevel.Error, Message = "Batch {Id} of a stress test failed.")]
    private static partial void LogFailure(ILogger logger, string id, Exception fault);
}

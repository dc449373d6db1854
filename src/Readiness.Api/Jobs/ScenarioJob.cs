using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Operations;
using Readiness.Api.Publishing;
using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Assessment;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;
using Readiness.Scenarios;

namespace Readiness.Api.Jobs;

/// <summary>The path of one what-if: load the baseline, apply the changes, plan, compare, store.</summary>
/// <param name="scenarios">Where scenarios are kept.</param>
/// <param name="baselines">Where baselines are kept.</param>
/// <param name="published">Where published plans are kept.</param>
/// <param name="results">Where results go.</param>
/// <param name="baselinePlans">Plans to compare with.</param>
/// <param name="thread">Makes plans.</param>
/// <param name="telemetry">Measures solves.</param>
/// <param name="settings">Say how long a job may take.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class ScenarioJob(
    ScenarioStore scenarios,
    IBaselineStore baselines,
    PublishedPlanStore published,
    JobResults results,
    BaselinePlans baselinePlans,
    SolveThread thread,
    SolveTelemetry telemetry,
    IOptions<ServiceSettings> settings,
    TimeProvider time,
    ILogger<ScenarioJob> logger)
{
    /// <summary>How often a running solve's progress is looked at.</summary>
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Solves a claimed scenario; every outcome, also a failure, ends in the store.</summary>
    /// <param name="job">The claim and what may end it early.</param>
    public async Task RunAsync(RunningJob job)
    {
        using Activity? span = await telemetry.BeginAsync(job.Claim.ScenarioId, job.Claim.Attempt);
        long begun = time.GetTimestamp();
        ScenarioState? state;
        PlanComparison? comparison = null;
        ScenarioFailure? failure = null;
        try
        {
            StoredScenario? scenario = await scenarios.FindAsync(job.Claim.ScenarioId, CancellationToken.None);
            comparison = scenario is null || job.Stop.IsCancellationRequested ? null : await SolveAsync(scenario, job);
            (state, failure) = Ending(job);
        }
        catch (OperationCanceledException) when (job.Stop.IsCancellationRequested)
        {
            (state, failure) = Ending(job);
        }
        catch (Exception fault)
        {
            LogFailure(logger, job.Claim.ScenarioId, fault);
            (state, failure) = (ScenarioState.Failed, Describe(fault));
        }

        string outcome = "lost";
        if (state is not { } end)
        {
            outcome = await results.RequeueAsync(job.Claim) ? "requeued" : outcome;
            LogRequeue(logger, job.Claim.ScenarioId);
        }
        else if (await results.EndAsync(job.Claim, end, end == ScenarioState.Completed ? comparison : null, failure))
        {
            outcome = ScenarioRow.Word(end);
            LogEnd(logger, job.Claim.ScenarioId, end);
        }

        SolveTelemetry.Ended(span, outcome, time.GetElapsedTime(begun));
    }

    /// <summary>How the scenario ends, which depends on what ended its solve; none sends it back to the queue. Where the claim is lost, nothing is written.</summary>
    private (ScenarioState? State, ScenarioFailure? Failure) Ending(RunningJob job) => job.Reason switch
    {
        StopReason.None => (ScenarioState.Completed, null),
        StopReason.Client => (ScenarioState.Stopped, null),
        StopReason.TimeLimit => (ScenarioState.Failed, new ScenarioFailure(
            "The solve failed.", FormattableString.Invariant($"It took longer than the {settings.Value.JobTimeLimitSeconds} seconds that the service allows."))),
        _ => (null, null),
    };

    /// <summary>Makes and keeps the plan, then compares it; no comparison if the job is stopped before.</summary>
    private async Task<PlanComparison?> SolveAsync(StoredScenario scenario, RunningJob job)
    {
        District baseline = await baselines.FindVersionAsync(scenario.Baseline, scenario.BaselineVersion, CancellationToken.None)
            ?? throw new InvalidOperationException($"Version {scenario.BaselineVersion} of the baseline {scenario.Baseline} is gone.");
        ImmutableArray<ScenarioChange> changes = ScenarioDocument.Read(scenario.Changes, baseline, "/changes").Changes;

        Task<PlanOutcome> PlanBaseline(IProgress<PlanProgress> progress) => baselinePlans.GetAsync(
            baseline, scenario.BaselineVersion, scenario.Settings, progress, job.Stop);
        async Task<PlanOutcome> PlanChanged(IProgress<PlanProgress> progress) => PlanOutcome.Of(await thread.RunAsync(
            ScenarioRunner.Apply(baseline, new Scenario(scenario.Name, changes)),
            scenario.Settings.ToPlannerOptions() with { Published = await FindPublishedAsync(scenario) },
            progress,
            job.Stop));
        bool isBaseline = changes.IsEmpty && scenario.Published is null;

        // A worker that died may have left the plan behind; then only the comparison is missing.
        PlanOutcome plan = scenario.Outcome
            ?? await FollowAsync(job, scenario, SolveStage.Scenario, isBaseline ? PlanBaseline : PlanChanged);
        if (job.Reason is StopReason.Shutdown or StopReason.LostClaim)
        {
            // It was cut off and is made again.
            return null;
        }

        SolveTelemetry.PlanMade(plan.Proof.Levels);
        if (!await results.KeepPlanAsync(job.Claim, plan))
        {
            job.End(StopReason.LostClaim);
        }

        // The client gets the scenario's plan first; the baseline's is wanted for the comparison only.
        PlanOutcome? other = isBaseline ? plan
            : job.Stop.IsCancellationRequested ? null
            : await FollowAsync(job, scenario, SolveStage.Baseline, PlanBaseline);

        // A baseline's plan that was cut off is no yardstick.
        return job.Stop.IsCancellationRequested ? null : PlanComparer.Compare(other!.Audit.Indicators, plan.Audit.Indicators);
    }

    /// <summary>The published plan that the scenario names; one that was not published is that of its scenario.</summary>
    private async Task<PublishedPlan?> FindPublishedAsync(StoredScenario scenario)
    {
        if (scenario.Published is not { } choice)
        {
            return null;
        }

        PlanDecisions? decisions = choice.Number is { } number
            ? (await published.FindAsync(scenario.Baseline, number, CancellationToken.None))?.Decisions
            : (await scenarios.FindAsync(choice.Scenario, CancellationToken.None))?.Outcome?.Decisions;
        return new PublishedPlan(
            decisions ?? throw new InvalidOperationException($"The plan of the scenario {choice.Scenario} is gone."), choice.Window, choice.Start);
    }

    /// <summary>Waits for a plan and stores the progress meanwhile.</summary>
    private async Task<PlanOutcome> FollowAsync(
        RunningJob job, StoredScenario scenario, SolveStage stage, Func<IProgress<PlanProgress>, Task<PlanOutcome>> begin)
    {
        ProgressRecorder recorder = new(stage, TimeSpan.FromSeconds(scenario.Settings.TimeLimitSeconds));
        Task<PlanOutcome> work = begin(recorder);
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(ProgressInterval, time));
            if (recorder.Take() is { } progress && !await results.ReportAsync(job.Claim, progress))
            {
                job.End(StopReason.LostClaim);
            }
        }

        return await work;
    }

    /// <summary>What a client may know: a missing solver library is for the operator to mend, the rest stays in the log.</summary>
    private static ScenarioFailure Describe(Exception fault) => new("The solve failed.", fault is DllNotFoundException
        ? fault.Message
        : "It ended with an internal error; the service's log has the cause.");

    [LoggerMessage(Level = LogLevel.Information, Message = "Scenario {Id} is {State}.")]
    private static partial void LogEnd(ILogger logger, string id, ScenarioState state);

    [LoggerMessage(Level = LogLevel.Information, Message = "Scenario {Id} goes back to the queue.")]
    private static partial void LogRequeue(ILogger logger, string id);

    [LoggerMessage(Level = LogLevel.Error, Message = "Scenario {Id} failed.")]
    private static partial void LogFailure(ILogger logger, string id, Exception fault);
}

using System.Collections.Immutable;
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
/// <param name="baselinePlans">Plans to compare with.</param>
/// <param name="thread">Makes plans.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class ScenarioJob(
    IScenarioStore scenarios,
    IBaselineStore baselines,
    BaselinePlans baselinePlans,
    SolveThread thread,
    TimeProvider time,
    ILogger<ScenarioJob> logger)
{
    /// <summary>How often a running solve's progress is stored.</summary>
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Solves a scenario; every outcome, also a failure, ends in the store.</summary>
    /// <param name="id">Id of the scenario.</param>
    /// <param name="stop">Ends the solve and keeps the best plan so far.</param>
    public async Task RunAsync(string id, CancellationToken stop)
    {
        try
        {
            if (stop.IsCancellationRequested)
            {
                await EndAsync(id, ScenarioState.Stopped);
                return;
            }

            StoredScenario? scenario = await scenarios.UpdateAsync(
                id, s => s with { State = ScenarioState.Running, Started = time.GetUtcNow() }, CancellationToken.None);
            if (scenario is not null)
            {
                await SolveAsync(scenario, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await EndAsync(id, ScenarioState.Stopped);
        }
        catch (Exception fault)
        {
            LogFailure(logger, id, fault);
            await EndAsync(id, ScenarioState.Failed, Describe(fault));
        }
    }

    private async Task SolveAsync(StoredScenario scenario, CancellationToken stop)
    {
        District baseline = await baselines.FindAsync(scenario.Baseline, CancellationToken.None)
            ?? throw new InvalidOperationException($"The baseline {scenario.Baseline} of scenario {scenario.Id} is gone.");
        ImmutableArray<ScenarioChange> changes = ScenarioDocument.Read(scenario.Changes, baseline, "/changes").Changes;
        PlannerOptions options = scenario.Settings.ToPlannerOptions();

        Task<ReadinessPlan> PlanBaseline(IProgress<PlanProgress> progress) =>
            baselinePlans.GetAsync(baseline, options, progress, stop);
        Task<ReadinessPlan> PlanChanged(IProgress<PlanProgress> progress) => thread.RunAsync(
            ScenarioRunner.Apply(baseline, new Scenario(scenario.Name, changes)), options, progress, stop);

        ReadinessPlan plan = await FollowAsync(
            scenario, SolveStage.Scenario, changes.IsEmpty ? PlanBaseline : PlanChanged);
        await scenarios.UpdateAsync(
            scenario.Id, s => s with { Outcome = PlanOutcome.Of(plan) }, CancellationToken.None);

        // The client gets the scenario's plan first; the baseline's is wanted for the comparison only.
        ReadinessPlan? other = changes.IsEmpty ? plan
            : stop.IsCancellationRequested ? null
            : await FollowAsync(scenario, SolveStage.Baseline, PlanBaseline);
        if (stop.IsCancellationRequested)
        {
            // A baseline's plan that was cut off is no yardstick.
            await EndAsync(scenario.Id, ScenarioState.Stopped);
            return;
        }

        await scenarios.UpdateAsync(
            scenario.Id, s => s with { Comparison = PlanComparer.Compare(other!, plan) }, CancellationToken.None);
        await EndAsync(scenario.Id, ScenarioState.Completed);
    }

    /// <summary>Waits for a plan and stores the progress meanwhile.</summary>
    private async Task<ReadinessPlan> FollowAsync(
        StoredScenario scenario, SolveStage stage, Func<IProgress<PlanProgress>, Task<ReadinessPlan>> begin)
    {
        TimeSpan limit = TimeSpan.FromSeconds(scenario.Settings.TimeLimitSeconds);
        ProgressRecorder recorder = new(stage, limit);
        Task<ReadinessPlan> work = begin(recorder);
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(ProgressInterval, time));
            if (recorder.Take() is { } progress)
            {
                await scenarios.UpdateAsync(scenario.Id, s => s with { Progress = progress }, CancellationToken.None);
            }
        }

        return await work;
    }

    private async Task EndAsync(string id, ScenarioState state, ScenarioFailure? failure = null)
    {
        StoredScenario? ended = await scenarios.UpdateAsync(
            id, s => s with { State = state, Finished = time.GetUtcNow(), Failure = failure }, CancellationToken.None);
        if (ended is { Started: { } started, Finished: { } finished })
        {
            LogEnd(logger, id, state, (finished - started).TotalSeconds);
        }
    }

    /// <summary>What a client may know: a missing solver library is for the operator to mend, the rest stays in the log.</summary>
    private static ScenarioFailure Describe(Exception fault) => new("The solve failed.", fault is DllNotFoundException
        ? fault.Message
        : "It ended with an internal error; the service's log has the cause.");

    [LoggerMessage(Level = LogLevel.Information, Message = "Scenario {Id} is {State} after {Seconds:F1} s.")]
    private static partial void LogEnd(ILogger logger, string id, ScenarioState state, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Scenario {Id} failed.")]
    private static partial void LogFailure(ILogger logger, string id, Exception fault);
}

using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Dapper;
using Readiness.Api.Storage;
using Readiness.Plans;

namespace Readiness.Api.Operations;

/// <summary>Measures solves: how long they take, how they end, how far from their bound, and where their trace began.</summary>
/// <param name="database">Keeps where traces began: another process may solve what this one was asked for.</param>
/// <param name="logger">The log.</param>
internal sealed partial class SolveTelemetry(Database database, ILogger<SolveTelemetry> logger)
{
    /// <summary>Name of the source of spans and of the meter.</summary>
    public const string Name = "Readiness";

    private const string OutcomeTag = "readiness.outcome";

    private static readonly ActivitySource Spans = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Solves = Meter.CreateCounter<long>("readiness.solves", "{solve}", "Solves that ended, by outcome.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("readiness.solve.duration", "s", "Time of solves, by outcome.");
    private static readonly Histogram<double> Gap = Meter.CreateHistogram<double>(
        "readiness.solve.gap", "1", "Gap between value and proven bound of objective levels of plans; 0 is proven optimal.");
    private static readonly Counter<long> Lost = Meter.CreateCounter<long>(
        "readiness.workers.lost", "{worker}", "Workers that fell silent while they solved.");
    private static readonly Gauge<long> Queue = Meter.CreateGauge<long>("readiness.queue.length", "{scenario}", "Scenarios that wait for a solve.");

    /// <summary>Whether anybody wants to know the length of the queue.</summary>
    public static bool WantsQueue => Queue.Enabled;

    /// <summary>Tells the length of the queue.</summary>
    /// <param name="length">Scenarios that wait.</param>
    public static void QueueIs(long length) => Queue.Record(length);

    /// <summary>Counts workers that fell silent.</summary>
    /// <param name="workers">How many.</param>
    public static void WorkersLost(int workers)
    {
        if (workers > 0)
        {
            Lost.Add(workers);
        }
    }

    /// <summary>Tells how far a plan is from its bounds.</summary>
    /// <param name="levels">What is proven about each level.</param>
    public static void PlanMade(IEnumerable<LevelProof> levels)
    {
        foreach (LevelProof level in levels.Where(l => double.IsFinite(l.Bound)))
        {
            Gap.Record(level.Gap, new KeyValuePair<string, object?>("readiness.level", level.Level));
        }
    }

    /// <summary>Keeps which trace has posted a scenario, if there is one, as part of the transaction that stores it.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="scenario">Id of the scenario.</param>
    public static Task PostedAsync(DbTransaction transaction, string scenario) => Activity.Current is { Recorded: true, Id: { } trace }
        ? transaction.Connection!.ExecuteAsync("UPDATE scenarios SET trace = @trace WHERE id = @scenario", new { scenario, trace }, transaction)
        : Task.CompletedTask;

    /// <summary>Begins the span of a solve, linked with the request that posted the scenario. Where nobody listens there is none.</summary>
    /// <param name="scenario">Id of the scenario.</param>
    /// <param name="attempt">How often it has been begun.</param>
    public async Task<Activity?> BeginAsync(string scenario, long attempt)
    {
        if (!Spans.HasListeners())
        {
            return null;
        }

        ActivityLink[] links = await PosterAsync(scenario) is { } posted ? [new ActivityLink(posted)] : [];
        return Spans.StartActivity(
            "solve", ActivityKind.Consumer, default(ActivityContext), [new("readiness.scenario", scenario), new("readiness.attempt", attempt)], links);
    }

    /// <summary>Tells how a solve ended.</summary>
    /// <param name="span">Its span.</param>
    /// <param name="outcome">How: <c>completed</c>, <c>stopped</c>, <c>failed</c>, <c>requeued</c> or <c>lost</c>.</param>
    /// <param name="time">How long it took.</param>
    public static void Ended(Activity? span, string outcome, TimeSpan time)
    {
        span?.SetTag(OutcomeTag, outcome);
        span?.SetStatus(outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
        KeyValuePair<string, object?> tag = new(OutcomeTag, outcome);
        Solves.Add(1, tag);
        Duration.Record(time.TotalSeconds, tag);
    }

    private async Task<ActivityContext?> PosterAsync(string scenario)
    {
        try
        {
            await using DbConnection connection = await database.OpenAsync(CancellationToken.None);
            string? trace = await connection.ExecuteScalarAsync<string?>("SELECT trace FROM scenarios WHERE id = @scenario", new { scenario });
            return ActivityContext.TryParse(trace, null, isRemote: true, out ActivityContext posted) ? posted : null;
        }
        catch (Exception fault)
        {
            LogUnlinked(logger, scenario, fault);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The trace of scenario {Id} cannot be linked with that of its request.")]
    private static partial void LogUnlinked(ILogger logger, string id, Exception fault);
}

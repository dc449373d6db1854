using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Storage;

namespace Readiness.Api.Scenarios;

/// <summary>Tells what happens to a scenario as it happens, whichever node solves it.</summary>
/// <param name="events">Where events are kept.</param>
/// <param name="scenarios">Knows whether the scenario is still there.</param>
/// <param name="settings">Say how often a silent stream shows that it is alive.</param>
/// <param name="lifetime">Says when the service is asked to stop; then streams end and clients come back.</param>
/// <param name="time">The clock.</param>
internal sealed class ScenarioEvents(
    EventStore events, ScenarioStore scenarios, IOptions<ServiceSettings> settings, IHostApplicationLifetime lifetime, TimeProvider time)
{
    /// <summary>Name of the header with which a client says what it has heard already.</summary>
    public const string LastHeardHeader = "Last-Event-ID";

    /// <summary>How long events may be on their way.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a client should wait before it comes back.</summary>
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(1);

    /// <summary>Whether the last event has been heard.</summary>
    /// <param name="id">Id of the scenario.</param>
    /// <param name="after">Number of the last event that was heard.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> IsOverAsync(string id, long after, CancellationToken cancellationToken) =>
        !IsUnderWay(await scenarios.FindStateAsync(id, cancellationToken))
        && (await events.ListAsync(id, after, cancellationToken)).Count == 0;

    /// <summary>The events after a number, those to come included; ends when the scenario has ended or is removed.</summary>
    /// <param name="id">Id of the scenario.</param>
    /// <param name="after">Number of the last event that was heard.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    public async IAsyncEnumerable<SseItem<ScenarioEvent>> FollowAsync(
        string id, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        TimeSpan heartbeat = TimeSpan.FromSeconds(settings.Value.HeartbeatSeconds);
        long spoken = time.GetTimestamp();
        while (!end.IsCancellationRequested)
        {
            // The state first: what an ended scenario has to say is then there already.
            ScenarioState? state = await scenarios.FindStateAsync(id, cancellationToken);
            IReadOnlyList<StoredEvent> news = await events.ListAsync(id, after, cancellationToken);
            foreach (StoredEvent item in news)
            {
                after = item.Number;
                yield return new SseItem<ScenarioEvent>(item.Content, item.Kind)
                {
                    EventId = item.Number.ToString(CultureInfo.InvariantCulture),
                    ReconnectionInterval = item.Number == 1 ? ComeBack : null,
                };
                spoken = time.GetTimestamp();
            }

            if (news.Count > 0)
            {
                continue;
            }

            if (!IsUnderWay(state))
            {
                yield break;
            }

            if (time.GetElapsedTime(spoken) >= heartbeat)
            {
                yield return new SseItem<ScenarioEvent>(new ScenarioEvent(state!.Value), ScenarioEvent.HeartbeatKind);
                spoken = time.GetTimestamp();
            }

            await Task.Delay(Poll, time, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static bool IsUnderWay(ScenarioState? state) => state is ScenarioState.Queued or ScenarioState.Running;
}

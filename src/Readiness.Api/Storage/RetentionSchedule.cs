namespace Readiness.Api.Storage;

/// <summary>Sweeps the store when the service starts and every hour.</summary>
/// <param name="retention">Sweeps.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class RetentionSchedule(Retention retention, TimeProvider time, ILogger<RetentionSchedule> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, time);
        try
        {
            do
            {
                try
                {
                    int removed = await retention.SweepAsync(stoppingToken);
                    LogSweep(logger, removed);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    LogFailure(logger, fault);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Scenarios} scenarios were removed because of their age.")]
    private static partial void LogSweep(ILogger logger, int scenarios);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store could not be swept.")]
    private static partial void LogFailure(ILogger logger, Exception fault);
}

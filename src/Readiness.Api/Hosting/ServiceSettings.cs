namespace Readiness.Api.Hosting;

/// <summary>Settings of the service, section <c>Readiness</c> of the configuration.</summary>
public sealed class ServiceSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Readiness";

    /// <summary>
    /// The store: a connection string of PostgreSQL, or the path of a SQLite file; blank is a file below the user's local application data. Also <c>--database</c>.
    /// </summary>
    public string Database { get; set; } = "";

    /// <summary>What this process does. Also <c>--role</c>.</summary>
    public ServiceRole Role { get; set; } = ServiceRole.All;

    /// <summary>Solves that run at the same time, 1 to 64. Each uses the threads that its scenario asks for.</summary>
    public int ConcurrentSolves { get; set; } = 1;

    /// <summary>Scenarios that may wait for a solve, 1 to 100000; one more is refused with 429.</summary>
    public int QueueCapacity { get; set; } = 100;

    /// <summary>Cells of sweeps that may wait for a solve beside them, 1 to 1000000; a sweep that would make it more is refused with 429.</summary>
    public int SweepCapacity { get; set; } = 10_000;

    /// <summary>Seconds after which a scenario whose worker is silent goes back to the queue, 1 to 3600.</summary>
    public double LeaseSeconds { get; set; } = 10;

    /// <summary>Workers that a scenario may lose before it counts as failed, 1 to 100.</summary>
    public int MostLostWorkers { get; set; } = 5;

    /// <summary>Seconds that the solve of a scenario and its baseline may take together, 1 to 86400; then the scenario has failed.</summary>
    public double JobTimeLimitSeconds { get; set; } = 7500;

    /// <summary>Plans of baselines that are kept for comparison, 1 to 1000; the longest unused goes first.</summary>
    public int BaselinePlans { get; set; } = 16;

    /// <summary>Forecasts of baselines that are kept, 1 to 1000; the longest unused goes first.</summary>
    public int BaselineForecasts { get; set; } = 16;

    /// <summary>Sets of epidemics simulated from priors that are kept for forecasts, some 50 MB each, 1 to 1000; the longest unused goes first.</summary>
    public int EpidemicPriors { get; set; } = 4;
    /// <summary>Days after which scenarios that have ended are removed, up to 36500; 0 keeps them.</summary>
    public double RetentionDays { get; set; }

    /// <summary>Hours for which the answer to a request with an <c>Idempotency-Key</c> is kept, more than 0 and up to 8760.</summary>
    public double IdempotencyHours { get; set; } = 24;

    /// <summary>Seconds between two heartbeats of a stream of events in which nothing else happens, 0.1 to 3600.</summary>
    public double HeartbeatSeconds { get; set; } = 15;

    /// <summary>Largest request body in bytes, at least 1024; a larger one is refused with 413.</summary>
    public long MaxBodyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Whether every value is in its range.</summary>
    public bool IsValid() =>
        Enum.IsDefined(Role)
        && ConcurrentSolves is >= 1 and <= 64
        && QueueCapacity is >= 1 and <= 100_000
        && SweepCapacity is >= 1 and <= 1_000_000
        && LeaseSeconds is >= 1 and <= 3600
        && MostLostWorkers is >= 1 and <= 100
        && JobTimeLimitSeconds is >= 1 and <= 86_400
        && BaselinePlans is >= 1 and <= 1000
        && BaselineForecasts is >= 1 and <= 1000
        && EpidemicPriors is >= 1 and <= 1000
        && RetentionDays is >= 0 and <= 36_500
        && IdempotencyHours is > 0 and <= 8760
        && HeartbeatSeconds is >= 0.1 and <= 3600
        && MaxBodyBytes >= 1024;
}

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

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
    [EnumDataType(typeof(ServiceRole))]
    public ServiceRole Role { get; set; } = ServiceRole.All;

    /// <summary>Solves that run at the same time, 1 to 64. Each uses the threads that its scenario asks for.</summary>
    [Range(1, 64)]
    public int ConcurrentSolves { get; set; } = 1;

    /// <summary>Scenarios that may wait for a solve, and stress tests that may be unfinished, 1 to 100000; one more is refused with 429.</summary>
    [Range(1, 100_000)]
    public int QueueCapacity { get; set; } = 100;

    /// <summary>Cells of sweeps that may wait for a solve beside them, 1 to 1000000; a sweep that would make it more is refused with 429.</summary>
    [Range(1, 1_000_000)]
    public int SweepCapacity { get; set; } = 10_000;

    /// <summary>Seconds after which a scenario whose worker is silent goes back to the queue, 1 to 3600.</summary>
    [Range(1.0, 3600.0)]
    public double LeaseSeconds { get; set; } = 10;

    /// <summary>Workers that a scenario may lose before it counts as failed, 1 to 100.</summary>
    [Range(1, 100)]
    public int MostLostWorkers { get; set; } = 5;

    /// <summary>Seconds that the solve of a scenario and its baseline may take together, or a batch of a stress test, 1 to 86400; then it has failed.</summary>
    [Range(1.0, 86_400.0)]
    public double JobTimeLimitSeconds { get; set; } = 7500;

    /// <summary>Plans of baselines that are kept for comparison, 1 to 1000; the longest unused goes first.</summary>
    [Range(1, 1000)]
    public int BaselinePlans { get; set; } = 16;

    /// <summary>Forecasts of baselines that are kept, 1 to 1000; the longest unused goes first.</summary>
    [Range(1, 1000)]
    public int BaselineForecasts { get; set; } = 16;

    /// <summary>Sets of epidemics simulated from priors that are kept for forecasts, some 50 MB each, 1 to 1000; the longest unused goes first.</summary>
    [Range(1, 1000)]
    public int EpidemicPriors { get; set; } = 4;

    /// <summary>Days after which scenarios and stress tests that have ended are removed, up to 36500; 0 keeps them.</summary>
    [Range(0.0, 36_500.0)]
    public double RetentionDays { get; set; }

    /// <summary>Hours for which the answer to a request with an <c>Idempotency-Key</c> is kept, more than 0 and up to 8760.</summary>
    [Range(0.0, 8760.0, MinimumIsExclusive = true)]
    public double IdempotencyHours { get; set; } = 24;

    /// <summary>Seconds between two heartbeats of a stream of events in which nothing else happens, 0.1 to 3600.</summary>
    [Range(0.1, 3600.0)]
    public double HeartbeatSeconds { get; set; } = 15;

    /// <summary>Largest request body in bytes, at least 1024; a larger one is refused with 413.</summary>
    [Range(1024.0, 1e12)]
    public long MaxBodyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Whether callers log in by API keys (<c>keys create</c> makes the first one). Without any login the service listens on this machine only.</summary>
    public bool ApiKeys { get; set; }

    /// <summary>Login by JSON Web Tokens of an identity provider; on as soon as one of its sources of keys is named.</summary>
    [ValidateObjectMembers]
    public JwtSettings Jwt { get; set; } = new();

    /// <summary>Limits on what a caller may ask for.</summary>
    [ValidateObjectMembers]
    public LimitSettings Limits { get; set; } = new();

    /// <summary>Origins (<c>https://host[:port]</c>) of web pages that may call the service from a browser; none by default.</summary>
    public string[] AllowedOrigins { get; set; } = [];

    /// <summary>Addresses of reverse proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed; none by default.</summary>
    public string[] TrustedProxies { get; set; } = [];

    /// <summary>Days after which entries of the audit log are removed, up to 36500; 0 keeps them.</summary>
    [Range(0.0, 36_500.0)]
    public double AuditRetentionDays { get; set; } = 365;

    /// <summary>Seconds for which the process, asked to stop, still answers requests but says that it is not ready, 0 to 300.</summary>
    [Range(0.0, 300.0)]
    public double DrainSeconds { get; set; }

    /// <summary>Whether callers have to log in.</summary>
    public bool RequiresLogin => ApiKeys || Jwt.IsOn;
}

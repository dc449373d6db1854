namespace Readiness.Api.Hosting;

/// <summary>Settings of the service, section <c>Readiness</c> of the configuration.</summary>
public sealed class ServiceSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Readiness";

    /// <summary>Solves that run at the same time, 1 to 64. Each uses the threads that its scenario asks for.</summary>
    public int ConcurrentSolves { get; set; } = 1;

    /// <summary>Scenarios that may wait for a solve, 1 to 100000; one more is refused with 503.</summary>
    public int QueueCapacity { get; set; } = 100;

    /// <summary>Plans of baselines that are kept for comparison, 1 to 1000; the longest unused goes first.</summary>
    public int BaselinePlans { get; set; } = 16;

    /// <summary>Forecasts of baselines that are kept, 1 to 1000; the longest unused goes first.</summary>
    public int BaselineForecasts { get; set; } = 16;

    /// <summary>Sets of epidemics simulated from priors that are kept for forecasts, some 50 MB each, 1 to 1000; the longest unused goes first.</summary>
    public int EpidemicPriors { get; set; } = 4;

    /// <summary>Largest request body in bytes, at least 1024; a larger one is refused with 413.</summary>
    public long MaxBodyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Whether every value is in its range.</summary>
    public bool IsValid() =>
        ConcurrentSolves is >= 1 and <= 64
        && QueueCapacity is >= 1 and <= 100_000
        && BaselinePlans is >= 1 and <= 1000
        && BaselineForecasts is >= 1 and <= 1000
        && EpidemicPriors is >= 1 and <= 1000
        && MaxBodyBytes >= 1024;
}

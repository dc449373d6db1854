using System.ComponentModel.DataAnnotations;

namespace Readiness.Api.Hosting;

/// <summary>Limits on what a caller may ask for, section <c>Readiness:Limits</c>.</summary>
public sealed class LimitSettings
{
    /// <summary>Whether requests are counted per caller at all.</summary>
    public bool Rates { get; set; } = true;

    /// <summary>Requests a second that a caller may read with (GET), 1 to 1000000; five times as many at once.</summary>
    [Range(1, 1_000_000)]
    public int ReadsPerSecond { get; set; } = 1000;

    /// <summary>Requests a second that a caller may change something with (all but GET), 1 to 1000000; five times as many at once.</summary>
    [Range(1, 1_000_000)]
    public int WritesPerSecond { get; set; } = 1000;

    /// <summary>Requests a minute without a valid login from one address, 1 to 1000000. Not used where no login is asked for.</summary>
    [Range(1, 1_000_000)]
    public int StrangersPerMinute { get; set; } = 300;

    /// <summary>Connections that are open at the same time, 1 to 1000000; more are closed at once.</summary>
    [Range(1, 1_000_000)]
    public int Connections { get; set; } = 10_000;

    /// <summary>Bytes of all headers of a request together, 1024 to 1048576; more are refused with 431.</summary>
    [Range(1024, 1_048_576)]
    public int HeaderBytes { get; set; } = 32 * 1024;

    /// <summary>People that a district may have, 1 to 1000000.</summary>
    [Range(1, 1_000_000)]
    public int People { get; set; } = 20_000;

    /// <summary>Days that a district may plan, 1 to 366.</summary>
    [Range(1, 366)]
    public int Days { get; set; } = 366;

    /// <summary>Seconds that a scenario may ask for as its time limit, 1 to 3600.</summary>
    [Range(1, 3600)]
    public int SolveSeconds { get; set; } = 3600;

    /// <summary>Threads that a scenario may ask for, 1 to 64.</summary>
    [Range(1, 64)]
    public int SolveThreads { get; set; } = 64;
}

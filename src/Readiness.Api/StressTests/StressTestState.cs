namespace Readiness.Api.StressTests;

/// <summary>Where a stress test stands.</summary>
public enum StressTestState
{
    /// <summary>None of its futures has been begun.</summary>
    Queued,

    /// <summary>Its futures are being computed.</summary>
    Running,

    /// <summary>Its report is of all futures.</summary>
    Completed,

    /// <summary>A client stopped it; its report is of the futures that were done by then.</summary>
    Stopped,

    /// <summary>It ended without a report; <c>failure</c> says why.</summary>
    Failed,
}

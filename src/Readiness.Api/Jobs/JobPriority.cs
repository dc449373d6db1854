namespace Readiness.Api.Jobs;

/// <summary>Who comes first in the queue: the lower number, and among equals the older one.</summary>
internal static class JobPriority
{
    /// <summary>A scenario that a planner has posted and waits for.</summary>
    public const long Scenario = 0;

    /// <summary>A cell of a sweep: there may be thousands, and none stands before a planner's scenario.</summary>
    public const long SweepCell = 10;
}

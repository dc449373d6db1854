namespace Readiness.Api.StressTests;

/// <summary>What becomes of a plan in a future.</summary>
public enum StressTestMode
{
    /// <summary>It is carried out as it is, cut down to what is possible.</summary>
    Fixed,

    /// <summary>Every future is planned anew, knowing it: a bound on what any reaction could reach.</summary>
    Replanned,
}

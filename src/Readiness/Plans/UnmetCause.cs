namespace Readiness.Plans;

/// <summary>What stands in the way of a need.</summary>
public enum UnmetCause
{
    /// <summary>No qualified person is free within reach and working-time rules.</summary>
    Staff,

    /// <summary>The kit cannot be put together at the place on the day.</summary>
    Kit,

    /// <summary>No room that can be staffed and supplied is within reach on the day.</summary>
    Room,

    /// <summary>Not enough usable stock at the place on the day, more urgent needs first.</summary>
    Stock,
}

using System.Collections.Immutable;

namespace Readiness.Supplies.Online;

/// <summary>What is known after a day of matching: all that the next day needs, and nothing of the future.</summary>
public sealed record MatchingState
{
    /// <summary>Nothing was donated and nothing asked for.</summary>
    public static MatchingState Empty { get; } = new();

    /// <summary>Last day that was matched; -1 before the first.</summary>
    public int Day { get; init; } = -1;

    /// <summary>What donors hold, in the order in which it came.</summary>
    public ImmutableArray<HeldDonation> Held { get; init; } = [];

    /// <summary>What recipients wait for, in the order in which it came. Requests whose last day is over are dropped.</summary>
    public ImmutableArray<OpenRequest> Open { get; init; } = [];

    /// <summary>How often each item was asked for, by class and item.</summary>
    public ImmutableArray<RequestCount> RequestCounts { get; init; } = [];
}

using System.Collections.Immutable;

namespace Readiness.Quarantine;

/// <summary>A source of demand.</summary>
/// <param name="Name">Name.</param>
/// <param name="Demand">Units that begin on each day; 0 or more, one entry per day.</param>
public sealed record LocationCustomer(string Name, ImmutableArray<double> Demand)
{
    /// <summary>Classes of sites that may serve the customer; any site may if empty.</summary>
    public ImmutableArray<string> Classes { get; init; } = [];
}

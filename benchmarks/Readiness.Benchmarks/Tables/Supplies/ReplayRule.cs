using System.Collections.Immutable;
using Readiness.Supplies.Online;

namespace Readiness.Benchmarks.Tables.Supplies;

/// <summary>Decides what leaves on a day, as <see cref="DonationMatcher.Match"/> does.</summary>
internal delegate DayMatch MatchDay(
    MatchingState state, int day, ImmutableArray<Donation> donations, ImmutableArray<SupplyRequest> requests, CancellationToken cancellationToken);

/// <summary>A rule of a replay.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Options">What the auditor holds it to; of our own rules also what the matcher is told.</param>
/// <param name="Match">Decides.</param>
internal sealed record ReplayRule(string Name, MatchingOptions Options, MatchDay Match)
{
    /// <summary>Name of the rule that the tables are about.</summary>
    public const string OursName = "mean-fill-rate";

    /// <summary>The rules that others use.</summary>
    public static ImmutableArray<ReplayRule> References { get; } =
    [
        new("first-come-by-id", new MatchingOptions { Policy = MatchingPolicy.FirstComeFirstMatched }, FirstComeById.Match),
        Of("first-come", new MatchingOptions { Policy = MatchingPolicy.FirstComeFirstMatched }),
        Of("smallest-first", new MatchingOptions { Policy = MatchingPolicy.SmallestRequestFirst }),
    ];

    /// <summary>Equal fill rates for all who ask for an item.</summary>
    public static ReplayRule Leximin { get; } = Of("leximin", new MatchingOptions { Policy = MatchingPolicy.Leximin });

    /// <summary>Ours.</summary>
    /// <param name="price">Price of a shipment.</param>
    /// <param name="daysHeld">Days that a donation may wait for shipments that are worth it.</param>
    public static ReplayRule Ours(double price, int daysHeld) =>
        Of(OursName, new MatchingOptions { Policy = MatchingPolicy.MeanFillRate, ShipmentPrice = price, MostDaysHeld = daysHeld });

    private static ReplayRule Of(string name, MatchingOptions options) => new(name, options, (state, day, donations, requests, cancellationToken) =>
        new DonationMatcher().Match(state, day, donations, requests, options, cancellationToken));
}

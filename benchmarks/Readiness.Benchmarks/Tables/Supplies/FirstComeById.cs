using System.Collections.Immutable;
using Readiness.Supplies.Online;

namespace Readiness.Benchmarks.Tables.Supplies;

/// <summary>
/// First-come-first-matched as the framework MatchingPPE runs it: item by item, the first donor sends what it can to the first recipient, the second to the second, and so
/// on, where both lists are in the order of their ids as text, since that is how the framework groups them. It knows one class only.
/// </summary>
internal static class FirstComeById
{
    /// <summary>Decides what leaves on a day.</summary>
    public static DayMatch Match(
        MatchingState state, int day, ImmutableArray<Donation> donations, ImmutableArray<SupplyRequest> requests, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        MatchingState morning = StateLedger.Morning(state, day, donations, requests);
        ILookup<int, (int Donor, long Units)> held = morning.Held
            .GroupBy(static h => (h.Donation.Item, h.Donation.Donor))
            .OrderBy(static g => g.Key)
            .ToLookup(static g => g.Key.Item, static g => (g.Key.Donor, g.Sum(static h => h.Remaining)));
        ILookup<int, (int Recipient, long Units, int Class)> open = morning.Open
            .GroupBy(static o => (o.Request.Item, o.Request.Recipient))
            .OrderBy(static g => g.Key)
            .ToLookup(static g => g.Key.Item, static g => (g.Key.Recipient, g.Sum(static o => o.Remaining), g.First().Request.PriorityClass));
        ImmutableArray<Dispatch> dispatches =
        [
            .. held.SelectMany(item => item.Zip(open[item.Key], (donor, recipient) =>
                new Dispatch(day, donor.Donor, recipient.Recipient, item.Key, Math.Min(donor.Units, recipient.Units), recipient.Class))),
        ];
        return new DayMatch(dispatches, StateLedger.Evening(morning, dispatches));
    }
}

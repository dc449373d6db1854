using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Readiness.Supplies.Online;

/// <summary>Takes a state from one day to the next.</summary>
internal static class StateLedger
{
    /// <summary>The state with a day's arrivals and without the requests whose last day is over.</summary>
    public static MatchingState Morning(MatchingState state, int day, ImmutableArray<Donation> donations, ImmutableArray<SupplyRequest> requests)
    {
        var counts = new SortedDictionary<(int Class, int Item), int>();
        foreach (RequestCount count in state.RequestCounts)
        {
            counts.Add((count.PriorityClass, count.Item), count.Requests);
        }

        foreach (SupplyRequest request in requests)
        {
            counts[(request.PriorityClass, request.Item)] = counts.GetValueOrDefault((request.PriorityClass, request.Item)) + 1;
        }

        return new MatchingState
        {
            Day = day,
            Held = [.. state.Held, .. donations.Select(static d => new HeldDonation(d, d.Quantity))],
            Open =
            [
                .. state.Open.Concat(requests.Select(static r => new OpenRequest(r, r.Quantity))).Where(open => open.Request.LastDay >= day),
            ],
            RequestCounts = [.. counts.Select(static c => new RequestCount(c.Key.Class, c.Key.Item, c.Value))],
        };
    }

    /// <summary>The state after dispatches. They must be covered by what is held and wanted.</summary>
    public static MatchingState Evening(MatchingState morning, ImmutableArray<Dispatch> dispatches)
    {
        Dictionary<(int Donor, int Item, int), long> sent = [];
        Dictionary<(int Recipient, int Item, int Class), long> received = [];
        foreach (Dispatch dispatch in dispatches)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(sent, (dispatch.Donor, dispatch.Item, 0), out _) += dispatch.Quantity;
            CollectionsMarshal.GetValueRefOrAddDefault(received, (dispatch.Recipient, dispatch.Item, dispatch.PriorityClass), out _) += dispatch.Quantity;
        }

        ImmutableArray<HeldDonation> held = morning.Held;
        long[] heldLeft = Settle(
            held.Length, sent, i => (held[i].Donation.Donor, held[i].Donation.Item, 0), i => held[i].Remaining,
            Enumerable.Range(0, held.Length).OrderBy(i => held[i].Donation.Day));
        ImmutableArray<OpenRequest> open = morning.Open;
        long[] openLeft = Settle(
            open.Length, received, i => (open[i].Request.Recipient, open[i].Request.Item, open[i].Request.PriorityClass), i => open[i].Remaining,
            Enumerable.Range(0, open.Length).OrderBy(i => open[i].Request.LastDay).ThenBy(i => open[i].Request.Day));
        return morning with
        {
            Held = [.. held.Zip(heldLeft, static (h, left) => h with { Remaining = left }).Where(static h => h.Remaining > 0)],
            Open = [.. open.Zip(openLeft, static (o, left) => o with { Remaining = left }).Where(static o => o.Remaining > 0)],
        };
    }

    private static long[] Settle(
        int count, Dictionary<(int, int, int), long> moved, Func<int, (int, int, int)> keyOf, Func<int, long> remaining, IEnumerable<int> order)
    {
        long[] left = new long[count];
        foreach (int i in order)
        {
            long units = Math.Min(moved.GetValueOrDefault(keyOf(i)), remaining(i));
            left[i] = remaining(i) - units;
            if (units > 0)
            {
                moved[keyOf(i)] -= units;
            }
        }

        return left;
    }
}

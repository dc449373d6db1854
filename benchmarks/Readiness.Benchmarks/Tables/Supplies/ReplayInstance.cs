using System.Collections.Immutable;
using Readiness.Supplies.Online;

namespace Readiness.Benchmarks.Tables.Supplies;

/// <summary>Donations and requests as they came, numbered and dated for the matcher.</summary>
/// <remarks>
/// Day 0 begins a minute before the first row, and days have 24 hours from there, as the rounds of the framework MatchingPPE have. Parties and items are numbered
/// in the ordinal order of their names.
/// </remarks>
internal sealed class ReplayInstance
{
    private readonly DateTimeOffset start;
    private readonly DateTimeOffset end;

    /// <summary>Numbers and dates.</summary>
    /// <param name="donations">The donations; at least one.</param>
    /// <param name="requests">The requests; at least one.</param>
    public ReplayInstance(ImmutableArray<GiftRow> donations, ImmutableArray<GiftRow> requests)
    {
        start = donations.Concat(requests).Min(static row => row.Instant).AddMinutes(-1);
        end = donations.Concat(requests).Max(static row => row.Instant).AddMinutes(1);
        Dictionary<string, int> items = Numbers(donations.Concat(requests).Select(static row => row.Item));
        Dictionary<string, int> donors = Numbers(donations.Select(static row => row.Party));
        Dictionary<string, int> recipients = Numbers(requests.Select(static row => row.Party));
        DonationInstants = [.. donations.OrderBy(static row => row.Instant).Select(static row => row.Instant)];
        Donations =
        [
            .. donations.OrderBy(static row => row.Instant)
                .Select(row => new Donation(donors[row.Party], items[row.Item], row.Units, DayOf(row.Instant))),
        ];
        Requests =
        [
            .. requests.OrderBy(static row => row.Instant)
                .Select(row => new SupplyRequest(recipients[row.Party], items[row.Item], row.Units, DayOf(row.Instant))),
        ];
    }

    /// <summary>The donations, in the order in which they came.</summary>
    public ImmutableArray<Donation> Donations { get; }

    /// <summary>When each of <see cref="Donations"/> came.</summary>
    public ImmutableArray<DateTimeOffset> DonationInstants { get; }

    /// <summary>The requests, in the order in which they came.</summary>
    public ImmutableArray<SupplyRequest> Requests { get; }

    /// <summary>The days on which is matched: the last one of every interval, and the last one of all.</summary>
    /// <param name="every">Days of an interval.</param>
    public IEnumerable<int> Rounds(int every)
    {
        int last = DayOf(end);
        for (int day = every - 1; day < last; day += every)
        {
            yield return day;
        }

        yield return last;
    }

    /// <summary>When the dispatches of a day leave: at its end, and on the last day two minutes after all is over.</summary>
    public DateTimeOffset Leaves(int day) => start.AddDays(day + 1) is var evening && evening <= end ? evening : end.AddMinutes(2);

    private static Dictionary<string, int> Numbers(IEnumerable<string> names) => names
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Select(static (name, number) => (name, number))
        .ToDictionary(static n => n.name, static n => n.number);

    private int DayOf(DateTimeOffset instant) => (int)Math.Floor((instant - start).TotalDays);
}

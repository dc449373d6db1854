using System.Globalization;

namespace Readiness.Supplies.Online;

/// <summary>Carries dispatches out one after the other and keeps account of every donation and every request.</summary>
internal sealed class MatchingReplay
{
    private readonly MatchingRecord record;
    private readonly MatchingOptions options;
    private readonly Action<RuleViolation> report;
    private readonly long[] held;
    private readonly long[] wanted;
    private readonly Dictionary<(int Donor, int Item), int[]> donationsOf;
    private readonly Dictionary<(int Recipient, int Item, int Class), int[]> requestsOf;

    // What a recipient's open requests of a class asked for in the morning; a line is measured by that.
    private readonly Dictionary<(int Recipient, int Item, int Class), long> askedThatMorning = [];

    public MatchingReplay(MatchingRecord record, MatchingOptions options, Action<RuleViolation> report)
    {
        this.record = record;
        this.options = options;
        this.report = report;
        held = [.. record.Donations.Select(static d => d.Quantity)];
        wanted = [.. record.Requests.Select(static r => r.Quantity)];
        donationsOf = Enumerable.Range(0, held.Length)
            .GroupBy(i => (record.Donations[i].Donor, record.Donations[i].Item))
            .ToDictionary(static g => g.Key, g => g.OrderBy(i => record.Donations[i].Day).ToArray());
        requestsOf = Enumerable.Range(0, wanted.Length)
            .GroupBy(i => (record.Requests[i].Recipient, record.Requests[i].Item, record.Requests[i].PriorityClass))
            .ToDictionary(
                static g => g.Key,
                g => g.OrderBy(i => record.Requests[i].LastDay).ThenBy(i => record.Requests[i].Day).ToArray());
    }

    /// <summary>Carries out every dispatch, as far as it can be.</summary>
    public void Run()
    {
        int day = 0;
        foreach (Dispatch line in record.Dispatches)
        {
            if (line.Day < day || line.Day > record.End.Day)
            {
                Violate("dispatchDay", line, $"It leaves on day {line.Day}, after one of day {day}; the end is day {record.End.Day}.");
            }

            if (line.Day != day)
            {
                askedThatMorning.Clear();
                day = line.Day;
            }

            if (line.Quantity < 1)
            {
                Violate("dispatchUnits", line, $"It has {line.Quantity} units.");
                continue;
            }

            long offered = Take(held, donationsOf.GetValueOrDefault((line.Donor, line.Item), []), i => record.Donations[i].Day <= line.Day, line.Quantity);
            if (offered < line.Quantity)
            {
                Violate("donatedUnits", line, $"It has {line.Quantity} units, but the donor has {offered}.");
            }

            Deliver(line);
        }
    }

    /// <summary>Compares what is left with what the state at the end says.</summary>
    public void CompareWithEnd()
    {
        int day = record.End.Day;
        if (record.Donations.Any(d => d.Day > day) || record.Requests.Any(r => r.Day > day))
        {
            report(new RuleViolation("endDay", "end", day, "Donations or requests are of a later day than the end."));
        }

        Compare(
            "heldUnits",
            record.Donations.Select((d, i) => ($"{d.Donor}/{d.Item}/{d.Day}", held[i])),
            record.End.Held.Select(static h => ($"{h.Donation.Donor}/{h.Donation.Item}/{h.Donation.Day}", h.Remaining)));
        Compare(
            "openUnits",
            record.Requests.Select((r, i) => (Name(r), r.LastDay >= day ? wanted[i] : 0)),
            record.End.Open.Select(static o => (Name(o.Request), o.Remaining)));
        Compare(
            "requestCounts",
            record.Requests.Select(static r => ($"{r.PriorityClass}/{r.Item}", 1L)),
            record.End.RequestCounts.Select(static c => ($"{c.PriorityClass}/{c.Item}", (long)c.Requests)));
        FindIdleStock(day);
    }

    private static string Name(SupplyRequest r) => $"{r.Recipient}/{r.Item}/{r.PriorityClass}/{r.Day}/{r.LastDay}";

    private static long Take(long[] left, int[] order, Func<int, bool> counts, long quantity)
    {
        long taken = 0;
        foreach (int i in order.Where(counts))
        {
            long units = Math.Min(left[i], quantity - taken);
            left[i] -= units;
            taken += units;
        }

        return taken;
    }

    private void Deliver(Dispatch line)
    {
        var key = (line.Recipient, line.Item, line.PriorityClass);
        int[] waiting =
        [
            .. requestsOf.GetValueOrDefault(key, [])
                .Where(i => record.Requests[i].Day <= line.Day && line.Day <= record.Requests[i].LastDay),
        ];
        askedThatMorning.TryAdd(key, waiting.Where(i => wanted[i] > 0).Sum(i => record.Requests[i].Quantity));
        CheckLeast(line, askedThatMorning[key], waiting.Sum(i => wanted[i]));
        long received = Take(wanted, waiting, static _ => true, line.Quantity);
        if (received < line.Quantity)
        {
            Violate("requestedUnits", line, $"It has {line.Quantity} units, but the recipient waits for {received}.");
        }
    }

    private void CheckLeast(Dispatch line, long asked, long missing)
    {
        // A share such as 0.1 is a little more than that in binary.
        decimal least = Math.Min(missing, Math.Max(options.LeastQuantity, ((decimal)options.LeastShare * asked) - 0.001m));
        if (line.Quantity < least)
        {
            Violate("leastLine", line, string.Create(CultureInfo.InvariantCulture, $"It has {line.Quantity} units; it must bring {least} or all that is wanted."));
        }
    }

    private void Compare(string rule, IEnumerable<(string Key, long Units)> expected, IEnumerable<(string Key, long Units)> stated)
    {
        var difference = new SortedDictionary<string, (long Expected, long Stated)>(StringComparer.Ordinal);
        foreach ((string key, long units) in expected)
        {
            difference[key] = (difference.GetValueOrDefault(key).Expected + units, 0);
        }

        foreach ((string key, long units) in stated)
        {
            (long known, long so) = difference.GetValueOrDefault(key);
            difference[key] = (known, so + units);
        }

        foreach ((string key, (long known, long so)) in difference.Where(static d => d.Value.Expected != d.Value.Stated))
        {
            report(new RuleViolation(rule, key, record.End.Day, $"The state has {so}, the replay {known}."));
        }
    }

    private void FindIdleStock(int day)
    {
        if (options.LeastQuantity > 1 || options.LeastShare > 0 || options.Policy == MatchingPolicy.FirstComeFirstMatched)
        {
            return;
        }

        int wait = options.Policy == MatchingPolicy.MeanFillRate ? options.MostDaysHeld : 0;
        HashSet<int> asked = [.. record.Requests.Where((r, i) => wanted[i] > 0 && r.LastDay >= day).Select(static r => r.Item)];
        for (int i = 0; i < held.Length; i++)
        {
            Donation donation = record.Donations[i];
            if (held[i] > 0 && donation.Day <= day - wait && asked.Contains(donation.Item))
            {
                report(new RuleViolation("idleStock", $"{donation.Donor}/{donation.Item}", day, $"{held[i]} units are held although somebody waits for them."));
            }
        }
    }

    private void Violate(string rule, Dispatch line, string message) =>
        report(new RuleViolation(rule, $"{line.Donor}/{line.Recipient}/{line.Item}", line.Day, message));
}

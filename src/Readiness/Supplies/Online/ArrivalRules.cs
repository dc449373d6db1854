using System.Collections.Immutable;
using System.Text;

namespace Readiness.Supplies.Online;

/// <summary>Checks a state and the arrivals of a day.</summary>
internal static class ArrivalRules
{
    /// <summary>Most units of a donation, a request, and of all that is held or wanted of an item: sums stay exact.</summary>
    private const long LargestQuantity = 1_000_000_000_000;

    private const int MessagesShown = 50;

    /// <summary>Throws one exception that lists everything that is wrong.</summary>
    /// <exception cref="ArgumentException">Something is out of range.</exception>
    public static void ThrowIfMalformed(MatchingState state, int day, ImmutableArray<Donation> donations, ImmutableArray<SupplyRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (donations.IsDefault || requests.IsDefault || state.Held.IsDefault || state.Open.IsDefault || state.RequestCounts.IsDefault)
        {
            throw new ArgumentException("Every list of the state and of the day must be initialised.");
        }

        List<string> errors = [];
        if (day <= state.Day)
        {
            errors.Add($"The day is {day}; it must be after {state.Day}, the last one matched.");
        }

        CheckState(state, errors);
        for (int i = 0; i < donations.Length; i++)
        {
            CheckDonation(donations[i], day, "Donations", i, errors);
        }

        for (int i = 0; i < requests.Length; i++)
        {
            CheckRequest(requests[i], day, "Requests", i, errors);
        }

        ThrowIfAny(errors);
    }

    /// <summary>Throws one exception that lists the errors, if there are any.</summary>
    public static void ThrowIfAny(List<string> errors)
    {
        if (errors.Count == 0)
        {
            return;
        }

        var message = new StringBuilder("The arrivals are malformed: ").AppendJoin(' ', errors.Take(MessagesShown));
        if (errors.Count > MessagesShown)
        {
            message.Append(' ').Append(errors.Count - MessagesShown).Append(" more.");
        }

        throw new ArgumentException(message.ToString());
    }

    /// <summary>Adds what is wrong with a donation that is known on a day.</summary>
    public static void CheckDonation(Donation donation, int day, string list, int index, List<string> errors)
    {
        CheckNumber(donation.Donor, "Donor", list, index, errors);
        CheckCommon(donation.Item, donation.Quantity, donation.Day, day, list, index, errors);
    }

    /// <summary>Adds what is wrong with a request that is known on a day.</summary>
    public static void CheckRequest(SupplyRequest request, int day, string list, int index, List<string> errors)
    {
        CheckNumber(request.Recipient, "Recipient", list, index, errors);
        CheckCommon(request.Item, request.Quantity, request.Day, day, list, index, errors);
        if (request.PriorityClass is < 1 or > 4)
        {
            errors.Add($"{list}[{index}].PriorityClass is {request.PriorityClass}; it must be 1 to 4.");
        }

        if (request.LastDay < request.Day)
        {
            errors.Add($"{list}[{index}].LastDay is {request.LastDay}; it must not be before {request.Day}, the day of the request.");
        }
    }

    private static void CheckState(MatchingState state, List<string> errors)
    {
        for (int i = 0; i < state.Held.Length; i++)
        {
            CheckDonation(state.Held[i].Donation, state.Day, "Held", i, errors);
            CheckRemaining(state.Held[i].Remaining, state.Held[i].Donation.Quantity, "Held", i, errors);
        }

        for (int i = 0; i < state.Open.Length; i++)
        {
            CheckRequest(state.Open[i].Request, state.Day, "Open", i, errors);
            CheckRemaining(state.Open[i].Remaining, state.Open[i].Request.Quantity, "Open", i, errors);
        }

        HashSet<(int, int)> counted = [];
        foreach (RequestCount count in state.RequestCounts)
        {
            if (count.Requests < 1 || !counted.Add((count.PriorityClass, count.Item)))
            {
                errors.Add($"RequestCounts has {count}; each class and item may be there once, with 1 or more.");
            }
        }

        foreach (OpenRequest open in state.Open.Where(open => !counted.Contains((open.Request.PriorityClass, open.Request.Item))))
        {
            errors.Add($"RequestCounts lacks class {open.Request.PriorityClass} and item {open.Request.Item} of an open request.");
        }
    }

    private static void CheckRemaining(long remaining, long quantity, string list, int index, List<string> errors)
    {
        if (remaining < 1 || remaining > quantity)
        {
            errors.Add($"{list}[{index}].Remaining is {remaining}; it must be 1 to {quantity}.");
        }
    }

    private static void CheckCommon(int item, long quantity, int of, int day, string list, int index, List<string> errors)
    {
        CheckNumber(item, "Item", list, index, errors);
        if (quantity is < 1 or > LargestQuantity)
        {
            errors.Add($"{list}[{index}].Quantity is {quantity}; it must be 1 to 1e12.");
        }

        if (of < 0 || of > day)
        {
            errors.Add($"{list}[{index}].Day is {of}; it must be 0 to {day}, the day on which it is known.");
        }
    }

    private static void CheckNumber(int value, string name, string list, int index, List<string> errors)
    {
        if (value < 0)
        {
            errors.Add($"{list}[{index}].{name} is {value}; it must be 0 or more.");
        }
    }
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Readiness.Supplies.Online;

/// <summary>Replays what came in and went out day by day and finds every rule that the dispatches or the state at the end break, with none of the matcher's code.</summary>
/// <remarks>
/// Rules: <c>dispatchUnits</c>, <c>dispatchDay</c> (not in order, or after the end), <c>donatedUnits</c> (more than the donor was offered so far and has not sent yet),
/// <c>requestedUnits</c> (more than the recipient waits for on that day), <c>leastLine</c> (a line brings less than it must), <c>heldUnits</c> and <c>openUnits</c> (the state does not
/// have what is left), <c>requestCounts</c>, <c>endDay</c>, and, unless lines must bring something, <c>idleStock</c> (units that may not wait are held at the end although somebody waits for them).
/// An instance has no state and may be shared between threads.
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and auditors are used as instances.")]
public sealed class MatchingAuditor
{
    /// <summary>Finds every rule that is broken.</summary>
    /// <param name="record">What came in and went out, from <see cref="MatchingState.Empty"/> on.</param>
    /// <param name="options">The options of all days.</param>
    /// <returns>The violations; empty if the record is sound.</returns>
    /// <exception cref="ArgumentException">The record or the options are malformed; the message lists everything that is wrong.</exception>
    public ImmutableArray<RuleViolation> Audit(MatchingRecord record, MatchingOptions options)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        ThrowIfMalformed(record);
        var violations = ImmutableArray.CreateBuilder<RuleViolation>();
        var replay = new MatchingReplay(record, options, violations.Add);
        replay.Run();
        replay.CompareWithEnd();
        return violations.ToImmutable();
    }

    private static void ThrowIfMalformed(MatchingRecord record)
    {
        if (record.Donations.IsDefault || record.Requests.IsDefault || record.Dispatches.IsDefault)
        {
            throw new ArgumentException("Every list of the record must be initialised.", nameof(record));
        }

        ArgumentNullException.ThrowIfNull(record.End);
        List<string> errors = [];
        for (int i = 0; i < record.Donations.Length; i++)
        {
            ArrivalRules.CheckDonation(record.Donations[i], int.MaxValue, "Donations", i, errors);
        }

        for (int i = 0; i < record.Requests.Length; i++)
        {
            ArrivalRules.CheckRequest(record.Requests[i], int.MaxValue, "Requests", i, errors);
        }

        ArrivalRules.ThrowIfAny(errors);
    }
}

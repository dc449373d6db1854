using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Readiness.Supplies.Online;

/// <summary>Matches donations and requests as they come, day by day, without knowledge of the future.</summary>
/// <remarks>
/// <para>Every day it is told what arrived since the last one and answers with what leaves. Priority classes are lexicographic: the stock goes to class 1 as far as it is
/// wanted there, then to class 2, and so on. <see cref="MatchingPolicy"/> says who receives what within a class; units are whole. Two donations of an item are alike.</para>
/// <para>The same calls give the same answers. An instance has no state and may be shared between threads: what is to be remembered stands in <see cref="MatchingState"/>.</para>
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and auditors are used as instances.")]
public sealed class DonationMatcher
{
    private const int LowestClass = 4;

    /// <summary>Decides what leaves on a day.</summary>
    /// <param name="state">What the last day left; <see cref="MatchingState.Empty"/> at the start.</param>
    /// <param name="day">The day; after that of the state. Days may be left out.</param>
    /// <param name="donations">What was donated since the last call.</param>
    /// <param name="requests">What was asked for since the last call.</param>
    /// <param name="options">Whom the stock goes to; the defaults if <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the search with an exception; the state stays what it was.</param>
    /// <exception cref="ArgumentException">The state, the arrivals or the options are out of range; the message lists everything that is wrong.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public DayMatch Match(
        MatchingState state,
        int day,
        ImmutableArray<Donation> donations,
        ImmutableArray<SupplyRequest> requests,
        MatchingOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArrivalRules.ThrowIfMalformed(state, day, donations, requests);
        options ??= new MatchingOptions();
        options.Validate();
        MatchingState morning = StateLedger.Morning(state, day, donations, requests);
        var stock = new DayStock(morning.Held, day - options.MostDaysHeld);
        for (int priorityClass = 1; priorityClass <= LowestClass; priorityClass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var needs = new ClassNeeds(morning.Open, priorityClass, morning.RequestCounts, stock, options);
            Serve(stock, needs, options, cancellationToken);
        }

        ImmutableArray<Dispatch> dispatches = stock.Dispatches(day);
        return new DayMatch(dispatches, StateLedger.Evening(morning, dispatches));
    }

    private static void Serve(DayStock stock, ClassNeeds needs, MatchingOptions options, CancellationToken cancellationToken)
    {
        switch (options.Policy)
        {
            case MatchingPolicy.FirstComeFirstMatched:
                ReferenceRules.FirstComeFirstMatched(stock, needs);
                break;
            case MatchingPolicy.SmallestRequestFirst:
                ReferenceRules.SmallestRequestFirst(stock, needs);
                break;
            case MatchingPolicy.MeanFillRate:
                new TargetShipments(stock, needs, Targets.LargestSum(stock, needs)).Send(options.ShipmentPrice, cancellationToken);
                RemainderShipments.Send(stock, needs, options.ShipmentPrice, cancellationToken);
                break;
            default:
                new TargetShipments(stock, needs, Targets.Leximin(stock, needs)).Send(price: 0, cancellationToken);
                break;
        }
    }
}

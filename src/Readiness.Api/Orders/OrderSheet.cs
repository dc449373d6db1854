using Readiness.Districts;

namespace Readiness.Api.Orders;

/// <summary>What a plan asks of one place: a facility, or a quarantine site that it opens.</summary>
/// <param name="Place">Id of the place.</param>
/// <param name="Name">Its name.</param>
/// <param name="Opening">The days on which it is open, if it is a quarantine site.</param>
/// <param name="Arrivals">What comes in.</param>
/// <param name="Dispatches">What goes out.</param>
/// <param name="Issues">What is handed out.</param>
/// <param name="Substitutes">Needs that are served in another way.</param>
/// <param name="Shifts">Who works when.</param>
/// <param name="Guests">Who moves in, if it is a quarantine site.</param>
public sealed record OrderSheet(
    string Place,
    LocalizedName Name,
    OpenSite? Opening,
    IReadOnlyList<OrderMove> Arrivals,
    IReadOnlyList<OrderMove> Dispatches,
    IReadOnlyList<OrderIssue> Issues,
    IReadOnlyList<OrderSubstitute> Substitutes,
    IReadOnlyList<OrderShift> Shifts,
    IReadOnlyList<OrderGuests> Guests)
{
    /// <summary>Whether there is nothing to do.</summary>
    public bool IsIdle => Opening is null && Arrivals.Count + Dispatches.Count + Issues.Count + Substitutes.Count + Shifts.Count == 0;
}

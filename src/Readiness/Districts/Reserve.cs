using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Stock of an item that a place keeps for its most urgent needs; at most one of a place and item.</summary>
/// <remarks>
/// What counts is what is left at the end of a day and may still be used on a later one. On a day at whose end less than the
/// reserve is left, nothing of the item was dispatched on a lane with a lead time, and same-day dispatches and needs of less urgent classes
/// took together no more than the units whose last usable day it is. So a dispatch never breaks a reserve, and nothing expires because of one.
/// </remarks>
/// <param name="Place">Id of the facility or candidate site.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="Quantity">Units kept; 0 to 1,000,000,000.</param>
/// <param name="LastClass">The least urgent priority class whose needs at the place may break the reserve, 1 to 4; none may if not given.</param>
public sealed record Reserve(
    [RefersTo(nameof(District.Facilities), nameof(District.CandidateSites))] string Place,
    [RefersTo(nameof(District.Items))] string Item,
    [Limits(0, 1e9)] long Quantity,
    [Limits(1, 4)] int? LastClass = null);

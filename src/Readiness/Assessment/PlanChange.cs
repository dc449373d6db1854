using Readiness.Plans;

namespace Readiness.Assessment;

/// <summary>A decision that is another than published.</summary>
/// <param name="Kind">What is decided.</param>
/// <param name="Subject">The person, the site, the site/zone, the item/from/to or the offer.</param>
/// <param name="Day">Day of the shift, opening, admission, dispatch or order.</param>
/// <param name="InWindow">Whether it lies in the window in which decisions stay.</param>
/// <param name="Origin">Whether it had to be.</param>
/// <param name="Before">What was published: duty/line/shift, first/last open day, guests, units or lots; null if nothing was.</param>
/// <param name="After">What is decided now; null if nothing is.</param>
/// <param name="Rule">For a forced change: the hard rule that the published decision would break.</param>
/// <param name="Reason">The same in words.</param>
public sealed record PlanChange(
    DecisionKind Kind, string Subject, DateOnly Day, bool InWindow, ChangeOrigin Origin, string? Before, string? After, string? Rule = null, string? Reason = null);

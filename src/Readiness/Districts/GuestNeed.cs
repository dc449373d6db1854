using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>An item that each guest of a site uses up.</summary>
/// <param name="Item">Id of the item; once per site.</param>
/// <param name="PerGuestDay">Units per guest and day; 0 to 1,000. The site's need of a day is rounded up.</param>
/// <param name="PriorityClass">1 (life-critical) to 4 (routine).</param>
public sealed record GuestNeed(
    [RefersTo(nameof(District.Items))] string Item, [Limits(0, 1_000)] double PerGuestDay, [Limits(1, 4)] int PriorityClass);

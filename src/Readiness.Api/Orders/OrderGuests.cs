using Readiness.Districts;

namespace Readiness.Api.Orders;

/// <summary>Guests who move in.</summary>
/// <param name="Day">The day.</param>
/// <param name="Zone">Name of the zone that they come from.</param>
/// <param name="Guests">How many.</param>
public sealed record OrderGuests(DateOnly Day, LocalizedName Zone, long Guests);

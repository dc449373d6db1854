using Readiness.Districts;

namespace Readiness.Api.Orders;

/// <summary>A quarantine site that opens.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">First open day.</param>
/// <param name="To">Last open day.</param>
/// <param name="Rooms">Rooms.</param>
public sealed record OpenSite(LocalizedName Name, DateOnly From, DateOnly To, int Rooms);

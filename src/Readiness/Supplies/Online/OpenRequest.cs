namespace Readiness.Supplies.Online;

/// <summary>A request of which something is still wanted.</summary>
/// <param name="Request">The request as it was made.</param>
/// <param name="Remaining">Units that are not dispatched yet; 1 or more.</param>
public sealed record OpenRequest(SupplyRequest Request, long Remaining);

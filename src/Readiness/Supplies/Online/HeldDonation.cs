namespace Readiness.Supplies.Online;

/// <summary>A donation of which something is still held.</summary>
/// <param name="Donation">The donation as it was made.</param>
/// <param name="Remaining">Units that are not dispatched yet; 1 or more. Of one donor and item the oldest leave first.</param>
public sealed record HeldDonation(Donation Donation, long Remaining);

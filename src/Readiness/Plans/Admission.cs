namespace Readiness.Plans;

/// <summary>Contacts of a zone that move into a site on a day and stay for the quarantine length.</summary>
/// <param name="Zone">Id of the zone.</param>
/// <param name="Day">The day on which they become contacts and are admitted.</param>
/// <param name="Guests">Number of guests; more than 0.</param>
public sealed record Admission(string Zone, DateOnly Day, long Guests);

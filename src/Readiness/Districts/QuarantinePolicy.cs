using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Rules for the quarantine of contacts.</summary>
public sealed record QuarantinePolicy
{
    /// <summary>Days a contact stays, the day of admission included; 1 to 60. Default 14 (China, National Health Commission, prevention and control protocol, January 2020).</summary>
    [Limits(1, 60)]
    public int LengthDays { get; init; } = 14;

    /// <summary>Farthest a contact may be taken from the zone's centre, great-circle km; more than 0, at most 25,000.</summary>
    [Limits(0, 25_000, AboveMinimum = true)]
    public double MaxDistanceKm { get; init; } = 50;

    /// <summary>Priority class of housing a contact, 1 (life-critical) to 4 (routine).</summary>
    [Limits(1, 4)]
    public int GuestClass { get; init; } = 2;

    /// <summary>
    /// Least share of the required heads (complete teams for joint duties) that must be filled at a site on every open day, 0 to 1:
    /// a site that falls below is not fit to stay open.
    /// </summary>
    [Limits(0, 1)]
    public double MinimumSiteCover { get; init; } = 0.75;
}

using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A place that holds stock, runs duties or is the home of staff.</summary>
/// <param name="Id">Identifier, unique among facilities and candidate sites.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Organisation">Id of the organisation that runs it and employs its staff.</param>
/// <param name="Zone">Id of the zone it lies in.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="TestsPerDay">Samples that its laboratory can examine per day, whatever binds first there; 0 to 1,000,000, 0 without a laboratory.</param>
/// <param name="IsolationBeds">Beds in which patients can be isolated until their result is known; 0 to 100,000.</param>
/// <param name="StorageLitres">
/// Room for stock in litres, 0 to 1e9; none means room enough. On a day on which a transfer arrives, no more may be left in the evening for later days: what does not
/// fit may not be sent. Stock on hand and shipments from outside are always accepted.
/// </param>
/// <param name="RiskWeight">
/// What a missing share of an item weighs here beside other places, 1 to 100, where the policy's itemSharing is riskWeighted; candidate sites weigh 1.
/// </param>
public sealed record Facility(
    [Identifier] string Id,
    LocalizedName Name,
    FacilityKind Kind,
    [RefersTo(nameof(District.Organisations))] string Organisation,
    [RefersTo(nameof(District.Zones))] string Zone,
    GeoPoint Location,
    [Limits(0, 1e6)] int TestsPerDay = 0,
    [Limits(0, 100_000)] int IsolationBeds = 0,
    [Limits(0, 1e9)] double? StorageLitres = null,
    [Limits(1, 100)] double RiskWeight = 1);

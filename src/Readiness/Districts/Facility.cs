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
public sealed record Facility(
    [Identifier] string Id,
    LocalizedName Name,
    FacilityKind Kind,
    [RefersTo(nameof(District.Organisations))] string Organisation,
    [RefersTo(nameof(District.Zones))] string Zone,
    GeoPoint Location,
    [Limits(0, 1e6)] int TestsPerDay = 0,
    [Limits(0, 100_000)] int IsolationBeds = 0);

using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A place that holds stock, runs duties or is the home of staff.</summary>
/// <param name="Id">Identifier, unique among facilities and candidate sites.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Organisation">Id of the organisation that runs it and employs its staff.</param>
/// <param name="Zone">Id of the zone it lies in.</param>
/// <param name="Location">Where it stands.</param>
public sealed record Facility(
    [Identifier] string Id,
    LocalizedName Name,
    FacilityKind Kind,
    [RefersTo(nameof(District.Organisations))] string Organisation,
    [RefersTo(nameof(District.Zones))] string Zone,
    GeoPoint Location);

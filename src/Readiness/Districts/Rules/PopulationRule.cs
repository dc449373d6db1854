using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>Cases and travellers are spread over the zones by population, so somebody has to live somewhere.</summary>
internal sealed class PopulationRule : DistrictRule
{
    public override void Check(JsonView district, ErrorList errors)
    {
        JsonView zones = district[nameof(District.Zones)];
        if (zones.Entries.Any() && zones.Entries.All(zone => zone[nameof(Zone.Population)].Integer == 0))
        {
            errors.Add(zones.Path, zones.Value, "must have at least one zone with residents");
        }
    }
}

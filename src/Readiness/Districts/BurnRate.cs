using System.Collections.Immutable;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Daily use of an item at a facility that is not bound to a shift, such as patients' masks or hand rub.</summary>
/// <param name="Id">Identifier, unique among burn rates and candidate sites (a site is the id of its guests' needs).</param>
/// <param name="Place">Id of the facility.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="PriorityClass">1 (life-critical) to 4 (routine).</param>
/// <param name="PerDay">Units per day whatever happens; 0 to 1,000,000.</param>
/// <param name="Driver">Workload that adds to the use, where there is one.</param>
/// <param name="PerDriverUnit">Units per unit of the driver; 0 to 10,000. Needs a driver.</param>
/// <param name="Zones">Ids of the zones whose workload counts; empty means the whole district.</param>
public sealed record BurnRate(
    [Identifier] string Id,
    [RefersTo(nameof(District.Facilities))] string Place,
    [RefersTo(nameof(District.Items))] string Item,
    [Limits(1, 4)] int PriorityClass,
    [Limits(0, 1e6)] double PerDay = 0,
    WorkloadDriver? Driver = null,
    [Limits(0, 1e4)] double PerDriverUnit = 0,
    [RefersTo(nameof(District.Zones))] ImmutableArray<string> Zones = default)
{
    /// <summary>Ids of the zones whose workload counts; empty means the whole district.</summary>
    public ImmutableArray<string> Zones { get; init; } = Zones.IsDefault ? [] : Zones;
}

using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Makes the number of heads depend on the epidemic.</summary>
/// <param name="Driver">What is counted, over the duty's zones.</param>
/// <param name="UnitsPerHead">Units of the driver that one head handles in one shift; more than 0, at most 1,000,000. The ratio applies to each shift of the day separately.</param>
public sealed record Workload(WorkloadDriver Driver, [Limits(0, 1e6, AboveMinimum = true)] double UnitsPerHead);

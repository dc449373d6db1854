using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Sets how long contacts and travellers stay in quarantine: <c>{"type":"setQuarantineLength","days":7}</c>.</summary>
/// <param name="Days">Days, that of admission included; 1 to 60.</param>
public sealed record SetQuarantineLength([Limits(1, 60)] int Days) : ScenarioChange
{
    internal override District Apply(District district) => district with
    {
        Policy = district.Policy with { Quarantine = district.Policy.Quarantine with { LengthDays = Days } },
    };
}

using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>A use per unit of workload says which workload.</summary>
internal sealed class BurnRateRule : DistrictRule
{
    public override void Check(JsonView district, ErrorList errors)
    {
        foreach (JsonView rate in district[nameof(District.BurnRates)].Entries)
        {
            JsonView perUnit = rate[nameof(BurnRate.PerDriverUnit)];
            if (perUnit.Number > 0 && !rate[nameof(BurnRate.Driver)].IsGiven)
            {
                errors.Add(perUnit.Path, perUnit.Value, "needs a driver whose units it counts");
            }
        }
    }
}

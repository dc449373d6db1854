using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>Severe and critical cases together are at most all cases.</summary>
internal sealed class CareRule : DistrictRule
{
    public override void Check(JsonView district, ErrorList errors)
    {
        JsonView care = district[nameof(District.Epidemic)][nameof(Epidemic.Care)];
        JsonView severe = care[nameof(CareRates.SevereShare)];
        JsonView critical = care[nameof(CareRates.CriticalShare)];
        if (severe.Number + critical.Number is > 1 and <= 2)
        {
            JsonView given = critical.IsGiven ? critical : severe;
            errors.Add(given.Path, given.Value, $"severe and critical shares add up to {severe.Number + critical.Number:0.######}; at most 1 is possible");
        }
    }
}

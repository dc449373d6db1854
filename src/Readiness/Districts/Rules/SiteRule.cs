using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>A site that must open can be ready within the horizon.</summary>
internal sealed class SiteRule : DistrictRule
{
    public override void Check(JsonView district, ErrorList errors)
    {
        long? days = district[nameof(District.Horizon)][nameof(PlanningHorizon.Days)].Integer;
        foreach (JsonView site in district[nameof(District.CandidateSites)].Entries)
        {
            JsonView setUp = site[nameof(CandidateSite.SetUpDays)];
            if (site[nameof(CandidateSite.Status)].Text == "mustOpen" && setUp.Integer >= days)
            {
                JsonView given = setUp.IsGiven ? setUp : site[nameof(CandidateSite.Status)];
                errors.Add(given.Path, given.Value, $"cannot be: {setUp.Integer} days of setting up leave no day open in a horizon of {days}");
            }
        }
    }
}

using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>An absence ends after it starts and touches the horizon.</summary>
internal sealed class AbsenceRule : DistrictRule
{
    public override void Check(JsonView district, ErrorList errors)
    {
        (DateOnly First, DateOnly Last)? horizon = Horizon(district);
        foreach (JsonView absence in district[nameof(District.Absences)].Entries)
        {
            JsonView from = absence[nameof(Absence.From)];
            JsonView to = absence[nameof(Absence.To)];
            if (to.Date < from.Date)
            {
                errors.Add(to.Path, to.Value, "is before the absence starts");
            }
            else if (to.Date < horizon?.First)
            {
                errors.Add(to.Path, to.Value, $"is before the horizon, which starts on {Words(horizon.Value.First)}: the absence is over");
            }
            else if (from.Date > horizon?.Last)
            {
                errors.Add(from.Path, from.Value, $"is after the horizon, which ends on {Words(horizon.Value.Last)}");
            }
        }
    }
}

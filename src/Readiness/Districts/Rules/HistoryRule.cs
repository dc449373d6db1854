using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>Shifts that people have worked lie within the year before the horizon.</summary>
internal sealed class HistoryRule : DistrictRule
{
    private const int FarthestDays = 366;

    public override void Check(JsonView district, ErrorList errors)
    {
        if (Horizon(district) is not { } horizon)
        {
            return;
        }

        foreach (JsonView person in district[nameof(District.Staff)].Entries)
        {
            foreach (JsonView shift in person[nameof(StaffMember.History)].Entries)
            {
                JsonView date = shift[nameof(WorkedShift.Date)];
                int? before = horizon.First.DayNumber - date.Date?.DayNumber;
                if (before is < 1 or > FarthestDays)
                {
                    errors.Add(date.Path, date.Value, $"must lie within the {FarthestDays} days before the horizon, which starts on {Words(horizon.First)}");
                }
            }
        }
    }
}

using System.Text.Json;
using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>A duty runs within the horizon, and on at least one of its days.</summary>
internal sealed class DutyDaysRule : DistrictRule
{
    public override void Check(JsonView district, ErrorList errors)
    {
        if (Horizon(district) is not { } horizon)
        {
            return;
        }

        foreach (JsonView duty in district[nameof(District.Duties)].Entries)
        {
            JsonView from = duty[nameof(Duty.From)];
            JsonView to = duty[nameof(Duty.To)];
            bool inside = Inside(from, horizon, errors) & Inside(to, horizon, errors);
            if (inside && to.Date < from.Date)
            {
                errors.Add(to.Path, to.Value, "is before the duty starts");
            }
            else if (inside)
            {
                CheckWeekdays(duty[nameof(Duty.Weekdays)], from.Date ?? horizon.First, to.Date ?? horizon.Last, errors);
            }
        }
    }

    private static bool Inside(JsonView date, (DateOnly First, DateOnly Last) horizon, ErrorList errors)
    {
        if (date.Date is not { } day || (day >= horizon.First && day <= horizon.Last))
        {
            return true;
        }

        errors.Add(date.Path, date.Value, $"lies outside the horizon, {Words(horizon.First)} to {Words(horizon.Last)}");
        return false;
    }

    private static void CheckWeekdays(JsonView weekdays, DateOnly from, DateOnly to, ErrorList errors)
    {
        HashSet<string> days = [.. weekdays.Entries.Select(day => day.Text).OfType<string>()];
        if (days.Count == 0)
        {
            return;
        }

        int last = Math.Min(to.DayNumber, from.DayNumber + 6);
        for (int day = from.DayNumber; day <= last; day++)
        {
            if (days.Contains(JsonNamingPolicy.CamelCase.ConvertName(DateOnly.FromDayNumber(day).DayOfWeek.ToString())))
            {
                return;
            }
        }

        errors.Add(weekdays.Path, weekdays.Value, $"none of these weekdays falls on {Words(from)} to {Words(to)}: the duty never runs");
    }
}

using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios.Rules;

/// <summary>Every date of a change lies within the horizon, and what it is about does not end before it begins.</summary>
internal sealed class DateRule : ChangeRule
{
    public override void Check(JsonView change, JsonShape form, District district, ErrorList errors)
    {
        string[] dates = [.. form.Properties.Where(property => property.Shape.Kind == JsonShapeKind.Date).Select(property => property.Property.Name)];
        foreach (string date in dates)
        {
            CheckWithin(district.Horizon, change[date], errors);
        }

        if (dates.Contains(nameof(CancelLeave.From)) && dates.Contains(nameof(CancelLeave.To)))
        {
            JsonView to = change[nameof(CancelLeave.To)];
            if (to.Date < change[nameof(CancelLeave.From)].Date)
            {
                errors.Add(to.Path, to.Value, "is before the first day, from");
            }
        }
    }
}

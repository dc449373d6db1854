using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>The horizon starts in a year that the calendar arithmetic and the reader expect.</summary>
internal sealed class HorizonRule : DistrictRule
{
    public static bool InYears(DateOnly date) => date.Year is >= 1900 and <= 2200;

    public override void Check(JsonView district, ErrorList errors)
    {
        JsonView start = district[nameof(District.Horizon)][nameof(PlanningHorizon.Start)];
        if (start.Date is { } date && !InYears(date))
        {
            errors.Add(start.Path, start.Value, "must lie in the years 1900 to 2200");
        }
    }
}

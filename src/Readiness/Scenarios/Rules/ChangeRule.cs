using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios.Rules;

/// <summary>A rule beyond the shape of a change; it passes over values that are broken themselves.</summary>
internal abstract class ChangeRule
{
    /// <summary>Adds the faults that it finds.</summary>
    /// <param name="change">The raw change.</param>
    /// <param name="form">Shape of its form.</param>
    /// <param name="district">The district as the changes before this one leave it.</param>
    /// <param name="errors">Where faults go.</param>
    public abstract void Check(JsonView change, JsonShape form, District district, ErrorList errors);

    /// <summary>A date lies within the horizon, if it is a date.</summary>
    protected static void CheckWithin(PlanningHorizon horizon, JsonView date, ErrorList errors)
    {
        if (date.Date is { } day && !horizon.Contains(day))
        {
            errors.Add(date.Path, date.Value, $"lies outside the horizon, {Words(horizon.Start)} to {Words(horizon.End)}");
        }
    }

    private static string Words(DateOnly date) => date.ToString(JsonScalarCheck.DateFormat, System.Globalization.CultureInfo.InvariantCulture);
}

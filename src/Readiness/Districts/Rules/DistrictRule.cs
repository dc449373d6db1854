using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>A rule that relates several values of a district; it passes over values that are broken themselves.</summary>
internal abstract class DistrictRule
{
    /// <summary>Adds the faults that it finds.</summary>
    /// <param name="district">The raw district.</param>
    /// <param name="errors">Where faults go.</param>
    public abstract void Check(JsonView district, ErrorList errors);

    /// <summary>The first and the last day of the horizon; null if they cannot be read.</summary>
    protected static (DateOnly First, DateOnly Last)? Horizon(JsonView district)
    {
        JsonView horizon = district[nameof(District.Horizon)];
        return horizon[nameof(PlanningHorizon.Start)].Date is { } start && HorizonRule.InYears(start)
            && horizon[nameof(PlanningHorizon.Days)].Integer is >= 1 and <= 366 and { } days
            ? (start, start.AddDays((int)days - 1))
            : null;
    }

    /// <summary>A date as documents write it.</summary>
    protected static string Words(DateOnly date) => date.ToString(JsonScalarCheck.DateFormat, System.Globalization.CultureInfo.InvariantCulture);
}

using Readiness.Demand;
using Readiness.Districts;
using Readiness.Planning;

namespace Readiness.Assessment;

/// <summary>Takes stock of a district: what it has against what the forecast asks for, without a plan.</summary>
/// <remarks>
/// The need is that of the forecast's planned course if every duty is filled and every use served, under the housing
/// assumption of the options. Nothing is moved between places and nobody is lent, so that the entries of places show where
/// transfers and lending have to help, and those of the district where they cannot.
/// </remarks>
public static class InventoryAssessor
{
    /// <summary>Assesses a district.</summary>
    /// <param name="district">A valid district.</param>
    /// <param name="forecast">What is expected; the district's own forecast if null.</param>
    /// <param name="options">What to assume; defaults if null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="district"/> is null.</exception>
    /// <exception cref="ArgumentException">The forecast is not of this district's zones and days.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static ReadinessInventory Assess(District district, DemandForecast? forecast = null, InventoryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(district);
        options ??= new InventoryOptions();
        options.Validate();
        var context = new PlanningContext(district, forecast ?? DemandForecaster.Forecast(district));
        var work = new ExpectedWork(context, NearestSites.Under(options.Housing, context));
        var staff = new StaffAssessment(context, options, work, new AvailableStaff(context));
        return ReadinessInventory.Of(
            district.Id,
            district.Horizon,
            options,
            new StockAssessment(context, options, work.Units).Entries(),
            staff.Entries(),
            staff.Skills(),
            new CapacityAssessment(context, options).Entries());
    }
}

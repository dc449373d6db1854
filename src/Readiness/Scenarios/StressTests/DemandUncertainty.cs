using Readiness.Districts.Shapes;

namespace Readiness.Scenarios.StressTests;

/// <summary>How far the cases of a future may be from those of the document, where the district does not forecast them.</summary>
/// <remarks>
/// The newly confirmed cases, the imported ones and the travellers of day d of the horizon are multiplied by L x F(d): a level L for all days and a factor F of the day, both log-normal with
/// mean 1. The logarithms of the factors form a stationary first-order autoregression. What lies before the horizon is known and stays. A district with forecast settings
/// (<see cref="Districts.ForecastSettings"/>) takes a course of its ensemble instead, and none of these figures.
/// </remarks>
/// <param name="LevelSpread">
/// Standard deviation of the logarithm of the level; 0 to 2. With 0.35 nineteen futures of twenty have between half and twice the cases: an assumption for a district that gives nothing to forecast from.
/// </param>
/// <param name="DailySpread">Standard deviation of the logarithm of a day's factor; 0 to 2. With 0.25 about what reporting by weekday does to a count; an assumption, too.</param>
/// <param name="Persistence">Correlation of the logarithms of two days in a row; 0 to 0.99.</param>
public sealed record DemandUncertainty(
    [property: Limits(0, 2)] double LevelSpread = 0.35, [property: Limits(0, 2)] double DailySpread = 0.25, [property: Limits(0, 0.99)] double Persistence = 0.6)
{
    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the range that its documentation gives.</exception>
    public void Validate()
    {
        SettingRange.Check(LevelSpread, 0, 2, nameof(LevelSpread));
        SettingRange.Check(DailySpread, 0, 2, nameof(DailySpread));
        SettingRange.Check(Persistence, 0, 0.99, nameof(Persistence));
    }
}

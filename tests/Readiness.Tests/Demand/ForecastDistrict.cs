using Readiness.Districts;

namespace Readiness.Tests.Demand;

/// <summary>The sample district with the city's course as reported up to the day before the horizon, or some days into it.</summary>
internal static class ForecastDistrict
{
    /// <summary>Confirmed cases of Kunming, cumulative, from 23 January 2020 on (Yunnan Health Commission, as collected in canghailan/Wuhan-2019-nCoV, MIT).</summary>
    public static readonly long[] Kunming = [2, 3, 4, 7, 12, 15, 21, 24, 30, 31, 32, 34, 34, 37, 40, 41, 41, 42, 45, 46, 46, 48, 48, 48, 51, 51, 52, 53, 53];

    public static readonly DateOnly FirstReport = new(2020, 1, 23);

    public static District Xishan { get; } = DistrictDocument.LoadSample("xishan");

    /// <summary>The settings of a forecast from what was known on 1 February 2020, with few prior epidemics so that tests are quick.</summary>
    public static ForecastSettings Settings(int trajectories = 100, PlanTarget? target = null) => new()
    {
        Series =
        [
            new CaseSeries
            {
                Id = "kunming",
                Cumulative = [.. Kunming.Select((count, day) => new ReportedCount(FirstReport.AddDays(day), count))],
                Cleaning = [SeriesCleaning.CarryBackCorrections],
            },
        ],
        Origin = new DateOnly(2020, 2, 1),
        ZeroOn = new DateOnly(2020, 1, 15),
        SurveillanceStart = new DateOnly(2020, 1, 20),
        Interventions = [new ForecastIntervention(new DateOnly(2020, 1, 24))],
        ImportTurn = new DateOnly(2020, 1, 24),
        PriorEpidemics = 1_000,
        Trajectories = trajectories,
        PlanFor = target ?? new PlanTarget(PlanTargetKind.Mean),
    };

    public static District With(ForecastSettings? settings, District? district = null)
    {
        district ??= Xishan;
        return district with { Epidemic = district.Epidemic with { Forecast = settings } };
    }
}

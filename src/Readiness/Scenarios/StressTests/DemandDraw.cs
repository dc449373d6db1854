using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Districts.Generation;

namespace Readiness.Scenarios.StressTests;

/// <summary>Draws the demand of a future: a course of the ensemble where the district forecasts its cases, else the document's cases times random factors.</summary>
internal static class DemandDraw
{
    public static (District District, DemandForecast Demand) Of(
        District district, DemandForecast forecast, DemandUncertainty uncertainty, SplitMix64 random)
    {
        if (district.Epidemic.Forecast is not null || forecast.Trajectories.Length > 1)
        {
            return (district, new DemandForecast(district.Horizon, [Course(forecast.Trajectories, random.Unit()) with { Weight = 1 }]));
        }

        double[] factors = Factors(district.Horizon.Days, uncertainty, random);
        double FactorOn(DateOnly date) =>
            date >= district.Horizon.Start && date <= district.Horizon.End ? factors[district.Horizon.DayOf(date)] : 1;
        Epidemic epidemic = district.Epidemic;
        District changed = district with
        {
            Epidemic = epidemic with
            {
                NewCases = [.. epidemic.NewCases.Select(count => count with { Count = count.Count * FactorOn(count.Date) })],
                ImportedCases = [.. epidemic.ImportedCases.Select(count => count with { Count = count.Count * FactorOn(count.Date) })],
                Arrivals = [.. epidemic.Arrivals.Select(count => count with { Count = count.Count * FactorOn(count.Date) })],
            },
        };
        return (changed, DemandForecaster.Forecast(changed));
    }

    private static DemandTrajectory Course(ImmutableArray<DemandTrajectory> courses, double draw)
    {
        foreach (DemandTrajectory course in courses)
        {
            draw -= course.Weight;
            if (draw < 0)
            {
                return course;
            }
        }

        return courses[^1];
    }

    private static double[] Factors(int days, DemandUncertainty uncertainty, SplitMix64 random)
    {
        double level = LogNormal(uncertainty.LevelSpread, random.Normal());
        double innovation = Math.Sqrt(1 - uncertainty.Persistence * uncertainty.Persistence);
        var factors = new double[days];
        double deviation = random.Normal();
        for (int day = 0; day < days; day++)
        {
            factors[day] = level * LogNormal(uncertainty.DailySpread, deviation);
            deviation = uncertainty.Persistence * deviation + innovation * random.Normal();
        }

        return factors;
    }

    // Of mean 1.
    private static double LogNormal(double spread, double deviation) => Math.Exp(spread * deviation - spread * spread / 2);
}

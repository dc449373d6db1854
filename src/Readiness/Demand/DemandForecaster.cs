using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MathNet.Numerics.Random;
using Readiness.Demand.Epidemics;
using Readiness.Demand.Series;
using Readiness.Districts;

namespace Readiness.Demand;

/// <summary>Turns the epidemic's course in a district's document into workload by zone and day.</summary>
/// <remarks>
/// Without forecast settings there is one trajectory of weight 1, taken from the document's daily cases; with them
/// (<see cref="ForecastSettings"/>) an ensemble of equal weights: the region's reported cases up to the origin and one possible course each after it.
/// With c(z, t) the cases of zone z on date t (the region's cases x district share x the zone's share of the population, plus the cases imported into the
/// zone),
/// <list type="bullet">
/// <item>contacts(z, t) = c(z, t - contact delay) x contacts per case + arrivals(t) x the zone's share of the population, in whole people;</item>
/// <item>suspected(z, t) = c(z, t) x suspected per case, and fever visits are these plus the background of the population;</item>
/// <item>isolation patients(z, t) = isolation share x suspected of the last isolation days, t included;</item>
/// <item>samples(z, t) = suspected(z, t) x samples per suspected + contacts(z, t) x samples per contact;</item>
/// <item>patients of a ward(z, t) = share of cases x sum over k of c(z, t - admission delay - k) x the share who stay longer than k days.</item>
/// </list>
/// Cases before the horizon count where a delay or a stay carries them into it. Contacts identified before the
/// horizon are taken to be placed already: neither rooms nor home monitoring are planned for them, unless they are listed as in quarantine. Where no zone has
/// residents, every zone has an equal share. How cases to come fall to the district and its zones, <see cref="CasePlacement"/> says.
/// </remarks>
public static class DemandForecaster
{
    /// <summary>Forecasts the workload of every zone on every day of the horizon. With forecast settings this simulates the prior epidemics first, which takes seconds.</summary>
    /// <param name="district">A valid district.</param>
    /// <returns>A forecast with a single trajectory of weight 1, or an ensemble and the course of it to plan for.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="district"/> is null.</exception>
    public static DemandForecast Forecast(District district) => Forecast(district, null, CancellationToken.None);

    /// <summary>Forecasts the workload of every zone on every day of the horizon from prior epidemics that are there already.</summary>
    /// <param name="district">A valid district.</param>
    /// <param name="prior">Epidemics simulated beforehand (<see cref="DistrictEpidemic.BuildPrior"/>); simulated here if null. Without forecast settings it is not used.</param>
    /// <param name="cancellationToken">Ends the computation.</param>
    /// <returns>A forecast with a single trajectory of weight 1, or an ensemble and the course of it to plan for.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="district"/> is null.</exception>
    /// <exception cref="EpidemicProblemException">The prior is not one of the district's forecast settings.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DemandForecast Forecast(District district, EpidemicPrior? prior, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(district);
        if (DistrictEpidemic.Of(district) is { } epidemic)
        {
            return Of(district, epidemic, epidemic.Forecast(prior, cancellationToken));
        }

        var workload = new RegionWorkload(district);
        return new DemandForecast(district.Horizon, [workload.Of(workload.DocumentCases(), 1)]);
    }

    /// <summary>Turns a forecast of the region's cases into the workload of a district.</summary>
    /// <param name="district">A valid district with forecast settings.</param>
    /// <param name="epidemic">Its epidemic (<see cref="DistrictEpidemic.Of(District)"/>).</param>
    /// <param name="forecast">The forecast of that epidemic.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The district has no forecast settings, or the forecast does not reach its last day.</exception>
    public static DemandForecast Of(District district, DistrictEpidemic epidemic, EpidemicForecast forecast)
    {
        // Parts below are those of regions and prior epidemics.
        const int PlacementPart = 1 << 30;
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(epidemic);
        ArgumentNullException.ThrowIfNull(forecast);
        if (district.Epidemic.Forecast is not { } settings || forecast.Origin.AddDays(forecast.Days) != district.Horizon.End)
        {
            throw new ArgumentException("The forecast must be one of the district and end with its horizon.", nameof(forecast));
        }

        var workload = new RegionWorkload(district);
        ImmutableArray<CaseTrajectory> drawn = forecast.Regions[0].Trajectories;
        int count = Math.Min(settings.Trajectories, drawn.Length);
        var trajectories = new DemandTrajectory[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = epidemic.Options.Threads }, index =>
        {
            // The forecaster draws a hundred at least; where fewer are asked for, they are taken at equal distances.
            CaseTrajectory course = drawn[(int)((long)index * drawn.Length / count)];
            double[] cases = Cases(workload, district, epidemic.Series[0].Series, forecast.Origin, course);
            trajectories[index] = settings.Placement == CasePlacement.Chance
                ? workload.Of(
                    cases,
                    1.0 / count,
                    Math.Max(0, workload.History + district.Horizon.DayOf(forecast.Origin) + 1),
                    settings.CaseFactor,
                    new Xoshiro256StarStar(PartSeed.Mix(settings.Seed, PlacementPart + index), threadSafe: false))
                : workload.Of([.. cases.Select(one => one * settings.CaseFactor)], 1.0 / count);
        });

        ImmutableArray<DemandTrajectory> ensemble = ImmutableCollectionsMarshal.AsImmutableArray(trajectories);
        return new DemandForecast(district.Horizon, ensemble) { Planned = PlannedCourse.Of(ensemble, settings.PlanFor) };
    }

    private static double[] Cases(
        RegionWorkload workload, District district, DailySeries reported, DateOnly origin, CaseTrajectory course)
    {
        var cases = new double[workload.History + workload.Days];
        for (int index = 0; index < cases.Length; index++)
        {
            DateOnly date = district.Horizon.DateOf(index - workload.History);
            int known = date.DayNumber - reported.Start.DayNumber;
            int ahead = date.DayNumber - origin.DayNumber - 1;
            cases[index] = ahead >= 0 ? course.Cases[ahead] : known >= 0 && known < reported.Counts.Length ? reported.Counts[known] : 0;
        }

        return cases;
    }
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Readiness.Demand.Scores;
using Readiness.Districts;

namespace Readiness.Demand.Needs;

/// <summary>From possible courses of the epidemic to what a district needs on each day, with the spread of both.</summary>
/// <remarks>
/// Every course is worked out whole (<see cref="WorkloadModel"/> for heads and items, <see cref="LaboratoryLoad"/> for tests) and quantiles are taken of the
/// results: a quantile of the needs is not the need of a quantile of the cases. Nobody is taken to be housed at a site, so that all contacts are
/// monitored at home; needs of sites follow from a plan.
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and forecasters are used as instances.")]
public sealed class NeedsForecaster
{
    /// <summary>Forecasts.</summary>
    /// <param name="district">A valid district.</param>
    /// <param name="forecast">What is expected; courses of equal weight.</param>
    /// <param name="options">What to assume and show; defaults if null.</param>
    /// <param name="progress">Receives the share of the courses that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Ends the computation.</param>
    /// <exception cref="ArgumentNullException">The district or the forecast is null.</exception>
    /// <exception cref="ArgumentException">The forecast is not of the district's zones and days, or its courses have unequal weights.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public NeedsForecast Forecast(
        District district,
        DemandForecast forecast,
        NeedsOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(forecast);
        options ??= new NeedsOptions();
        options.Validate();
        int courses = forecast.Trajectories.Length;
        if (forecast.Horizon != district.Horizon || forecast.Trajectories.Any(course => Math.Abs(course.Weight * courses - 1) > 1e-6))
        {
            throw new ArgumentException("The forecast must have the district's days and courses of equal weight.", nameof(forecast));
        }

        // Faults of the forecast are told as such and not by a thread of many.
        _ = new WorkloadModel(district, forecast.Trajectories[0]);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        var course = new NeedsCourse(district, options, courses);
        int done = 0;
        Parallel.For(0, courses, parallel, index =>
        {
            course.Add(forecast.Trajectories[index], index);
            progress?.Report((double)Interlocked.Increment(ref done) / courses);
        });
        return new NeedsForecast(
            district.Horizon,
            courses,
            options.Levels,
            Drivers(district, course.Drivers.Quantiles(options.Levels, parallel), options.ByZone),
            Heads(district, course.Heads.Quantiles(options.Levels, parallel)),
            Staff(district, course.Minutes.Quantiles(options.Levels, parallel), options.Allowance),
            Items(district, course.Items.Quantiles(options.Levels, parallel)),
            Laboratory(district.Horizon.Days, course.TestsPerDay, course.Laboratory.Quantiles(options.Levels, parallel)));
    }

    private static ImmutableArray<DriverNeed> Drivers(District district, QuantileForecast[] rows, bool byZone)
    {
        int days = district.Horizon.Days;
        string?[] areas = [null, .. byZone ? district.Zones.Select(zone => zone.Id) : []];
        return [.. Enumerable.Range(0, areas.Length * NeedsCourse.AllDrivers.Length).Select(index => new DriverNeed(
            NeedsCourse.AllDrivers[index % NeedsCourse.AllDrivers.Length], areas[index / NeedsCourse.AllDrivers.Length], [.. rows.AsSpan(index * days, days)]))];
    }

    private static ImmutableArray<HeadsNeed> Heads(District district, QuantileForecast[] rows)
    {
        int days = district.Horizon.Days;
        int next = 0;
        var needs = ImmutableArray.CreateBuilder<HeadsNeed>();
        foreach (Duty duty in district.Duties)
        {
            foreach (DutyLine line in duty.Lines)
            {
                needs.Add(new HeadsNeed(duty.Id, line.Id, line.Skill, duty.Shifts.Length, [.. rows.AsSpan(next++ * days, days)]));
            }
        }

        return needs.ToImmutable();
    }

    private static ImmutableArray<StaffNeed> Staff(District district, QuantileForecast[] minutes, StaffAllowance allowance)
    {
        Dictionary<string, int> normal = district.Contracts.ToDictionary(contract => contract.Id, contract => contract.NormalMinutesPerWeek);
        double weeks = district.Horizon.Days / 7.0;
        var needs = ImmutableArray.CreateBuilder<StaffNeed>(minutes.Length);
        for (int index = 0; index < minutes.Length; index++)
        {
            string skill = district.Skills[index].Id;
            int[] contracts = [.. district.Staff.Where(person => person.Skills.Contains(skill)).Select(person => normal[person.Contract])];
            double weekly = contracts.Length > 0 && contracts.Average() > 0
                ? contracts.Average()
                : new Contract { Id = "standard", Name = new LocalizedName("Standard") }.NormalMinutesPerWeek;
            double each = weekly * weeks * allowance.AvailableShare;
            var required = new QuantileForecast(minutes[index].Levels, [.. minutes[index].Values.Select(value => value / each)]);
            needs.Add(new StaffNeed(skill, contracts.Length, each / 60, required, required.Median > 0 ? contracts.Length / required.Median : null));
        }

        return needs.MoveToImmutable();
    }

    private static ImmutableArray<ItemNeed> Items(District district, QuantileForecast[] rows)
    {
        int days = district.Horizon.Days;
        return [.. district.Items.Select((item, index) => new ItemNeed(
            item.Id, [.. rows.AsSpan(index * (days + 1), days)], rows[index * (days + 1) + days]))];
    }

    private static LaboratoryNeed Laboratory(int days, double testsPerDay, QuantileForecast[] rows) =>
        new(testsPerDay, [.. rows.AsSpan(0, days)], rows[days], testsPerDay > 0 ? rows[days + 1] : null);
}

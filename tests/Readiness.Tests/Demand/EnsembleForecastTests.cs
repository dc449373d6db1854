using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Demand.Epidemics;
using Readiness.Districts;

namespace Readiness.Tests.Demand;

public sealed class EnsembleForecastTests
{
    private static readonly District District = ForecastDistrict.With(ForecastDistrict.Settings());
    private static readonly DistrictEpidemic Epidemic = DistrictEpidemic.Of(District)!;
    private static readonly EpidemicPrior Prior = Epidemic.BuildPrior(null, TestContext.Current.CancellationToken);
    private static readonly EpidemicForecast Cases = Epidemic.Forecast(Prior, TestContext.Current.CancellationToken);
    private static readonly DemandForecast Forecast = DemandForecaster.Of(District, Epidemic, Cases);

    [Fact]
    public void A_district_without_settings_has_one_course() => Assert.Null(DistrictEpidemic.Of(ForecastDistrict.Xishan));

    [Fact]
    public void The_series_is_what_was_known_on_the_origin()
    {
        Assert.Equal(new DateOnly(2020, 1, 15), Epidemic.Series[0].Series.Start);
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 1, 3, 5, 3, 6, 3, 6, 1], Epidemic.Series[0].Series.Counts);
        Assert.Equal(new DateOnly(2020, 2, 1), Epidemic.Problem.Origin);
        Assert.Equal(19, Epidemic.Problem.Days);
    }

    [Fact]
    public void Courses_are_those_of_the_region_times_the_shares_after_what_was_reported()
    {
        Assert.Equal(100, Forecast.Trajectories.Length);
        int region = 0;
        double population = District.Zones.Sum(zone => (double)zone.Population);
        foreach (DemandTrajectory course in Forecast.Trajectories)
        {
            Assert.Equal(0.01, course.Weight, 12);
            for (int zone = 0; zone < District.Zones.Length; zone++)
            {
                double share = 0.18 * District.Zones[zone].Population / population;
                Assert.Equal(share * 1, course.Zones[zone].NewCases[0], 9);
                Assert.Equal(share * 1, course.Zones[zone].NewCases[8], 9);
                for (int ahead = 0; ahead < 19; ahead++)
                {
                    Assert.Equal(share * Cases.Regions[0].Trajectories[region].Cases[ahead], course.Zones[zone].NewCases[9 + ahead], 9);
                }
            }

            region++;
        }
    }

    [Fact]
    public void The_mean_is_planned_for_and_its_people_are_whole()
    {
        for (int zone = 0; zone < District.Zones.Length; zone++)
        {
            for (int day = 0; day < 28; day++)
            {
                Assert.Equal(Forecast.Trajectories.Average(course => course.Zones[zone].Samples[day]), Forecast.Planned.Zones[zone].Samples[day], 9);
            }
        }

        double expected = Forecast.Trajectories.Average(course => course.Zones.Sum(zone => (double)zone.NewContacts.Sum()));
        Assert.InRange(Forecast.Planned.Zones.Sum(zone => zone.NewContacts.Sum()), expected - 0.51, expected + 0.51);
    }

    [Fact]
    public void Equal_seeds_give_equal_forecasts_whatever_the_threads()
    {
        DistrictEpidemic single = Epidemic with { Options = Epidemic.Options with { Threads = 1 } };
        DemandForecast again = DemandForecaster.Of(District, single, single.Forecast(null, TestContext.Current.CancellationToken));
        DemandForecast other = DemandForecaster.Forecast(ForecastDistrict.With(ForecastDistrict.Settings() with { Seed = 2 }), null, TestContext.Current.CancellationToken);

        Assert.Equal(Figures(Forecast), Figures(again));
        Assert.NotEqual(Figures(Forecast), Figures(other));
    }

    [Theory]
    [InlineData(0.5, 0.9)]
    [InlineData(0.9, 0.99)]
    public void A_higher_quantile_plans_for_more(double low, double high)
    {
        DemandTrajectory less = PlannedFor(new PlanTarget(PlanTargetKind.Quantile, low));
        DemandTrajectory more = PlannedFor(new PlanTarget(PlanTargetKind.Quantile, high));

        Assert.All(less.Zones.Zip(more.Zones), pair => Assert.True(AtMost(pair.First with { NewContacts = [] }, pair.Second with { NewContacts = [] })));

        // Whole people are rounded where the running total is; it never falls behind.
        for (int day = 0; day < 28; day++)
        {
            Assert.True(less.Zones.Sum(zone => zone.NewContacts.Take(day + 1).Sum()) <= more.Zones.Sum(zone => zone.NewContacts.Take(day + 1).Sum()));
        }

        Assert.True(less.Zones.Sum(zone => zone.NewCases.Sum()) < more.Zones.Sum(zone => zone.NewCases.Sum()));
    }

    [Fact]
    public void A_quantile_is_that_of_the_district_and_its_zones_share_it_like_the_mean()
    {
        District district = ForecastDistrict.With(ForecastDistrict.Settings(100, new PlanTarget(PlanTargetKind.Quantile, 0.9)) with { Placement = CasePlacement.Chance });
        DemandForecast forecast = DemandForecaster.Of(district, Epidemic, Cases);
        for (int day = 0; day < 28; day++)
        {
            double[] totals = [.. forecast.Trajectories.Select(course => course.Zones.Sum(zone => zone.Samples[day])).Order()];
            double mean = forecast.Trajectories.Average(course => course.Zones[2].Samples[day]);

            // The 90 % quantile of a hundred lies half-way between the 90th and the 91st.
            Assert.Equal((totals[89] + totals[90]) / 2, forecast.Planned.Zones.Sum(zone => zone.Samples[day]), 6);
            Assert.Equal((totals[89] + totals[90]) / 2 * mean / totals.Average(), forecast.Planned.Zones[2].Samples[day], 6);
        }
    }

    [Fact]
    public void A_plan_for_all_courses_suffices_for_each()
    {
        DemandTrajectory planned = PlannedFor(new PlanTarget(PlanTargetKind.Trajectories, Count: 100));

        Assert.All(Forecast.Trajectories, course => Assert.All(course.Zones.Zip(planned.Zones), pair => Assert.True(AtMost(pair.First, pair.Second))));
    }

    [Fact]
    public void A_plan_for_one_course_is_the_one_in_the_middle()
    {
        DemandTrajectory planned = PlannedFor(new PlanTarget(PlanTargetKind.Trajectories, Count: 1));
        double[] totals = [.. Forecast.Trajectories.Select(course => course.Zones.Sum(zone => zone.NewCases.Sum())).Order()];

        Assert.Equal(totals[50], planned.Zones.Sum(zone => zone.NewCases.Sum()), 9);
    }

    [Fact]
    public void With_one_trajectory_the_spread_is_gone()
    {
        District district = ForecastDistrict.With(ForecastDistrict.Settings(1));
        DemandForecast forecast = DemandForecaster.Of(district, Epidemic, Cases);

        DemandTrajectory only = Assert.Single(forecast.Trajectories);
        Assert.Equal(1, only.Weight);
        Assert.Equal(Figures(forecast with { Trajectories = [forecast.Planned] }), Figures(forecast));
    }

    [Fact]
    public void A_factor_scales_what_was_reported_and_what_is_to_come()
    {
        District district = ForecastDistrict.With(ForecastDistrict.Settings() with { CaseFactor = 3 });
        DemandForecast forecast = DemandForecaster.Of(district, Epidemic, Cases);

        Assert.Equal(3 * Forecast.Planned.Zones[0].NewCases.Sum(), forecast.Planned.Zones[0].NewCases.Sum(), 9);
        Assert.Equal(3 * Forecast.Planned.Zones[0].WardPatients[0], forecast.Planned.Zones[0].WardPatients[0], 9);
    }

    [Fact]
    public void Cases_by_chance_are_whole_and_right_on_average()
    {
        District district = ForecastDistrict.With(ForecastDistrict.Settings() with { Placement = CasePlacement.Chance });
        DemandForecast forecast = DemandForecaster.Of(district, Epidemic, Cases);
        DemandForecast again = DemandForecaster.Of(district, Epidemic with { Options = Epidemic.Options with { Threads = 1 } }, Cases);
        double[] placed = [.. forecast.Trajectories.Select(course => course.Zones.Sum(zone => zone.NewCases.Skip(9).Sum()))];
        double region = Cases.Regions[0].Trajectories.Sum(course => (double)course.Cases.Sum());

        Assert.Equal(Figures(forecast), Figures(again));
        Assert.All(forecast.Trajectories, course => Assert.All(course.Zones, zone => Assert.All(zone.NewCases.Skip(9), count => Assert.Equal(Math.Round(count), count))));
        Assert.Equal(Forecast.Trajectories[0].Zones[0].NewCases[8], forecast.Trajectories[0].Zones[0].NewCases[8], 12);
        Assert.InRange(placed.Sum(), 0.18 * region - 4 * Math.Sqrt(0.18 * region), 0.18 * region + 4 * Math.Sqrt(0.18 * region));
        Assert.True(Spread(placed) > Spread([.. Forecast.Trajectories.Select(course => course.Zones.Sum(zone => zone.NewCases.Skip(9).Sum()))]));
        Assert.All(Enumerable.Range(0, 10), zone => Assert.Contains(forecast.Trajectories, course => course.Zones[zone].NewCases.Skip(9).Sum() > 0));

        static double Spread(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2));
    }

    [Fact]
    public void Keys_of_priors_tell_settings_apart_and_ignore_the_counts()
    {
        ForecastSettings settings = ForecastDistrict.Settings();
        Assert.Equal(Epidemic.PriorKey, Key(settings with { Trajectories = 500, CaseFactor = 2, Origin = new DateOnly(2020, 1, 30) }));
        Assert.NotEqual(Epidemic.PriorKey, Key(settings with { Seed = 2 }));
        Assert.NotEqual(Epidemic.PriorKey, Key(settings with { ImportTurn = new DateOnly(2020, 1, 25) }));
        Assert.NotEqual(Epidemic.PriorKey, Key(settings with { Interventions = [new ForecastIntervention(new DateOnly(2020, 1, 25))] }));
        Assert.NotEqual(Epidemic.PriorKey, Key(settings with { Priors = new ForecastPriors { Reproduction = new Belief(3, 0.1) } }));

        static string Key(ForecastSettings settings) => DistrictEpidemic.Of(ForecastDistrict.With(settings))!.PriorKey;
    }

    [Fact]
    public void Settings_come_back_from_their_document()
    {
        string written = DistrictDocument.Write(District);
        District read = DistrictDocument.Read(written);

        Assert.Equal(written, DistrictDocument.Write(read));
        Assert.Equal(Epidemic.PriorKey, DistrictEpidemic.Of(read)!.PriorKey);
    }

    private static DemandTrajectory PlannedFor(PlanTarget target) =>
        DemandForecaster.Of(ForecastDistrict.With(ForecastDistrict.Settings(100, target)), Epidemic, Cases).Planned;

    private static bool AtMost(ZoneDemand less, ZoneDemand more) =>
        Figures(less).Zip(Figures(more)).All(pair => pair.First <= pair.Second + 1e-9);

    private static ImmutableArray<double> Figures(DemandForecast forecast) =>
        [.. forecast.Trajectories.Append(forecast.Planned).SelectMany(course => course.Zones).SelectMany(Figures)];

    private static IEnumerable<double> Figures(ZoneDemand zone) =>
    [
        .. zone.NewCases, .. zone.NewContacts, .. zone.FeverVisits, .. zone.IsolationPatients, .. zone.Samples,
        .. zone.WardPatients, .. zone.SeverePatients, .. zone.CriticalPatients,
    ];
}

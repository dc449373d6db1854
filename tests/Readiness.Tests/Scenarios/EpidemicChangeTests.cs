using Readiness.Districts;
using Readiness.Scenarios;
using Readiness.Tests.Districts;

namespace Readiness.Tests.Scenarios;

public sealed class EpidemicChangeTests
{
    private static readonly DateOnly Start = SmallDistrict.Start;
    private static readonly District Small = SmallDistrict.Make();

    [Fact]
    public void Cases_are_multiplied_wherever_they_come_from_and_travellers_are_not()
    {
        Epidemic after = Apply(new ScaleCases(2));

        Assert.Equal([new DailyCount(Start.AddDays(-3), 4), new DailyCount(Start, 3)], after.NewCases);
        Assert.Equal([new ZoneCount(Start.AddDays(1), "east", 2)], after.ImportedCases);
        Assert.Equal([new DailyCount(Start, 12)], after.Arrivals);
    }

    [Fact]
    public void Cases_are_multiplied_on_the_given_dates_only()
    {
        Epidemic onFirst = Apply(new ScaleCases(3, Start, Start));
        Assert.Equal([2, 4.5], onFirst.NewCases.Select(count => count.Count));
        Assert.Equal([1.0], onFirst.ImportedCases.Select(count => count.Count));

        Epidemic later = Apply(new ScaleCases(0, From: Start.AddDays(1)));
        Assert.Equal([2, 1.5], later.NewCases.Select(count => count.Count));
        Assert.Equal([0.0], later.ImportedCases.Select(count => count.Count));

        Epidemic earlier = Apply(new ScaleCases(10, To: Start));
        Assert.Equal([20.0, 15.0], earlier.NewCases.Select(count => count.Count));
        Assert.Equal([1.0], earlier.ImportedCases.Select(count => count.Count));
    }

    [Fact]
    public void Factor_one_changes_nothing() =>
        Assert.Equal(
            DistrictDocument.Write(Small),
            DistrictDocument.Write(ScenarioRunner.Apply(Small, new Scenario("x", [new ScaleCases(1), new ScaleArrivals(1), new ChangeBurnRate("gown", 1)]))));

    [Fact]
    public void Forecast_cases_are_multiplied_as_a_whole()
    {
        var forecast = new ForecastEpidemic(new ForecastSettings { Series = [new CaseSeries { Id = "city", NewCases = [new ReportedCount(Start.AddDays(-1), 3)] }] });
        Epidemic after = ScenarioRunner.Apply(Small, new Scenario("x", [forecast, new ScaleCases(3), new ScaleCases(2)])).Epidemic;
        Assert.Equal(6, after.Forecast!.CaseFactor);

        Assert.Equal(
            ["/changes/1/from", "/changes/1/to"],
            ScenarioDocument.Validate(new Scenario("x", [forecast, new ScaleCases(3, Start, Start)]), Small).Select(error => error.Pointer));
    }

    [Fact]
    public void Travellers_are_multiplied_and_cases_are_not()
    {
        Epidemic after = Apply(new ScaleArrivals(0.5, Start, Start.AddDays(2)));

        Assert.Equal([new DailyCount(Start, 6)], after.Arrivals);
        Assert.Equal(Small.Epidemic.NewCases, after.NewCases);
        Assert.Equal(Small.Epidemic.ImportedCases, after.ImportedCases);
    }

    [Fact]
    public void Imported_cases_join_those_of_their_zone_and_day()
    {
        Assert.Equal(
            [new ZoneCount(Start.AddDays(1), "east", 1), new ZoneCount(Start.AddDays(1), "west", 4)],
            Apply(new ImportCases("west", Start.AddDays(1), 4)).ImportedCases);
        Assert.Equal([new ZoneCount(Start.AddDays(1), "east", 5)], Apply(new ImportCases("east", Start.AddDays(1), 4)).ImportedCases);
    }

    [Fact]
    public void The_order_of_changes_matters()
    {
        ScenarioChange scale = new ScaleCases(2);
        ScenarioChange import = new ImportCases("east", Start.AddDays(1), 4);

        Assert.Equal(10, Assert.Single(Apply(import, scale).ImportedCases).Count);
        Assert.Equal(6, Assert.Single(Apply(scale, import).ImportedCases).Count);
    }

    [Fact]
    public void The_length_of_quarantine_is_all_that_changes_in_the_policy() =>
        Assert.Equal(
            Small.Policy with { Quarantine = Small.Policy.Quarantine with { LengthDays = 21 } },
            ScenarioRunner.Apply(Small, new Scenario("x", [new SetQuarantineLength(21)])).Policy);

    [Theory]
    [InlineData(SiteStatus.Closed)]
    [InlineData(SiteStatus.Available)]
    [InlineData(SiteStatus.MustOpen)]
    public void A_site_gets_its_status_and_the_others_keep_theirs(SiteStatus status)
    {
        CandidateSite hotel = Small.CandidateSites[0];
        District two = Small with { CandidateSites = [hotel with { Status = SiteStatus.Available }, hotel with { Id = "inn" }] };

        District after = ScenarioRunner.Apply(two, new Scenario("x", [new SetSite("hotel", status)]));

        Assert.Equal([status, SiteStatus.MustOpen], after.CandidateSites.Select(site => site.Status));
    }

    private static Epidemic Apply(params ScenarioChange[] changes) => ScenarioRunner.Apply(Small, new Scenario("x", [.. changes])).Epidemic;
}

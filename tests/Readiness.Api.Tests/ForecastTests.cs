using System.Net;
using System.Text.Json;
using Readiness.Districts;

namespace Readiness.Api.Tests;

public sealed class ForecastTests(ApiServer server) : IClassFixture<ApiServer>
{
    // Confirmed cases of Kunming up to each day from 23 January 2020 on (Yunnan Health Commission, as collected in canghailan/Wuhan-2019-nCoV, MIT);
    // a correction of one is made up.
    private static readonly long[] Kunming = [2, 3, 4, 7, 12, 15, 21, 24, 30, 31, 33, 32, 34, 37, 40, 41, 41, 42, 45, 46, 46, 48, 48, 48, 51, 51, 52, 53, 53];

    private readonly HttpClient client = server.Client;

    [Fact]
    public async Task A_forecast_has_cases_needs_estimates_cleaning_and_calibration()
    {
        await PostAsync("spread");

        JsonElement report = await client.GetJsonAsync("/v1/baselines/spread/forecast");

        Assert.Equal("2020-02-06", report.GetProperty("origin").GetString());
        Assert.Equal(120, report.GetProperty("trajectories").GetInt32());
        Assert.Equal("quantile", report.GetProperty("plannedFor").GetProperty("kind").GetString());
        Assert.Equal([0.05, 0.25, 0.5, 0.75, 0.95], Numbers(report.GetProperty("levels")));
        JsonElement cases = report.GetProperty("cases");
        Assert.Equal("2020-02-07", cases.GetProperty("from").GetString());
        Assert.Equal(18, cases.GetProperty("reported").GetArrayLength());
        Assert.Equal(14, cases.GetProperty("days").GetArrayLength());
        Assert.All(cases.GetProperty("days").EnumerateArray().Concat(cases.GetProperty("cumulative").EnumerateArray()), Ordered);

        Assert.Equal(10, report.GetProperty("drivers").GetArrayLength());
        Assert.All(report.GetProperty("drivers").EnumerateArray(), driver =>
        {
            Assert.Equal(28, driver.GetProperty("planned").GetArrayLength());
            Assert.Equal(28, driver.GetProperty("days").GetArrayLength());
            Assert.All(driver.GetProperty("days").EnumerateArray(), Ordered);
        });
        Assert.All(report.GetProperty("heads").EnumerateArray().SelectMany(line => line.GetProperty("days").EnumerateArray()), Ordered);
        Assert.All(report.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("total")), Ordered);
        Assert.Equal(15, report.GetProperty("staff").GetArrayLength());
        Assert.Equal(188, report.GetProperty("laboratory").GetProperty("testsPerDay").GetDouble());

        Assert.Contains(report.GetProperty("parameters").EnumerateArray(), parameter => parameter.GetProperty("name").GetString() == "reproductionAfter1");
        JsonElement change = Assert.Single(Assert.Single(report.GetProperty("cleaning").EnumerateArray()).GetProperty("changes").EnumerateArray());
        Assert.Equal(("2020-02-02", 33, 32), (change.GetProperty("date").GetString(), change.GetProperty("before").GetInt32(), change.GetProperty("after").GetInt32()));
        JsonElement score = Assert.Single(report.GetProperty("calibration").EnumerateArray());
        Assert.InRange(score.GetProperty("origins").GetInt32(), 5, 11);
        Assert.InRange(score.GetProperty("coverage90").GetDouble(), score.GetProperty("coverage50").GetDouble(), 1);
        Assert.True(score.GetProperty("score").GetDouble() > 0 && score.GetProperty("weeklyBaselineScore").GetDouble() > 0);
    }

    [Fact]
    public async Task Levels_and_zones_are_shown_as_asked_for()
    {
        await PostAsync("zones");

        JsonElement report = await client.GetJsonAsync("/v1/baselines/zones/forecast?levels=0.99,0.5,0.975&zones=true");
        JsonElement again = await client.GetJsonAsync("/v1/baselines/zones/forecast?levels=0.5,0.975,0.99&zones=true");

        Assert.Equal([0.5, 0.975, 0.99], Numbers(report.GetProperty("levels")));
        Assert.Equal(110, report.GetProperty("drivers").GetArrayLength());
        Assert.Equal(3, report.GetProperty("drivers")[0].GetProperty("days")[0].GetArrayLength());
        Assert.Equal(report.GetRawText(), again.GetRawText());
    }

    [Fact]
    public async Task A_baseline_without_settings_gets_its_single_course_with_a_note()
    {
        JsonElement report = await client.GetJsonAsync("/v1/baselines/xishan/forecast");

        Assert.Contains("one course", report.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, report.GetProperty("cases").ValueKind);
        Assert.Equal(JsonValueKind.Null, report.GetProperty("origin").ValueKind);
        Assert.Empty(report.GetProperty("calibration").EnumerateArray());
        Assert.All(report.GetProperty("drivers").EnumerateArray(), driver => Assert.All(
            driver.GetProperty("days").EnumerateArray().Zip(Numbers(driver.GetProperty("planned"))),
            day => Assert.All(Numbers(day.First), value => Assert.Equal(day.Second, value))));
        Assert.Equal(1.08, Driver(report, "newCases")[7], 2);
    }

    [Fact]
    public async Task An_unknown_baseline_is_not_found()
    {
        using HttpResponseMessage response = await client.GetAsync("/v1/baselines/nowhere/forecast", JsonHttp.Token);
        await response.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("levels=0.5,0.51", "/levels")]
    [InlineData("levels=", "/levels")]
    [InlineData("levels=NaN", "/levels")]
    [InlineData("zones=perhaps", "/zones")]
    [InlineData("zones=true&zones=true", "/zones")]
    [InlineData("zones=1&levels=2&surprise=3", "/levels /surprise /zones")]
    public async Task Every_fault_of_the_parameters_is_told_at_once(string query, string pointers)
    {
        using HttpResponseMessage response = await client.GetAsync("/v1/baselines/xishan/forecast?" + query, JsonHttp.Token);
        Assert.Equal(pointers.Split(' '), (await response.FaultsAsync()).Order());
    }

    [Fact]
    public async Task Faults_of_the_settings_have_pointers()
    {
        string json = Document("wrong").Replace("\"carryBackCorrections\"", "\"fillGaps\"", StringComparison.Ordinal)
            .Replace("\"level\": 0.9", "\"count\": 3", StringComparison.Ordinal);
        using HttpResponseMessage response = await client.PostJsonAsync("/v1/baselines", json);

        Assert.Equal(
            ["/epidemic/forecast/planFor/count", "/epidemic/forecast/planFor/level", "/epidemic/forecast/series/0/cumulative/11/count"],
            (await response.FaultsAsync()).Order());
    }

    [Fact]
    public async Task A_scenario_plans_for_a_forecast_of_its_own()
    {
        await TinyDistrict.AddToAsync(client);
        string before = TinyDistrict.District.Horizon.Start.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        string change = $$"""
            [{ "type": "forecastEpidemic", "forecast": {
              "series": [{ "id": "city", "newCases": [{ "date": "{{before}}", "count": 40 }] }],
              "trajectories": 50, "priorEpidemics": 1000, "planFor": { "kind": "trajectories", "count": 5 } } }]
            """;
        using HttpResponseMessage response = await client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario("spread", change, 2));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);

        JsonElement ended = await client.UntilAsync(response.Headers.Location!.OriginalString, scenario => scenario.State() is "completed" or "failed");

        Assert.Equal("completed", ended.State());
    }

    private async Task PostAsync(string id)
    {
        using HttpResponseMessage created = await client.PostJsonAsync("/v1/baselines", Document(id));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
    }

    private static string Document(string id)
    {
        District sample = DistrictDocument.LoadSample("xishan");
        string json = DistrictDocument.Write(sample with
        {
            Id = id,
            Epidemic = sample.Epidemic with
            {
                Forecast = new ForecastSettings
                {
                    Series =
                    [
                        new CaseSeries
                        {
                            Id = "kunming",
                            Cumulative = [.. Kunming.Select((count, day) => new ReportedCount(new DateOnly(2020, 1, 23).AddDays(day), count))],
                            Cleaning = [SeriesCleaning.CarryBackCorrections],
                        },
                    ],
                    Origin = new DateOnly(2020, 2, 6),
                    ZeroOn = new DateOnly(2020, 1, 20),
                    SurveillanceStart = new DateOnly(2020, 1, 20),
                    Interventions = [new ForecastIntervention(new DateOnly(2020, 1, 24))],
                    ImportTurn = new DateOnly(2020, 1, 24),
                    Trajectories = 120,
                    PriorEpidemics = 1_000,
                    PlanFor = new PlanTarget(PlanTargetKind.Quantile, 0.9),
                },
            },
        });
        return json;
    }

    private static double[] Driver(JsonElement report, string name) => Numbers(
        report.GetProperty("drivers").EnumerateArray().First(driver => driver.GetProperty("driver").GetString() == name).GetProperty("planned"));

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    private static void Ordered(JsonElement quantiles)
    {
        double[] values = Numbers(quantiles);
        Assert.Equal(5, values.Length);
        Assert.Equal(values.Order(), values);
    }
}

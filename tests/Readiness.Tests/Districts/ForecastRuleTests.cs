using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Tests.Districts;

/// <summary>Each rule of forecast settings and ratios of care, broken alone.</summary>
public sealed class ForecastRuleTests
{
    private const string Root = "/epidemic/forecast";

    private const string Sound = """
        {
          "series": [
            { "id": "city", "newCases": [{ "date": "2020-01-18", "count": 1 }, { "date": "2020-01-21", "count": 4 }, { "date": "2020-01-26", "count": 2 }] },
            { "id": "next", "cumulative": [{ "date": "2020-01-19", "count": 3 }, { "date": "2020-01-22", "count": 9 }, { "date": "2020-01-24", "count": 8 }],
              "cleaning": ["fillGaps", "carryBackCorrections"] }
          ],
          "origin": "2020-01-22",
          "zeroOn": "2020-01-10",
          "surveillanceStart": "2020-01-15",
          "firstDay": "2020-01-01",
          "interventions": [{ "date": "2020-01-20", "reproduction": { "centre": 0.8, "deviation": 0.2 } }, { "date": "2020-01-28" }],
          "importTurn": "2020-01-20",
          "priors": { "reproduction": { "centre": 2.5, "deviation": 0.3 }, "importGrowth": { "centre": 0.1, "deviation": 0.05 } },
          "planFor": { "kind": "quantile", "level": 0.9 }
        }
        """;

    [Theory]
    [InlineData("/origin", null, null, null)]
    [InlineData("/origin", "\"2020-01-25\"", "/origin", "later than the last count of a series, 2020-01-24")]
    [InlineData("/zeroOn", null, null, null)]
    [InlineData("/zeroOn", "\"2020-01-18\"", "/zeroOn", "not before the first count, that of 2020-01-18")]
    [InlineData("/surveillanceStart", null, null, null)]
    [InlineData("/surveillanceStart", "\"2019-12-31\"", "/surveillanceStart", "must lie from 2020-01-01 to 2020-01-30")]
    [InlineData("/priors/surveillanceRamp", """{ "centre": 400, "deviation": 1 }""", "/priors/surveillanceRamp/centre", "to 365")]
    [InlineData("/firstDay", null, null, null)]
    [InlineData("/firstDay", "\"2020-01-11\"", "/firstDay", "infections come before reports")]
    [InlineData("/firstDay", "\"2018-12-01\"", "/firstDay", "at most 400 days can be")]
    [InlineData("/importTurn", "\"2020-03-01\"", "/importTurn", "must lie from 2020-01-01 to 2020-01-30")]
    [InlineData("/interventions/1/date", "\"2020-01-31\"", "/interventions/1/date", "must lie from")]
    [InlineData("/interventions/1/date", "\"2020-01-12\"", "/interventions/1/date", "later than that of the entry before")]
    [InlineData("/interventions/1/date", "\"2020-01-20\"", "/interventions/1/date", "has the same date as entry 0")]
    [InlineData("/interventions/0/reproduction/centre", "0", "/interventions/0/reproduction/centre", "to 20")]
    [InlineData("/interventions/0/dateDeviation", "31", "/interventions/0/dateDeviation", "from 0 to 30")]
    [InlineData("/priors/reproduction/centre", "21", "/priors/reproduction/centre", "to 20")]
    [InlineData("/priors/reproduction/deviation", "4", "/priors/reproduction/deviation", "from 0 to 3")]
    [InlineData("/priors/reproduction/deviation", "-1", "/priors/reproduction/deviation", "from 0 to 100")]
    [InlineData("/priors/importGrowth/centre", "-2", "/priors/importGrowth/centre", "from -1 to 1")]
    [InlineData("/priors/generationTime", """{ "centre": 0.5, "deviation": 1 }""", "/priors/generationTime/centre", "from 1 to 40")]
    [InlineData("/priors/surprise", "1", "/priors/surprise", "is not a known property")]
    [InlineData("/series", "[]", "/series", "at least one entry")]
    [InlineData("/series/1/id", "\"city\"", "/series/1/id", "is the id of entry 0 already")]
    [InlineData("/series/0/newCases", null, "/series/0", "must have newCases or cumulative counts")]
    [InlineData("/series/0/cumulative", """[{ "date": "2020-01-25", "count": 3 }]""", "/series/0/cumulative", "is given beside newCases")]
    [InlineData("/series/0/cleaning", """["fillGaps"]""", "/series/0/cleaning", "for cumulative counts only")]
    [InlineData("/series/0/newCases/1/date", "\"2020-01-17\"", "/series/0/newCases/1/date", "later than that of the entry before")]
    [InlineData("/series/0/newCases/1/date", "\"2020-01-18\"", "/series/0/newCases/1/date", "has the same date as entry 0")]
    [InlineData("/series/0/newCases/1/count", "-4", "/series/0/newCases/1/count", "from 0 to")]
    [InlineData("/series/0/newCases/1/count", "1.5", "/series/0/newCases/1/count", "whole number")]
    [InlineData("/series/0/newCases/2/date", "\"2120-01-26\"", "/series/0/newCases/2/date", "within 366 days of the horizon")]
    [InlineData("/series/1/cleaning", """["fillGaps"]""", "/series/1/cumulative/2/count", "must not fall without the cleaning step carryBackCorrections")]
    [InlineData("/series/1/cleaning/1", "\"tidyUp\"", "/series/1/cleaning/1", "must be one of")]
    [InlineData("/trajectories", "0", "/trajectories", "from 1 to 10,000")]
    [InlineData("/trajectories", "10001", "/trajectories", "from 1 to 10,000")]
    [InlineData("/placement", "\"dice\"", "/placement", "must be one of")]
    [InlineData("/seed", "-1", "/seed", "from 0 to")]
    [InlineData("/planFor/level", null, "/planFor/level", "is required with the kind quantile")]
    [InlineData("/planFor/level", "1", "/planFor/level", "from 0.01 to 0.99")]
    [InlineData("/planFor/count", "3", "/planFor/count", "is for the kind trajectories only")]
    [InlineData("/planFor", """{ "kind": "mean" }""", null, null)]
    [InlineData("/planFor", """{ "kind": "trajectories" }""", "/planFor/count", "is required with the kind trajectories")]
    [InlineData("/planFor", """{ "kind": "trajectories", "count": 1001 }""", "/planFor/count", "more than the 1000 trajectories")]
    [InlineData("/planFor", """{ "kind": "median" }""", "/planFor/kind", "must be one of")]
    public void A_rule_is_held(string pointer, string? json, string? at, string? message)
    {
        ImmutableArray<DistrictError> errors = Tampered.Errors((Root, Sound), (Root + pointer, json));
        if (at is null)
        {
            Assert.Empty(errors);
            return;
        }

        DistrictError error = Assert.Single(errors, one => one.Pointer == Root + at);
        Assert.Contains(message!, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gaps_need_a_step_at_each()
    {
        ImmutableArray<DistrictError> errors = Tampered.Errors((Root, Sound), (Root + "/series/1/cleaning", """["carryBackCorrections"]"""));
        Assert.Equal([Root + "/series/1/cumulative/1/date", Root + "/series/1/cumulative/2/date"], errors.Select(error => error.Pointer));
    }

    [Fact]
    public void A_horizon_too_far_from_what_is_known_is_refused()
    {
        ImmutableArray<DistrictError> errors = Tampered.Errors((Root, Sound), ("/horizon/days", "80"));
        Assert.Contains(errors, error => error.Pointer == Root + "/origin" && error.Message.Contains("at most 60 days", StringComparison.Ordinal));
    }

    [Fact]
    public void A_series_that_begins_after_the_origin_needs_a_day_without_cases()
    {
        (string, string?)[] late = [(Root, Sound), (Root + "/origin", "\"2020-01-17\"")];
        Assert.Empty(Tampered.Errors(late));
        Assert.Equal(
            [Root + "/series/0", Root + "/series/1"],
            Tampered.Errors([.. late, (Root + "/zeroOn", null)]).Select(error => error.Pointer));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        ImmutableArray<DistrictError> errors = Tampered.Errors(
            (Root, Sound),
            (Root + "/series/1/cleaning", null),
            (Root + "/origin", "\"yesterday\""),
            (Root + "/importTurn", "\"2021-01-01\""),
            (Root + "/priors/reproduction/centre", "-1"),
            (Root + "/planFor/level", null),
            ("/epidemic/care", """{ "severeShare": 0.9, "criticalShare": 0.2 }"""));

        string[] pointers = [.. errors.Select(error => error.Pointer)];
        Assert.Superset(
            new HashSet<string>
            {
                Root + "/series/1/cumulative/1/date", Root + "/series/1/cumulative/2/count", Root + "/origin", Root + "/importTurn",
                Root + "/priors/reproduction/centre", Root + "/planFor/level", "/epidemic/care/criticalShare",
            },
            pointers.ToHashSet());
    }

    [Theory]
    [InlineData("severeShare", "0.96", "/epidemic/care/severeShare")]
    [InlineData("criticalShare", "0.87", "/epidemic/care/criticalShare")]
    [InlineData("admittedShare", "1.1", "/epidemic/care/admittedShare")]
    [InlineData("wardStayDays", "0", "/epidemic/care/wardStayDays")]
    [InlineData("stayVariation", "3", "/epidemic/care/stayVariation")]
    [InlineData("admissionDelayDays", "31", "/epidemic/care/admissionDelayDays")]
    public void Ratios_of_care_lie_in_their_ranges(string property, string value, string at) =>
        Assert.Equal([at], Tampered.Errors(("/epidemic/care", $$"""{ "{{property}}": {{value}} }""")).Select(error => error.Pointer));
}

using System.Net;
using System.Text.Json;
using CsCheck;
using Readiness.Api.Comparisons;
using Readiness.Plans;

namespace Readiness.Api.Tests;

/// <summary>Plans side by side.</summary>
public sealed class ComparisonTests
{

    [Fact]
    public async Task Scenarios_are_compared_with_the_first()
    {
        using ScriptedPlanner planner = new();
        using ApiServer server = new(planner.Plan);
        await TinyDistrict.AddToAsync(server.Client);
        string[] ids = [await PlanAsync(server.Client, "one"), await PlanAsync(server.Client, "two"), await PlanAsync(server.Client, "three")];
        JsonElement report = await server.Client.GetJsonAsync($"/v1/comparisons?scenarios={string.Join(',', ids)}");
        Assert.Equal(ids, report.GetProperty("scenarios").EnumerateArray().Select(s => s.GetProperty("id").GetString()));
        JsonElement indicator = Assert.Single(report.GetProperty("indicators").EnumerateArray());
        Assert.Equal(
            """{"indicator":"cover.class1","unit":"share","better":"higher","level":"cover.class1","values":[0.5,0.5,0.5],"differences":[0,0,0],"verdicts":["same","same","same"]}""",
            indicator.GetRawText());
        JsonElement level = report.GetProperty("levels")[0];
        Assert.Equal(3, level.GetProperty("values")[1].GetProperty("bound").GetDouble());
        Assert.Equal(
            """{"difference":0,"least":-4,"most":4,"vouched":0,"vouchedShare":null,"scope":"allPlans"}""", level.GetProperty("differences")[2].GetRawText());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("levels")[1].GetProperty("differences")[1].GetProperty("least").ValueKind);
        Assert.Equal(ids[1..], report.GetProperty("decisions").EnumerateArray().Select(d => d.GetProperty("scenario").GetString()));
    }

    [Fact]
    public async Task A_comparison_needs_scenarios_that_have_plans()
    {
        using ScriptedPlanner planner = new() { Waits = true };
        using ApiServer server = new(planner.Plan);
        await TinyDistrict.AddToAsync(server.Client);
        planner.Release();
        string done = await PlanAsync(server.Client, "done");
        using HttpResponseMessage posted = await server.Client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario("open", """[{ "type": "cancelLeave" }]"""));
        string open = (await posted.JsonAsync()).GetProperty("id").GetString()!;
        using HttpResponseMessage early = await server.Client.GetAsync($"/v1/comparisons?scenarios={done},{open}", JsonHttp.Token);
        await early.ProblemAsync(HttpStatusCode.Conflict);
        using HttpResponseMessage missing = await server.Client.GetAsync($"/v1/comparisons?scenarios={done},nowhere", JsonHttp.Token);
        await missing.ProblemAsync(HttpStatusCode.NotFound);
        foreach (string faulty in new[] { "", "?scenarios=", $"?scenarios={done}", $"?scenarios={done},{done}", $"?scenarios={done},,{open}" })
        {
            using HttpResponseMessage response = await server.Client.GetAsync($"/v1/comparisons{faulty}", JsonHttp.Token);
            Assert.Equal(["/scenarios"], await response.FaultsAsync());
        }
    }

    /// <summary>Whatever the optima are, between bound and objective of their plans, their difference lies where the proofs say it does.</summary>
    [Fact]
    public void The_proofs_vouch_for_no_more_than_the_best_plans_differ()
    {
        Gen<(double Objective, double Optimum, double Bound)> plans = Gen.Select(
            Gen.Double[-50, 50], Gen.Double[0, 20], Gen.Double[0, 20], (bound, above, more) => (bound + above + more, bound + above, bound));
        Gen.Select(plans, plans).Sample((first, other) =>
        {
            LevelDifference d = LevelDifference.Between(
                new LevelProof("l", first.Objective, first.Bound), new LevelProof("l", other.Objective, other.Bound), ProofScope.AllPlans);
            double truth = other.Optimum - first.Optimum;
            Assert.InRange(truth, d.Least!.Value - 1e-9, d.Most!.Value + 1e-9);
            Assert.True(d.Vouched == 0 || (Math.Sign(truth) == Math.Sign(d.Difference) && Math.Abs(truth) >= Math.Abs(d.Vouched) - 1e-9));
            Assert.InRange(Math.Abs(d.Vouched), 0, Math.Abs(d.Difference));
        });
    }

    [Theory]
    [InlineData(10, 8, 15, 14, 5, 4, 0.8)]
    [InlineData(15, 14, 10, 8, -5, -4, 0.8)]
    [InlineData(10, 10, 12, 12, 2, 2, 1)]
    [InlineData(10, 2, 12, 9, 2, 0, 0)]
    [InlineData(10, double.NegativeInfinity, 12, 12, 2, 2, 1)]
    [InlineData(10, 10, 12, double.NegativeInfinity, 2, 0, 0)]
    public void The_vouched_part_is_what_the_bounds_leave(
        double firstObjective, double firstBound, double objective, double bound, double difference, double vouched, double share)
    {
        LevelDifference d = LevelDifference.Between(
            new LevelProof("l", firstObjective, firstBound), new LevelProof("l", objective, bound), ProofScope.AllPlans);
        Assert.Equal((difference, vouched, share), (d.Difference, d.Vouched, d.VouchedShare!.Value));
    }

    private static async Task<string> PlanAsync(HttpClient client, string name)
    {
        using HttpResponseMessage response = await client.PostJsonAsync("/v1/scenarios", TinyDistrict.Scenario(name), "wait=30");
        JsonElement scenario = await response.JsonAsync();
        Assert.Equal("completed", scenario.State());
        return scenario.GetProperty("id").GetString()!;
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Readiness.Districts;
using Readiness.Scenarios;
using Readiness.Tests.Districts;

namespace Readiness.Tests.Scenarios;

public sealed class ScenarioDocumentTests
{
    private static readonly District Small = SmallDistrict.Make();

    /// <summary>One of every form, each fit for the small district; more than one where forms have several shapes.</summary>
    public static TheoryData<string> EveryForm =>
    [
        """{"type":"scaleCases","factor":2}""",
        """{"type":"scaleCases","factor":0.5,"from":"2020-01-24","to":"2020-01-26"}""",
        """{"type":"importCases","zone":"west","date":"2020-01-30","count":3.5}""",
        """{"type":"scaleArrivals","factor":3}""",
        """{"type":"delayShipments","item":"gown","days":5}""",
        """{"type":"delayShipments","item":"gown","days":1,"facility":"clinic","from":"2020-01-24","to":"2020-01-28"}""",
        """{"type":"cancelShipments","item":"gown","facility":"clinic"}""",
        """{"type":"addShipment","shipment":{"id":"gift","item":"respirator","to":"hotel","quantity":50,"arrives":"2020-01-27","expires":"2020-02-27"}}""",
        """{"type":"addShipment","shipment":{"id":"hope","item":"gown","to":"clinic","quantity":9,"arrives":"2020-01-27","arrival":[{"delayDays":1,"probability":0.5,"share":0.5}]}}""",
        """{"type":"setShipmentConfidence"}""",
        """{"type":"setShipmentConfidence","confidence":0.95}""",
        """{"type":"addOffer","offer":{"id":"smith","item":"respirator","to":"hotel","mostLots":5,"pricePerLot":80,"unitsPerLot":10,"orderOn":"2020-01-25"}}""",
        """{"type":"setBudget"}""",
        """{"type":"setBudget","amount":5000}""",
        """{"type":"allowExtendedUse","item":"gown","classes":[3]}""",
        """{"type":"allowExtendedUse","item":"gown","classes":[4],"serves":3,"mostShare":0.25}""",
        """{"type":"loseStock","item":"respirator","share":0.25}""",
        """{"type":"loseStock","item":"gown","quantity":3,"facility":"hotel"}""",
        """{"type":"setReserve","place":"clinic","item":"gown","quantity":5}""",
        """{"type":"setReserve","place":"hotel","item":"respirator","quantity":20,"lastClass":2}""",
        """{"type":"cancelLeave"}""",
        """{"type":"cancelLeave","from":"2020-01-24","to":"2020-01-25","facility":"clinic","skill":"nurse"}""",
        """{"type":"shortenLeave","lastDay":"2020-01-24","facility":"clinic","skill":"nurse"}""",
        """{"type":"addStaff","count":3,"home":"clinic","skills":["nurse"],"contract":"full"}""",
        """{"type":"addStaff","count":1,"home":"station","skills":["nurse","officer"],"contract":"full","prefix":"help","from":"2020-01-27","lendable":false}""",
        """{"type":"sickLeave","share":0.5}""",
        """{"type":"sickLeave","share":1,"from":"2020-01-26","to":"2020-01-27","facility":"station","skill":"officer","seed":7}""",
        """{"type":"setSite","site":"hotel","status":"closed"}""",
        """{"type":"setQuarantineLength","days":7}""",
        """{"type":"changeBurnRate","item":"gown","factor":1.5}""",
        """{"type":"forecastEpidemic","forecast":{"series":[{"id":"city","newCases":[{"date":"2020-01-20","count":3},{"date":"2020-01-23","count":5}]}],"trajectories":100,"priorEpidemics":1000,"planFor":{"kind":"quantile","level":0.9}}}""",
    ];

    [Theory]
    [MemberData(nameof(EveryForm))]
    public void Every_form_is_read_applied_and_written_as_it_was(string json)
    {
        ScenarioReadResult read = Read($"[{json}]");

        Assert.Empty(read.Errors);
        Assert.Equal(json, Assert.Single(Compact(ScenarioDocument.Write(read.Changes)).EnumerateArray()).GetRawText());
        District changed = ScenarioRunner.Apply(Small, new Scenario("x", read.Changes));
        Assert.Empty(DistrictValidator.Validate(changed));
        Assert.NotEqual(DistrictDocument.Write(Small), DistrictDocument.Write(changed));
        Assert.Equal(DistrictDocument.Write(SmallDistrict.Make()), DistrictDocument.Write(Small));
    }

    [Fact]
    public void The_list_of_forms_is_complete()
    {
        IEnumerable<Type> tried = EveryForm.Select(row => Read($"[{row.Data}]").Changes[0].GetType()).Distinct();
        Assert.Equal(
            typeof(ScenarioChange).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ScenarioChange))).Select(type => type.Name).Order(),
            tried.Select(type => type.Name).Order());
    }

    [Fact]
    public void Mistakes_in_different_changes_are_all_told_at_once()
    {
        ImmutableArray<DistrictError> errors = Read("""
            [
              {"type":"scaleCases","factor":-2},
              {"type":"delayShipments","item":"respirators","days":2.5,"from":"2020-03-01"},
              {"type":"cancelLeeve"},
              {"type":"cancelLeave","skill":"nurse","colour":"red"},
              {"type":"addShipment","shipment":{"id":"s1","item":"gown","to":"clinic","quantity":5,"arrives":"2020-01-20"}},
              {"type":"setSite","site":"hotel"}
            ]
            """).Errors;

        Assert.Equal(
            [
                ("/changes/0/factor", "-2"),
                ("/changes/1/item", "\"respirators\""),
                ("/changes/1/days", "2.5"),
                ("/changes/2/type", "\"cancelLeeve\""),
                ("/changes/3/colour", "\"red\""),
                ("/changes/5/status", null),
                ("/changes/1/from", "\"2020-03-01\""),
                ("/changes/4/shipment/id", "\"s1\""),
                ("/changes/4/shipment/arrives", "\"2020-01-20\""),
            ],
            errors.Select(error => (error.Pointer, error.Value)));
        Assert.Equal("must be a number from 0 to 100", errors[0].Message);
        Assert.EndsWith("did you mean \"respirator\"?", errors[1].Message, StringComparison.Ordinal);
        Assert.Contains("scaleCases, importCases, scaleArrivals, delayShipments", errors[3].Message, StringComparison.Ordinal);
        Assert.EndsWith("did you mean \"cancelLeave\"?", errors[3].Message, StringComparison.Ordinal);
        Assert.Equal("lies outside the horizon, 2020-01-24 to 2020-01-30", errors[6].Message);
    }

    [Theory]
    [InlineData("""{"type":"no","days":0.5,"hue":1,"factor":2,"item":"gown"}""", "/changes/0/type /changes/0/days /changes/0/hue")]
    [InlineData("""{"days":1}""", "/changes/0/type")]
    [InlineData("""{"type":7,"zone":"nowhere"}""", "/changes/0/type /changes/0/zone")]
    [InlineData("""[]""", "/changes/0")]
    [InlineData("""null""", "/changes/0")]
    [InlineData("""{"type":"cancelLeave","type":"cancelLeave"}""", "/changes/0/type")]
    [InlineData("""{"type":"scaleCases"}""", "/changes/0/factor")]
    [InlineData("""{"type":"scaleCases","factor":"2"}""", "/changes/0/factor")]
    [InlineData("""{"type":"scaleCases","factor":null}""", "/changes/0/factor")]
    [InlineData("""{"type":"scaleCases","factor":1e999}""", "/changes/0/factor")]
    [InlineData("""{"type":"scaleCases","factor":2,"from":"2020-01-29","to":"2020-01-25"}""", "/changes/0/to")]
    [InlineData("""{"type":"scaleCases","factor":2,"from":"2020-01-29"}""", "/changes/0/from")]
    [InlineData("""{"type":"importCases","zone":"east","date":"2020-01-23","count":0}""", "/changes/0/count /changes/0/date")]
    [InlineData("""{"type":"delayShipments","item":"gown","days":0}""", "/changes/0/days")]
    [InlineData("""{"type":"delayShipments","item":"respirator","days":5}""", "/changes/0/item")]
    [InlineData("""{"type":"delayShipments","item":"gown","days":5,"facility":"hotel"}""", "/changes/0/facility")]
    [InlineData("""{"type":"delayShipments","item":"gown","days":5,"to":"2020-01-25"}""", "/changes/0/to")]
    [InlineData("""{"type":"cancelShipments","item":"respirator"}""", "/changes/0/item")]
    [InlineData("""{"type":"addShipment","shipment":{"id":"a b","item":"gown","to":"x","quantity":1e3,"arrives":"2020-01-27","expires":"2020-01-26"}}""", "/changes/0/shipment/id /changes/0/shipment/to /changes/0/shipment/quantity /changes/0/shipment/expires")]
    [InlineData("""{"type":"loseStock","item":"gown"}""", "/changes/0")]
    [InlineData("""{"type":"loseStock","item":"gown","share":0.5,"quantity":2}""", "/changes/0/quantity")]
    [InlineData("""{"type":"loseStock","item":"gown","quantity":11}""", "/changes/0/quantity")]
    [InlineData("""{"type":"loseStock","item":"gown","share":0.5,"facility":"clinic"}""", "/changes/0/facility")]
    [InlineData("""{"type":"cancelLeave","facility":"station"}""", "/changes/0/facility")]
    [InlineData("""{"type":"cancelLeave","skill":"officer"}""", "/changes/0/skill")]
    [InlineData("""{"type":"cancelLeave","from":"2020-01-26"}""", "/changes/0/from")]
    [InlineData("""{"type":"cancelLeave","facility":"hotel"}""", "/changes/0/facility")]
    [InlineData("""{"type":"shortenLeave","lastDay":"2020-01-25"}""", "/changes/0/lastDay")]
    [InlineData("""{"type":"addStaff","count":1001,"home":"clinic","skills":[],"contract":"half"}""", "/changes/0/count /changes/0/skills /changes/0/contract")]
    [InlineData("""{"type":"addStaff","count":1,"home":"clinic","skills":["nurse","nurse"],"contract":"full","prefix":"a/b"}""", "/changes/0/skills/1 /changes/0/prefix")]
    [InlineData("""{"type":"sickLeave","share":0}""", "/changes/0/share")]
    [InlineData("""{"type":"sickLeave","share":1,"facility":"clinic","skill":"officer"}""", "/changes/0/skill")]
    [InlineData("""{"type":"setSite","site":"clinic","status":"open"}""", "/changes/0/site /changes/0/status")]
    [InlineData("""{"type":"setQuarantineLength","days":61}""", "/changes/0/days")]
    [InlineData("""{"type":"changeBurnRate","item":"gown","factor":0}""", "/changes/0/factor")]
    [InlineData("""{"type":"forecastEpidemic"}""", "/changes/0/forecast")]
    [InlineData("""{"type":"forecastEpidemic","forecast":{"series":[],"seed":-1}}""", "/changes/0/forecast/series /changes/0/forecast/seed")]
    [InlineData("""{"type":"forecastEpidemic","forecast":{"series":[{"id":"city"}]}}""", "/changes/0")]
    public void A_mistake_is_found_where_it_stands(string change, string pointers) =>
        Assert.Equal(pointers, string.Join(' ', Read($"[{change}]").Errors.Select(error => error.Pointer)));

    [Theory]
    [InlineData("{}", "must be an array")]
    [InlineData("null", "must be an array")]
    public void What_is_no_array_is_refused(string json, string message)
    {
        DistrictError error = Assert.Single(Read(json).Errors);
        Assert.Equal(("/changes", message), (error.Pointer, error.Message));
    }

    [Fact]
    public void Pointers_start_with_the_given_prefix() =>
        Assert.Equal(
            ["/scenarios/2/changes/0/type", "/0/type"],
            ((string[])["/scenarios/2/changes", ""]).Select(prefix =>
                Assert.Single(ScenarioDocument.Read(JsonElement.Parse("[{}]"), Small, prefix).Errors).Pointer));

    [Fact]
    public void A_change_is_checked_against_what_those_before_it_leave()
    {
        const string gift = """{"type":"addShipment","shipment":{"id":"gift","item":"respirator","to":"hotel","quantity":50,"arrives":"2020-01-27"}}""";
        const string cancel = """{"type":"cancelShipments","item":"respirator"}""";

        Assert.Empty(Read($"[{gift},{cancel}]").Errors);
        Assert.Equal("/changes/0/item", Assert.Single(Read($"[{cancel},{gift}]").Errors).Pointer);
        Assert.Equal("/changes/1/shipment/id", Assert.Single(Read($"[{gift},{gift}]").Errors).Pointer);
        Assert.Equal("/changes/2/item", Assert.Single(Read($"[{gift},{cancel},{cancel}]").Errors).Pointer);
    }

    [Fact]
    public void Changes_that_spoil_the_district_together_are_found()
    {
        DistrictError error = Assert.Single(Read("""
            [{"type":"scaleArrivals","factor":100},{"type":"cancelLeave"},{"type":"scaleArrivals","factor":100},{"type":"scaleArrivals","factor":100}]
            """).Errors);

        Assert.Equal("/changes/3", error.Pointer);
        Assert.StartsWith("makes the district invalid: /epidemic/arrivals/0/count would be 12000000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forced_site_must_have_time_to_open()
    {
        District slow = Small with { CandidateSites = [Small.CandidateSites[0] with { Status = SiteStatus.Available, SetUpDays = 7 }] };

        DistrictError error = Assert.Single(ScenarioDocument.Validate(new Scenario("x", [new SetSite("hotel", SiteStatus.MustOpen)]), slow));
        Assert.Equal("/changes/0/status", error.Pointer);
    }

    [Fact]
    public void An_invalid_baseline_is_not_blamed_on_a_change()
    {
        District broken = Small with { Horizon = Small.Horizon with { Days = 0 } };
        DistrictError error = Assert.Single(ScenarioDocument.Validate(new Scenario("x", [new SetQuarantineLength(7)]), broken));

        Assert.Equal("/changes", error.Pointer);
        Assert.StartsWith("cannot be applied, since the district itself is not valid", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_baseline_the_form_is_checked_all_the_same()
    {
        JsonElement changes = JsonElement.Parse("""[{"type":"delayShipments","item":"anything","days":3},{"type":"delayShipments","item":"x","days":-1}]""");

        Assert.Equal("/changes/1/days", Assert.Single(ScenarioDocument.Read(changes, null, "/changes").Errors).Pointer);
        Assert.Equal([new DelayShipments("anything", 3)], ScenarioDocument.Read(JsonElement.Parse($"[{changes[0].GetRawText()}]"), null, "").Changes);
    }

    [Fact]
    public void A_hundred_changes_are_allowed_and_no_more()
    {
        static string Changes(int count) => $"[{string.Join(',', Enumerable.Repeat("""{"type":"cancelLeave"}""", count))}]";

        Assert.Equal(100, Read(Changes(100)).Changes.Length);
        Assert.Equal("has 101 changes; at most 100 are allowed", Assert.Single(Read(Changes(101)).Errors).Message);
    }

    [Fact]
    public void A_whole_scenario_is_read_and_written()
    {
        var scenario = new Scenario("all hands, late gowns", [new CancelLeave(), new DelayShipments("gown", Days: 5)]);
        string json = ScenarioDocument.Write(scenario);

        Scenario? read = ScenarioDocument.ReadScenario(JsonElement.Parse(json), Small, out ImmutableArray<DistrictError> errors);

        Assert.Empty(errors);
        Assert.Equal(scenario.Name, read!.Name);
        Assert.Equal(scenario.Changes, read.Changes);
        Assert.Equal("""{"name":"all hands, late gowns","changes":[{"type":"cancelLeave"},{"type":"delayShipments","item":"gown","days":5}]}""", Compact(json).GetRawText());
    }

    [Fact]
    public void A_whole_scenario_tells_all_its_faults()
    {
        Scenario? read = ScenarioDocument.ReadScenario(
            JsonElement.Parse("""{"name":" ","changes":[{"type":"setSite","site":"inn","status":"closed"},{"factor":1}],"seed":1}"""), Small, out ImmutableArray<DistrictError> errors);

        Assert.Null(read);
        Assert.Equal(["/name", "/changes/0/site", "/changes/1/type", "/seed"], errors.Select(error => error.Pointer));
        Assert.Null(ScenarioDocument.ReadScenario(JsonElement.Parse("7"), Small, out errors));
        Assert.Equal("must be an object", Assert.Single(errors).Message);
    }

    [Fact]
    public void A_scenario_made_by_hand_is_checked_like_a_document()
    {
        var scenario = new Scenario("", [new ScaleCases(double.NaN), new SetSite("hotel", (SiteStatus)9), new AddStaff(1, "clinic", default, "full"), null!]);

        var exception = Assert.Throws<DistrictFormatException>(() => ScenarioRunner.Apply(Small, scenario));

        Assert.Equal(["/name", "/changes/0/factor", "/changes/1/status", "/changes/2/skills", "/changes/3"], exception.Errors.Select(error => error.Pointer));
    }

    private static ScenarioReadResult Read(string json) => ScenarioDocument.Read(JsonElement.Parse(json), Small, "/changes");

    private static JsonElement Compact(string json) => JsonSerializer.SerializeToElement(JsonElement.Parse(json));
}

using System.Text.Json;
using Readiness.Districts;
using Readiness.Scenarios;
using Readiness.Tests.Districts;

namespace Readiness.Tests.Scenarios;

public sealed class ScenarioDocumentTests
{
    private static readonly District _small = SmallDistrict.Make();

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
        """{"type":"loseStock","item":"respirator","share":0.25}""",
        """{"type":"loseStock","item":"gown","quantity":3,"facility":"hotel"}""",
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
    ];

    [Theory]
    [MemberData(nameof(EveryForm))]
    public void Every_form_is_read_applied_and_written_as_it_was(string json)
    {
        ScenarioReadResult read = Read($"[{json}]");

        Assert.Empty(read.Errors);
        Assert.Equal(json, Assert.Single(Compact(ScenarioDocument.Write(read.Changes)).EnumerateArray()).GetRawText());
        Assert.Empty(DistrictValidator.Validate(ScenarioRunner.Apply(_small, new Scenario("x", read.Changes))));
    }

    private static ScenarioReadResult Read(string json) => ScenarioDocument.Read(JsonElement.Parse(json), _small, "/changes");

    private static JsonElement Compact(string json) => JsonSerializer.SerializeToElement(JsonElement.Parse(json));
}

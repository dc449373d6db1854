using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Scenarios;
using Readiness.Tests.Districts;
using Readiness.Tests.Fuzzing;

namespace Readiness.Tests.Scenarios;

/// <summary>Valid scenarios with every form of change are spoilt by random edits. What comes is an error list that leads to every fault, or changes that can be applied.</summary>
/// <remarks>Longer runs: see <see cref="DistrictFuzzTests"/>.</remarks>
public sealed class ScenarioFuzzTests
{
    private static readonly District Small = SmallDistrict.Make();
    private static readonly SchemaWitness Schema = new(ScenarioSchema.Element);

    /// <summary>Each form alone, so that many edits leave a valid scenario, then all of them together.</summary>
    private static readonly ImmutableArray<FuzzNode> Documents =
    [
        .. ScenarioDocumentTests.EveryForm.Select(row => Document(row.Data)),
        Document([.. ScenarioDocumentTests.EveryForm.Select(row => row.Data)]),
    ];

    [Fact]
    public void A_spoilt_scenario_gives_errors_that_lead_to_the_faults_or_can_be_applied()
    {
        int valid = 0;
        int refused = 0;
        Fuzzed.Of([.. Enumerable.Range(0, Documents.Length).Select(document => (document == Documents.Length - 1 ? 5 : 1, document))]).Sample(
            spoilt =>
            {
                byte[] document = spoilt.Bytes(Documents[spoilt.Document]);
                if (Parse(document) is not { } parsed)
                {
                    return;
                }

                Scenario? scenario = ScenarioDocument.ReadScenario(parsed.RootElement, Small, out ImmutableArray<DistrictError> errors);
                Assert.Equal(errors.IsEmpty, scenario is not null);
                ErrorPlaces.Check(document, errors);
                Schema.AgreesOn(document, errors);
                if (scenario is null)
                {
                    Interlocked.Increment(ref refused);
                    _ = ScenarioDocument.ReadScenario(parsed.RootElement, null, out ImmutableArray<DistrictError> ofForm);
                    ErrorPlaces.Check(document, ofForm);
                }
                else
                {
                    Interlocked.Increment(ref valid);
                    CanBeApplied(scenario);
                }
            },
            iter: Fuzzed.Iterations(500));
        Assert.True((valid > 0 && refused > valid) || valid + refused < 100, $"{valid} were valid, {refused} were refused.");
    }

    private static void CanBeApplied(Scenario scenario)
    {
        District changed = ScenarioRunner.Apply(Small, scenario);
        Assert.Empty(DistrictValidator.Validate(changed));
        Assert.NotNull(DemandForecaster.Forecast(changed));

        string written = ScenarioDocument.Write(scenario);
        Scenario? again = ScenarioDocument.ReadScenario(JsonElement.Parse(written), Small, out _);
        Assert.Equal(written, ScenarioDocument.Write(Assert.IsType<Scenario>(again)));
        Assert.Equal(DistrictDocument.Write(changed), DistrictDocument.Write(ScenarioRunner.Apply(Small, again)));
    }

    private static FuzzNode Document(params string[] changes) => FuzzNode.Parse($$"""{"name":"spoilt","changes":[{{string.Join(',', changes)}}]}""");

    /// <summary>The document; null if it is no JSON, of which scenarios know nothing.</summary>
    private static JsonDocument? Parse(byte[] document)
    {
        try
        {
            return JsonDocument.Parse(document);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CsCheck;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Scenarios;
using Readiness.Tests.Fuzzing;

namespace Readiness.Tests.Districts;

/// <summary>
/// Valid districts are spoilt by random edits. What comes is an error list that leads to every fault, or a valid district that works on.
/// </summary>
/// <remarks>
/// <c>CsCheck_Time=600 dotnet run --project tests/Readiness.Tests -- --filter-class "*Fuzz*"</c> fuzzes for ten minutes. A failure prints
/// a seed; <c>CsCheck_Seed=...</c> repeats it.
/// </remarks>
public sealed class DistrictFuzzTests
{
    private static readonly ImmutableArray<FuzzNode> Documents =
    [
        .. new[]
        {
            SmallDistrict.Make(),
            DistrictGenerator.Generate(GeneratorOptions.Tiny),
            DistrictGenerator.Generate(new GeneratorOptions { Seed = 5, Zones = 3, FacilitiesPerZone = 2, Staff = 30, Sites = 5, Days = 14, Items = 3 }),
            DistrictDocument.LoadSample("xishan"),
        }.Select(district => FuzzNode.Parse(DistrictDocument.Write(district))),
    ];

    private static readonly SchemaWitness Schema = new(DistrictSchema.Element);

    [Fact]
    public void A_spoilt_district_gives_errors_that_lead_to_the_faults_or_works_on()
    {
        int valid = 0;
        int refused = 0;
        Fuzzed.Of((60, 0), (40, 1), (20, 2), (1, 3)).Sample(
            spoilt =>
            {
                byte[] document = spoilt.Bytes(Documents[spoilt.Document]);
                DistrictReadResult result = DistrictDocument.TryRead(document);
                Assert.Equal(result.Errors.IsEmpty, result.District is not null);
                ErrorPlaces.Check(document, result.Errors);
                Schema.AgreesOn(WithoutMark(document), result.Errors);
                if (result.District is { } district)
                {
                    Interlocked.Increment(ref valid);
                    WorksOn(district);
                }
                else
                {
                    Interlocked.Increment(ref refused);
                    Assert.Equal(result.Errors, Assert.Throws<DistrictFormatException>(() => DistrictDocument.Read(document.AsSpan())).Errors);
                }
            },
            iter: Fuzzed.Iterations(250));
        Assert.True((valid > 0 && refused > valid) || valid + refused < 100, $"{valid} were valid, {refused} were refused.");
    }

    private static ReadOnlyMemory<byte> WithoutMark(byte[] document) =>
        document.AsMemory(document.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);

    private static void WorksOn(District district)
    {
        string written = DistrictDocument.Write(district);
        District again = DistrictDocument.Read(written);
        Assert.Equal(written, DistrictDocument.Write(again));
        Assert.Equal(JsonSerializer.Serialize(district, DistrictJson.Options), JsonSerializer.Serialize(again, DistrictJson.Options));

        // The strict serialiser throws on what is infinite or no number.
        DemandForecast forecast = DemandForecaster.Forecast(district);
        Assert.NotEmpty(JsonSerializer.Serialize(forecast, DistrictJson.Options));

        var scenario = new Scenario("more of everything", [new ScaleCases(3), new ScaleArrivals(0.5), new SickLeave(0.2), new CancelLeave(), new SetQuarantineLength(21)]);
        ImmutableArray<DistrictError> errors = ScenarioDocument.Validate(scenario, district);
        if (errors.IsEmpty)
        {
            Assert.Empty(DistrictValidator.Validate(ScenarioRunner.Apply(district, scenario)));
        }
        else
        {
            ErrorPlaces.Check(Encoding.UTF8.GetBytes(ScenarioDocument.Write(scenario)), errors);
        }
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Tests.Districts;

/// <summary>Shapes of other documents: forms told apart by a property, references to a district's ids.</summary>
public sealed class VariantTests
{
    private static readonly JsonShape Shape = JsonShape.Of(typeof(Order), DistrictJson.Options);

    [Fact]
    public void Every_fault_of_every_form_is_found()
    {
        ImmutableArray<DistrictError> errors = Check("""
            { "moves": [
                { "type": "send", "item": "respirater", "units": 5 },
                { "type": "sent", "item": "gown" },
                { "units": 3 },
                { "units": 0, "item": "gown", "type": "send" },
                { "type": "rest", "days": 2, "item": "gown" },
                5 ] }
            """);
        Assert.Equal(
            ["/moves/0/item", "/moves/1/type", "/moves/2/type", "/moves/3/units", "/moves/4/item", "/moves/5"],
            errors.Select(error => error.Pointer));
        Assert.Equal("must be one of send, rest; did you mean \"send\"?", errors[1].Message);
    }

    [Fact]
    public void A_sound_value_is_accepted_and_binds()
    {
        const string Json = """{ "moves": [ { "item": "gown", "units": 3, "type": "send" }, { "type": "rest" } ] }""";
        Assert.Empty(Check(Json));
        Order order = JsonSerializer.Deserialize<Order>(Json, DistrictJson.Options)!;
        Assert.Equal([new Send("gown", 3), new Rest()], order.Moves);
    }

    [Fact]
    public void Without_a_district_references_are_not_checked()
    {
        using JsonDocument document = JsonDocument.Parse("""{ "moves": [ { "type": "send", "item": "anything", "units": 3 } ] }""");
        Assert.Empty(Shape.Check(document.RootElement));
    }

    private static ImmutableArray<DistrictError> Check(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Shape.Check(document.RootElement, SmallDistrict.Make());
    }

    internal sealed record Order(ImmutableArray<Move> Moves);

    [JsonDerivedType(typeof(Send), "send")]
    [JsonDerivedType(typeof(Rest), "rest")]
    [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
    internal abstract record Move;

    internal sealed record Send([RefersTo(nameof(District.Items))] string Item, [Limits(1, 9)] int Units) : Move;

    internal sealed record Rest([Limits(1, 9)] int Days = 1) : Move;
}

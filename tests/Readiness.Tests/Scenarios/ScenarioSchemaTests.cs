using System.Text.Json;
using Readiness.Scenarios;

namespace Readiness.Tests.Scenarios;

public sealed class ScenarioSchemaTests
{
    private static readonly JsonElement Forms = ScenarioSchema.Element.GetProperty("$defs").GetProperty("ScenarioChange").GetProperty("oneOf");

    [Fact]
    public void It_describes_a_scenario()
    {
        JsonElement properties = ScenarioSchema.Element.GetProperty("properties");
        Assert.Equal(200, properties.GetProperty("name").GetProperty("maxLength").GetInt32());
        Assert.Equal(100, properties.GetProperty("changes").GetProperty("maxItems").GetInt32());
        Assert.Equal("#/$defs/ScenarioChange", properties.GetProperty("changes").GetProperty("items").GetProperty("$ref").GetString());
    }

    [Fact]
    public void It_has_every_form_under_its_name() =>
        Assert.Equal(
            ScenarioDocumentTests.EveryForm.Select(row => JsonElement.Parse(row.Data).GetProperty("type").GetString()).Distinct(),
            Forms.EnumerateArray().Select(form => form.GetProperty("properties").GetProperty("type").GetProperty("const").GetString()));

    [Fact]
    public void Ranges_and_required_properties_are_those_of_the_records()
    {
        JsonElement delay = Forms.EnumerateArray().Single(form => form.GetProperty("properties").GetProperty("type").GetProperty("const").GetString() == "delayShipments");
        Assert.Equal(["type", "item", "days"], delay.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(1, delay.GetProperty("properties").GetProperty("days").GetProperty("minimum").GetInt32());
        Assert.StartsWith("Lets shipments of an item arrive later", delay.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Contains("delayShipments", ScenarioSchema.Text, StringComparison.Ordinal);
    }
}

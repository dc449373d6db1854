using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Districts;
using Readiness.Tests.Fuzzing;

namespace Readiness.Tests.Districts;

public sealed class SchemaTests
{
    private static readonly JsonElement Schema = DistrictSchema.Element;

    [Fact]
    public void It_names_every_settable_property_of_every_record_and_no_other()
    {
        var seen = new HashSet<Type>();
        Compare(Schema, typeof(District), seen);
        Assert.Contains(typeof(DutyLine), seen);
        Assert.Contains(typeof(QuarantinePolicy), seen);
        Assert.Contains(typeof(KitItem), seen);
    }

    [Fact]
    public void It_requires_what_the_records_require()
    {
        Assert.Equal(
            ["epidemic", "facilities", "horizon", "id", "name", "organisations", "policy", "schemaVersion", "zones"],
            Required(Schema));
        Assert.Equal(["item", "place", "quantity"], Required(Definition("StockLot")));
        Assert.Equal(["id", "kind", "lines", "name", "place", "shifts"], Required(Definition("Duty")));
        Assert.False(Definition("DemandRates").TryGetProperty("required", out _));
    }

    [Fact]
    public void It_gives_ranges_words_patterns_defaults_and_nulls()
    {
        Assert.Equal("""{"type":"integer","minimum":1,"maximum":366}""", Bare(Property("PlanningHorizon", "days")));
        Assert.Equal("""{"type":"number","exclusiveMinimum":0,"maximum":100000,"default":1}""", Bare(Property("Item", "litresPerPack")));
        Assert.Equal("""{"type":"string","enum":["available","mustOpen","closed"],"default":"available"}""", Bare(Property("CandidateSite", "status")));
        Assert.Equal("""["string","null"]""", Bare(Property("StockLot", "expires").GetProperty("type")));
        Assert.Equal(1, Property("Duty", "lines").GetProperty("minItems").GetInt32());
        Assert.True(Property("Duty", "weekdays").GetProperty("uniqueItems").GetBoolean());
        Assert.Equal("null", Property("Duty", "teamWorkload").GetProperty("anyOf")[1].GetProperty("type").GetString());
        Assert.Equal(0.5, Property("PlanningPolicy", "lendingShare").GetProperty("default").GetDouble());
        Assert.Equal("""{"type":"string","enum":["maxMin","maximumFill","proportional","riskWeighted"],"default":"maxMin"}""", Bare(Property("PlanningPolicy", "itemSharing")));
        Assert.Equal("Residents; 0 to 100,000,000. At least one zone has some.", Property("Zone", "population").GetProperty("description").GetString());
    }

    [Fact]
    public void Documents_keep_to_it()
    {
        Assert.All(
            DistrictDocument.SampleNames.Select(name => DistrictDocument.Write(DistrictDocument.LoadSample(name)))
                .Append(DistrictDocument.Write(SmallDistrict.Make())),
            json =>
            {
                using JsonDocument document = JsonDocument.Parse(json);
                Assert.Null(new SchemaWitness(Schema).Against(document.RootElement));
            });
    }

    [Fact]
    public void A_copy_can_be_changed_and_the_schema_cannot()
    {
        JsonNode copy = DistrictSchema.ToNode();
        copy["title"] = "Mine";
        Assert.Equal("Readiness district", Schema.GetProperty("title").GetString());
        Assert.Contains("\"title\": \"Readiness district\"", DistrictSchema.Text, StringComparison.Ordinal);
    }

    private static JsonElement Definition(string name) => Schema.GetProperty("$defs").GetProperty(name);

    private static JsonElement Property(string type, string name) => Definition(type).GetProperty("properties").GetProperty(name);

    private static string Bare(JsonElement schema)
    {
        JsonNode node = JsonNode.Parse(schema.GetRawText())!;
        (node as JsonObject)?.Remove("description");
        return node.ToJsonString();
    }

    private static IEnumerable<string> Required(JsonElement schema) =>
        schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal);

    private static void Compare(JsonElement schema, Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            return;
        }

        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        PropertyInfo[] properties = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null)];
        Assert.Equal(
            properties.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(StringComparer.Ordinal),
            schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        foreach (Type part in properties.Select(property => PartOf(property.PropertyType)).Where(part => part.Namespace == type.Namespace && !part.IsEnum))
        {
            Compare(Definition(part.Name), part, seen);
        }
    }

    private static Type PartOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? type.GetGenericArguments()[0] : type;
}

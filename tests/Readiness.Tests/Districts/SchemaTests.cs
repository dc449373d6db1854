using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Readiness.Districts;

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
                Accept(document.RootElement, Schema, "");
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

    /// <summary>The keywords that the schema uses, checked by their definitions.</summary>
    private static void Accept(JsonElement value, JsonElement schema, string pointer)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            Accept(value, Definition(reference.GetString()!.Split('/')[^1]), pointer);
        }
        else if (schema.TryGetProperty("anyOf", out JsonElement either))
        {
            Accept(value, either[0], pointer);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            AcceptObject(value, schema, pointer);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            Assert.True(value.GetArrayLength() >= (schema.TryGetProperty("minItems", out JsonElement least) ? least.GetInt32() : 0), pointer);
            foreach ((int position, JsonElement entry) in value.EnumerateArray().Index())
            {
                Accept(entry, schema.GetProperty("items"), $"{pointer}/{position}");
            }
        }
        else
        {
            AcceptScalar(value, schema, pointer);
        }
    }

    private static void AcceptObject(JsonElement value, JsonElement schema, string pointer)
    {
        Assert.All(schema.TryGetProperty("required", out _) ? Required(schema) : [], name => Assert.True(value.TryGetProperty(name, out _), pointer));
        foreach (JsonProperty property in value.EnumerateObject())
        {
            Accept(property.Value, schema.GetProperty("properties").GetProperty(property.Name), $"{pointer}/{property.Name}");
        }
    }

    private static void AcceptScalar(JsonElement value, JsonElement schema, string pointer)
    {
        JsonElement type = schema.GetProperty("type");
        string[] types = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : [type.GetString()!];
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                Assert.Contains("string", types);
                Assert.True(!schema.TryGetProperty("pattern", out JsonElement pattern) || Regex.IsMatch(value.GetString()!, pattern.GetString()!), pointer);
                Assert.True(!schema.TryGetProperty("enum", out JsonElement words) || words.EnumerateArray().Any(word => word.GetString() == value.GetString()), pointer);
                break;
            case JsonValueKind.Number:
                Assert.True(types.Contains("number") || (types.Contains("integer") && value.TryGetInt64(out _)), pointer);
                Assert.True(!schema.TryGetProperty("minimum", out JsonElement least) || value.GetDouble() >= least.GetDouble(), pointer);
                Assert.True(!schema.TryGetProperty("exclusiveMinimum", out JsonElement below) || value.GetDouble() > below.GetDouble(), pointer);
                Assert.True(!schema.TryGetProperty("maximum", out JsonElement most) || value.GetDouble() <= most.GetDouble(), pointer);
                break;
            default:
                Assert.Contains("boolean", types);
                break;
        }
    }
}

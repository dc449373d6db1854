using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>How Readiness writes and binds JSON, in documents and over HTTP alike.</summary>
public static class DistrictJson
{
    /// <summary>Deepest nesting that is read.</summary>
    public const int MaxDepth = 32;

    /// <summary>
    /// camelCase names, enumerations as camelCase words, dates as yyyy-MM-dd, times of day as HH:mm, numbers as numbers only. Unknown and repeated
    /// properties, missing required ones, nulls where none is allowed, comments and trailing commas are refused. Read-only.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Strict();

    /// <summary>
    /// For documents: what has its default is left out. Writes what is invalid too (nulls, unknown enumeration values, NaN), so that the
    /// validator and not the serialiser finds the fault.
    /// </summary>
    internal static JsonSerializerOptions Writing { get; } = Lenient();

    private static JsonSerializerOptions Strict()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            NumberHandling = JsonNumberHandling.Strict,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            MaxDepth = MaxDepth,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
                new TimeOfDayConverter(),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    private static JsonSerializerOptions Lenient()
    {
        var options = new JsonSerializerOptions(Options)
        {
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            RespectNullableAnnotations = false,
            WriteIndented = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(JsonShapeDefaults.OmitWhenWriting),
        };
        options.Converters.Clear();
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new TimeOfDayConverter());
        options.MakeReadOnly();
        return options;
    }
}

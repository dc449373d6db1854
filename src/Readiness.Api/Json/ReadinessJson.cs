using System.Text.Json;
using System.Text.Json.Serialization;
using Readiness.Districts;

namespace Readiness.Api.Json;

/// <summary>One way to write JSON for everything that this service answers: that of the district document.</summary>
internal static class ReadinessJson
{
    /// <summary>Adds the options to the framework.</summary>
    /// <param name="services">The services.</param>
    public static void AddReadinessJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(o => Apply(o.SerializerOptions));

    private static void Apply(JsonSerializerOptions options)
    {
        JsonSerializerOptions document = DistrictJson.Options;
        options.PropertyNamingPolicy = document.PropertyNamingPolicy;
        options.DictionaryKeyPolicy = document.DictionaryKeyPolicy;
        options.Encoder = document.Encoder;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowOutOfOrderMetadataProperties = true;
        options.RespectNullableAnnotations = document.RespectNullableAnnotations;
        options.DefaultIgnoreCondition = document.DefaultIgnoreCondition;
        foreach (JsonConverter converter in document.Converters)
        {
            options.Converters.Add(converter);
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Readiness.Districts;

namespace Readiness.Api.Storage;

/// <summary>How documents are written into the store and read back: as over HTTP, but with infinite bounds and without what is derived.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = Make();

    /// <summary>The text of a document.</summary>
    /// <param name="value">The document.</param>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>The document of a text.</summary>
    /// <param name="text">What <see cref="Write"/> wrote; none gives none.</param>
    public static T? Read<T>(string? text) => text is null ? default : JsonSerializer.Deserialize<T>(text, Options);

    private static JsonSerializerOptions Make()
    {
        // A document may have been written by another version: what it does not know is skipped.
        JsonSerializerOptions options = new(DistrictJson.Options)
        {
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
            RespectRequiredConstructorParameters = false,
            IgnoreReadOnlyProperties = true,
        };
        options.MakeReadOnly();
        return options;
    }
}

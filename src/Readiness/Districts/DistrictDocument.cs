using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Readiness.Districts;

/// <summary>Reads and writes districts as JSON documents (UTF-8).</summary>
/// <remarks>
/// Whatever is read has been validated; whatever is written can be read again and gives an equal district. Properties that have their default
/// are not written. The order is that of the records.
/// </remarks>
public static class DistrictDocument
{
    private const string SamplePrefix = "Readiness.samples.";
    private const string SampleSuffix = ".json";

    private static readonly JsonDocumentOptions Parsing = new()
    {
        MaxDepth = DistrictJson.MaxDepth,
        CommentHandling = JsonCommentHandling.Disallow,
        AllowTrailingCommas = false,
    };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Names of the districts that the library brings along.</summary>
    public static ImmutableArray<string> SampleNames { get; } =
    [
        .. typeof(DistrictDocument).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(SamplePrefix, StringComparison.Ordinal) && name.EndsWith(SampleSuffix, StringComparison.Ordinal))
            .Select(name => name[SamplePrefix.Length..^SampleSuffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads a document and says what is wrong with it.</summary>
    /// <param name="utf8Json">The document in UTF-8, with or without byte order mark.</param>
    public static DistrictReadResult TryRead(ReadOnlyMemory<byte> utf8Json)
    {
        if (utf8Json.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8Json = utf8Json[Encoding.UTF8.Preamble.Length..];
        }

        if (!Utf8.IsValid(utf8Json.Span))
        {
            return Refused("The document is not valid UTF-8.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8Json, Parsing);
            return TryRead(document.RootElement);
        }
        catch (JsonException exception)
        {
            return Refused($"The document is not valid JSON: {exception.Message}");
        }
    }

    /// <summary>Reads a document and says what is wrong with it.</summary>
    /// <param name="json">The document.</param>
    public static DistrictReadResult TryRead(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return TryRead(StrictUtf8.GetBytes(json));
        }
        catch (EncoderFallbackException)
        {
            return Refused("The document is not valid Unicode.");
        }
    }

    /// <summary>Binds a parsed document, or says what is wrong with it.</summary>
    /// <param name="document">The parsed document.</param>
    public static DistrictReadResult TryRead(JsonElement document)
    {
        ImmutableArray<DistrictError> errors = DistrictValidator.Validate(document);
        if (!errors.IsEmpty)
        {
            return new DistrictReadResult(null, errors);
        }

        try
        {
            return new DistrictReadResult(document.Deserialize<District>(DistrictJson.Options), []);
        }
        catch (JsonException exception)
        {
            return Refused($"The document cannot be bound: {exception.Message}");
        }
    }

    /// <summary>Reads a document.</summary>
    /// <param name="json">The document.</param>
    /// <exception cref="DistrictFormatException">It is not a valid district.</exception>
    public static District Read(string json) => TryRead(json).OrThrow();

    /// <summary>Reads a document.</summary>
    /// <param name="utf8Json">The document in UTF-8.</param>
    /// <exception cref="DistrictFormatException">It is not a valid district.</exception>
    public static District Read(ReadOnlySpan<byte> utf8Json) => TryRead(utf8Json.ToArray()).OrThrow();

    /// <summary>Reads a document.</summary>
    /// <param name="stream">The document in UTF-8, read to its end.</param>
    /// <exception cref="DistrictFormatException">It is not a valid district.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static District Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return TryRead(buffer.GetBuffer().AsMemory(0, (int)buffer.Length)).OrThrow();
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="DistrictFormatException">It is not a valid district.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static District Load(string path) => TryRead(File.ReadAllBytes(path)).OrThrow();

    /// <summary>Reads one of the districts that the library brings along.</summary>
    /// <param name="name">One of <see cref="SampleNames"/>.</param>
    /// <exception cref="ArgumentException">There is no sample of that name.</exception>
    public static District LoadSample(string name)
    {
        Assembly assembly = typeof(DistrictDocument).Assembly;
        using Stream stream = assembly.GetManifestResourceStream($"{SamplePrefix}{name}{SampleSuffix}")
            ?? throw new ArgumentException($"There is no sample \"{name}\"; known are {string.Join(", ", SampleNames)}.", nameof(name));
        return Read(stream);
    }

    /// <summary>Writes a district as indented JSON.</summary>
    /// <param name="district">The district.</param>
    /// <exception cref="DistrictFormatException">It is not valid, hence could not be read again.</exception>
    public static string Write(District district)
    {
        ImmutableArray<DistrictError> errors = DistrictValidator.Validate(district);
        return errors.IsEmpty ? JsonSerializer.Serialize(district, DistrictJson.Writing) : throw new DistrictFormatException(errors);
    }

    /// <summary>Writes a district to a file, replacing it.</summary>
    /// <param name="district">The district.</param>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="DistrictFormatException">It is not valid; the file is untouched.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(District district, string path) => File.WriteAllText(path, Write(district) + "\n", StrictUtf8);

    private static DistrictReadResult Refused(string message) => new(null, [new DistrictError(string.Empty, null, message)]);
}

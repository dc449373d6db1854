using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Readiness.Districts;

namespace Readiness.Tests.Fuzzing;

/// <summary>Judges whether errors say where they are: by a pointer that leads there, and by the value that stands there.</summary>
internal static class ErrorPlaces
{
    private const int LongestValue = 200;

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 100_000 };

    /// <summary>Fails on an error whose pointer or value is wrong, or whose rule is not said.</summary>
    public static void Check(byte[] document, ImmutableArray<DistrictError> errors)
    {
        JsonDocument? parsed = Parse(document);
        foreach (DistrictError error in errors)
        {
            Assert.False(string.IsNullOrWhiteSpace(error.Message));
            if (parsed is null)
            {
                Assert.Equal(string.Empty, error.Pointer);
            }
            else
            {
                Assert.True(Leads(parsed.RootElement, error), $"{error.Pointer} does not lead to {error.Value ?? "nothing"}: {error.Message}");
            }
        }

        parsed?.Dispose();
    }

    private static JsonDocument? Parse(byte[] document)
    {
        try
        {
            return JsonDocument.Parse(document.AsMemory(document.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0), Deep);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Leads(JsonElement root, DistrictError error)
    {
        if (error.Pointer.Length == 0)
        {
            // The document as a whole may also be refused without showing it.
            return error.Value is null || Shows(error.Value, root);
        }

        if (error.Pointer[0] != '/')
        {
            return false;
        }

        string[] steps = [.. error.Pointer.Split('/').Skip(1).Select(Unescape)];
        JsonElement[] parents = [root];
        foreach (string step in steps[..^1])
        {
            parents = [.. parents.SelectMany(parent => Step(parent, step))];
        }

        return error.Value is null
            ? parents.Any(parent => parent.ValueKind == JsonValueKind.Object && !Step(parent, steps[^1]).Any())
            : parents.SelectMany(parent => Step(parent, steps[^1])).Any(value => Shows(error.Value, value));
    }

    /// <summary>Everything to which a step leads: several values where a name is repeated.</summary>
    private static IEnumerable<JsonElement> Step(JsonElement value, string step) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Where(member => NameOf(member) == step).Select(member => member.Value),
        JsonValueKind.Array when int.TryParse(step, out int at) && step == $"{at}" && at >= 0 && at < value.GetArrayLength() => [value[at]],
        _ => [],
    };

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Shows(string shown, JsonElement value)
    {
        string raw = Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value));
        return raw.Length <= LongestValue
            ? shown == raw
            : shown.Length is LongestValue or LongestValue - 1 && shown[^1] == '…' && raw.StartsWith(shown[..^1], StringComparison.Ordinal);
    }

    /// <summary>The name that a step of a pointer stands for; an escape that RFC 6901 does not know fails.</summary>
    private static string Unescape(string step)
    {
        Assert.DoesNotContain('~', step.Replace("~0", string.Empty, StringComparison.Ordinal).Replace("~1", string.Empty, StringComparison.Ordinal));
        return step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
    }
}

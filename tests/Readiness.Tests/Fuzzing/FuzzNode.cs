using System.Text;
using System.Text.Json;

namespace Readiness.Tests.Fuzzing;

/// <summary>
/// A JSON value as text that edits may spoil: unlike <see cref="System.Text.Json.Nodes.JsonNode"/> it holds repeated names, numbers of any size,
/// half surrogate pairs, and what is no JSON at all.
/// </summary>
internal sealed class FuzzNode
{
    private FuzzNode(char kind, string text)
    {
        Kind = kind;
        Text = text;
    }

    /// <summary><c>{</c> an object, <c>[</c> an array, <c>v</c> anything else.</summary>
    public char Kind { get; }

    /// <summary>Text of a value without parts, written as it stands.</summary>
    public string Text { get; }

    /// <summary>Names of an object's members with quotes and escapes, one for each part.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Values of an object's members, or entries of an array.</summary>
    public List<FuzzNode> Parts { get; } = [];

    public static FuzzNode Value(string text) => new('v', text);

    public static FuzzNode Object() => new('{', string.Empty);

    public static FuzzNode Array(params IEnumerable<FuzzNode> parts)
    {
        var array = new FuzzNode('[', string.Empty);
        array.Parts.AddRange(parts);
        return array;
    }

    public static FuzzNode Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    public FuzzNode Clone()
    {
        var copy = new FuzzNode(Kind, Text);
        copy.Names.AddRange(Names);
        copy.Parts.AddRange(Parts.Select(part => part.Clone()));
        return copy;
    }

    public void Add(string name, FuzzNode value)
    {
        Names.Add(name);
        Parts.Add(value);
    }

    public void RemoveAt(int index)
    {
        Parts.RemoveAt(index);
        if (Kind == '{')
        {
            Names.RemoveAt(index);
        }
    }

    /// <summary>Puts a part before another one; in an object it takes the given name.</summary>
    public void Insert(int index, string name, FuzzNode value)
    {
        Parts.Insert(index, value);
        if (Kind == '{')
        {
            Names.Insert(index, name);
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private static FuzzNode Of(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                return Array(element.EnumerateArray().Select(Of));
            case JsonValueKind.Object:
                FuzzNode result = Object();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    result.Add($"\"{property.Name}\"", Of(property.Value));
                }

                return result;
            default:
                return Value(element.GetRawText());
        }
    }

    private void Write(StringBuilder text)
    {
        if (Kind == 'v')
        {
            text.Append(Text);
            return;
        }

        text.Append(Kind);
        for (int i = 0; i < Parts.Count; i++)
        {
            text.Append(i == 0 ? string.Empty : ",");
            if (Kind == '{')
            {
                text.Append(Names[i]).Append(':');
            }

            Parts[i].Write(text);
        }

        text.Append(Kind == '{' ? '}' : ']');
    }
}

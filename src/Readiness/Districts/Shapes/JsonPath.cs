using System.Globalization;
using System.Text;

namespace Readiness.Districts.Shapes;

/// <summary>Where a value stands in a document. A chain of steps, written as a JSON pointer only when an error needs it.</summary>
internal sealed class JsonPath
{
    private readonly JsonPath? parent;
    private readonly string? name;
    private readonly int index;

    private JsonPath(JsonPath? parent, string? name, int index)
    {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /// <summary>The whole document.</summary>
    public static JsonPath Root { get; } = new(null, null, 0);

    /// <summary>The root of something that stands within a greater document.</summary>
    /// <param name="pointer">JSON pointer of the place where it stands.</param>
    public static JsonPath Below(string pointer) => new(null, pointer, 0);

    /// <summary>A property of the object that stands here.</summary>
    public JsonPath Property(string property) => new(this, property, 0);

    /// <summary>An entry of the array that stands here.</summary>
    public JsonPath Entry(int position) => new(this, null, position);

    /// <summary>The JSON pointer (RFC 6901).</summary>
    public override string ToString()
    {
        var steps = new Stack<string>();
        JsonPath root = this;
        for (; root.parent is { } parentStep; root = parentStep)
        {
            steps.Push(root.name is null ? root.index.ToString(CultureInfo.InvariantCulture) : Escape(root.name));
        }

        var pointer = new StringBuilder(root.name);
        foreach (string step in steps)
        {
            pointer.Append('/').Append(step);
        }

        return pointer.ToString();
    }

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

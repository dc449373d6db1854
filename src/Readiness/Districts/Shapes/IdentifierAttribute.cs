namespace Readiness.Districts.Shapes;

/// <summary>Marks the text by which other parts of a document refer to an object; unique within its array.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class IdentifierAttribute : Attribute
{
    /// <summary>What an identifier looks like, as in JSON Schema: short, readable, safe in URLs, file names and logs.</summary>
    public const string Pattern = $"^{Letters}$";

    /// <summary>The same for .NET, whose $ would let a final line break pass.</summary>
    internal const string NetPattern = $@"\A{Letters}\z";

    private const string Letters = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    /// <summary>The pattern in words.</summary>
    public const string Rule = "must be 1 to 100 letters, digits, dots, hyphens or underscores, the first a letter or a digit";
}

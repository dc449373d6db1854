namespace Readiness.Districts.Shapes;

/// <summary>Marks the text by which other parts of a document refer to an object; unique within its array.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class IdentifierAttribute : Attribute
{
    /// <summary>What an identifier looks like: short, readable, safe in URLs, file names and logs.</summary>
    public const string Pattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$";

    /// <summary>The pattern in words.</summary>
    public const string Rule = "must be 1 to 100 letters, digits, dots, hyphens or underscores, the first a letter or a digit";
}

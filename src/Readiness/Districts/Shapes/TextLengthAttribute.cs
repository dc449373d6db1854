namespace Readiness.Districts.Shapes;

/// <summary>The greatest length of a text in a document, where it is not the usual 200 characters. A text that may be longer may have line breaks too.</summary>
/// <param name="maximum">Characters (Unicode code points).</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class TextLengthAttribute(int maximum) : Attribute
{
    /// <summary>The length of a text that says nothing else.</summary>
    public const int Usual = 200;

    /// <summary>Characters (Unicode code points).</summary>
    public int Maximum { get; } = maximum;

    /// <summary>Whether the text may be empty.</summary>
    public bool MayBeEmpty { get; init; }
}

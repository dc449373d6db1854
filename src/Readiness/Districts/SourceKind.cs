namespace Readiness.Districts;

/// <summary>How far a figure of the document can be relied on.</summary>
public enum SourceKind
{
    /// <summary>Published by the source that the note cites.</summary>
    Fact,

    /// <summary>Derived or judged from published figures.</summary>
    Estimate,

    /// <summary>Made up so that the example is complete.</summary>
    Invention,
}

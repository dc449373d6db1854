namespace Readiness.Districts;

/// <summary>Says where a part of the document comes from.</summary>
/// <param name="AppliesTo">JSON pointer of the part, such as <c>/epidemic/newCases</c>.</param>
/// <param name="Kind">Whether the part is fact, estimate or invention.</param>
/// <param name="Text">The citation or the reasoning.</param>
public sealed record SourceNote(string AppliesTo, SourceKind Kind, string Text);

using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Says where a part of the document comes from.</summary>
/// <param name="AppliesTo">JSON pointer of the part, such as <c>/epidemic/newCases</c>; empty for the whole document.</param>
/// <param name="Kind">Whether the part is fact, estimate or invention.</param>
/// <param name="Text">The citation or the reasoning; at most 4,000 characters.</param>
public sealed record SourceNote([TextLength(200, MayBeEmpty = true)] string AppliesTo, SourceKind Kind, [TextLength(4_000)] string Text);

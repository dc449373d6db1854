namespace Readiness.Mornings;

/// <summary>Something that nobody reported and that follows from the published plan, or from time going by.</summary>
/// <param name="Subject">What it is about, as a JSON pointer's first part: <c>stockLots</c>, <c>shipments</c>, <c>staff</c> ...</param>
/// <param name="Id">Id of the entry or entries, such as place/item; null if it is about all.</param>
/// <param name="Fact">The fact in words.</param>
public sealed record DerivedFact(string Subject, string? Id, string Fact);

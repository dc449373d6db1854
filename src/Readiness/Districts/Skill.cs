using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A qualification.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name.</param>
public sealed record Skill([Identifier] string Id, LocalizedName Name);

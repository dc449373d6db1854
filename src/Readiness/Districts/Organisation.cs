using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>An employer of staff. Lines of joint teams may name the organisation that a person must belong to.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name.</param>
public sealed record Organisation([Identifier] string Id, LocalizedName Name);

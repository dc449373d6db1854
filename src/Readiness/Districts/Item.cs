using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>An article with its unit of use and its pack.</summary>
/// <param name="Id">Identifier, such as <c>respirator</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">The base unit that all quantities count, such as <c>piece</c>, <c>pair</c> or <c>ml</c>.</param>
/// <param name="PackSize">Units in the smallest pack that is moved between places; 1 to 1,000,000.</param>
/// <param name="LitresPerPack">Transport volume of a pack in litres; more than 0, at most 100,000.</param>
public sealed record Item(
    [Identifier] string Id,
    LocalizedName Name,
    string Unit,
    [Limits(1, 1_000_000)] long PackSize = 1,
    [Limits(0, 100_000, AboveMinimum = true)] double LitresPerPack = 1);

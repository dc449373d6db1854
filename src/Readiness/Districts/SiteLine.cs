using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Heads with a skill that an open site asks for in each of its shifts.</summary>
/// <param name="Id">Identifier, unique within the site.</param>
/// <param name="Skill">Id of the skill.</param>
/// <param name="FixedHeads">Heads per shift on every open day; 0 to 1,000.</param>
/// <param name="GuestsPerHead">Guests that one head looks after per shift, more than 0, at most 1,000,000; none if the guests do not matter. The heads are max(<paramref name="FixedHeads"/>, guests ÷ this, rounded up).</param>
/// <param name="PriorityClass">1 (life-critical) to 4 (routine).</param>
/// <param name="Kit">Id of the kit each head uses up per shift, if any.</param>
/// <param name="Organisation">Id of the organisation the person must belong to, if it matters.</param>
/// <param name="ProtectiveMinutesPerHour">
/// Minutes of each hour that are worked in full protective clothing; 0 to 60. A shift has its length × this ÷ 60 of them, rounded down.
/// Contracts may limit them.
/// </param>
public sealed record SiteLine(
    [Identifier] string Id,
    [RefersTo(nameof(District.Skills))] string Skill,
    [Limits(0, 1_000)] int FixedHeads,
    [Limits(0, 1e6, AboveMinimum = true)] double? GuestsPerHead = null,
    [Limits(1, 4)] int PriorityClass = 2,
    [RefersTo(nameof(District.Kits))] string? Kit = null,
    [RefersTo(nameof(District.Organisations))] string? Organisation = null,
    [Limits(0, 60)] int ProtectiveMinutesPerHour = 0);

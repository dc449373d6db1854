namespace Readiness.Districts;

/// <summary>Heads with a skill that an open site asks for in each of its shifts.</summary>
/// <param name="Id">Identifier, unique within the site.</param>
/// <param name="Skill">Id of the skill.</param>
/// <param name="FixedHeads">Heads per shift on every open day; 0 to 1,000.</param>
/// <param name="GuestsPerHead">Guests that one head looks after per shift, more than 0; none if the guests do not matter. The heads are max(<paramref name="FixedHeads"/>, guests ÷ this, rounded up).</param>
/// <param name="PriorityClass">1 (life-critical) to 4 (routine).</param>
/// <param name="Kit">Id of the kit each head uses up per shift, if any.</param>
/// <param name="Organisation">Id of the organisation the person must belong to, if it matters.</param>
public sealed record SiteLine(
    string Id,
    string Skill,
    int FixedHeads,
    double? GuestsPerHead = null,
    int PriorityClass = 2,
    string? Kit = null,
    string? Organisation = null);

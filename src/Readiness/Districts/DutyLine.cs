using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Heads with a skill that a duty asks for in each of its shifts.</summary>
/// <param name="Id">Identifier, unique within the duty.</param>
/// <param name="Skill">Id of the skill.</param>
/// <param name="Heads">Heads per shift at least (for joint teams: heads per team, 1 or more); 0 to 10,000.</param>
/// <param name="PriorityClass">1 (life-critical) to 4 (routine). All lines of a joint team have the same class.</param>
/// <param name="Kit">Id of the kit each head uses up per shift, if any.</param>
/// <param name="Organisation">Id of the organisation the person must belong to, if it matters.</param>
/// <param name="Workload">Makes the heads max(<paramref name="Heads"/>, driver ÷ units per head, rounded up). Not on lines of joint teams.</param>
/// <param name="ProtectiveMinutesPerHour">
/// Minutes of each hour that are worked in full protective clothing; 0 to 60. A shift has its length × this ÷ 60 of them, rounded down.
/// Contracts may limit them.
/// </param>
public sealed record DutyLine(
    [Identifier] string Id,
    [RefersTo(nameof(District.Skills))] string Skill,
    [Limits(0, 10_000)] int Heads,
    [Limits(1, 4)] int PriorityClass,
    [RefersTo(nameof(District.Kits))] string? Kit = null,
    [RefersTo(nameof(District.Organisations))] string? Organisation = null,
    Workload? Workload = null,
    [Limits(0, 60)] int ProtectiveMinutesPerHour = 0);

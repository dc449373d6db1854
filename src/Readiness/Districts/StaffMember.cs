using System.Collections.Immutable;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>A person, known only by id, skills and contract.</summary>
/// <param name="Id">Identifier; never a name.</param>
/// <param name="Home">Id of the home facility. The person belongs to that facility's organisation.</param>
/// <param name="Skills">Ids of the person's skills; at least one.</param>
/// <param name="Contract">Id of the contract.</param>
/// <param name="Lendable">Whether the person may work at places other than the home facility.</param>
public sealed record StaffMember(
    [Identifier] string Id,
    [RefersTo(nameof(District.Facilities))] string Home,
    [NotEmpty][RefersTo(nameof(District.Skills))] ImmutableArray<string> Skills,
    [RefersTo(nameof(District.Contracts))] string Contract,
    bool Lendable = true);

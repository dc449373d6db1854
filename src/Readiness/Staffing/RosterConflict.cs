using System.Collections.Immutable;

namespace Readiness.Staffing;

/// <summary>Rules that no roster keeps together, for people who cannot all be planned: why a <see cref="RosterProblem"/> is infeasible.</summary>
/// <param name="People">The people, by index. One person: no schedule of theirs keeps the rules, whatever the others work.</param>
/// <param name="Rules">The rules. Without any one of them there may be a roster for these people; of pins that are too many, each is named.</param>
public sealed record RosterConflict(ImmutableArray<int> People, ImmutableArray<ConflictingRule> Rules);

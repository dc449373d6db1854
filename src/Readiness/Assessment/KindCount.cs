using Readiness.Plans;

namespace Readiness.Assessment;

/// <summary>What became of the published decisions of a kind within the horizon.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Published">Decisions published.</param>
/// <param name="Kept">Of these, those that are still the same.</param>
/// <param name="Forced">Decisions that are others because they had to be.</param>
/// <param name="Chosen">Decisions that are others, or new, by choice.</param>
public sealed record KindCount(DecisionKind Kind, int Published, int Kept, int Forced, int Chosen);

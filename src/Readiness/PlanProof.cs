using System.Collections.Immutable;

namespace Readiness;

/// <summary>How a solve ended and what is proven about its result, per objective level in lexicographic order.</summary>
/// <param name="Termination">How it ended.</param>
/// <param name="Levels">One entry per objective level, most important first.</param>
public sealed record PlanProof(Termination Termination, ImmutableArray<LevelProof> Levels);

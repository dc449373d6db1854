namespace Readiness.Api.Comparisons;

/// <summary>Which plans a statement about the difference of two optima holds for.</summary>
public enum ProofScope
{
    /// <summary>The level is the first, or all higher levels of both plans are proven optimal: it holds for the best plans there are.</summary>
    AllPlans,

    /// <summary>A higher level has a gap: it holds for the best of those plans that reach the same values at the higher levels.</summary>
    SameHigherLevels,
}

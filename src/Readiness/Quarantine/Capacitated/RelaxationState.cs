namespace Readiness.Quarantine.Capacitated;

/// <summary>What a step of the relaxation has shown.</summary>
internal enum RelaxationState
{
    /// <summary>There are sites to decide about.</summary>
    Undecided,

    /// <summary>All sites are settled: one set is left.</summary>
    Settled,

    /// <summary>No set is left that is below the cutoff.</summary>
    Empty,
}

namespace Readiness.Quarantine;

/// <summary>Which decisions of a model must be whole.</summary>
internal enum Integrality
{
    /// <summary>None: the linear relaxation.</summary>
    None,

    /// <summary>Sites are open or not, stays may be parts of units.</summary>
    Openings,

    /// <summary>Stays are whole too (or, where a demand may not be split, all or nothing).</summary>
    All,

    /// <summary>Every stay is whole by itself, as where shares of single customers count.</summary>
    Stays,
}

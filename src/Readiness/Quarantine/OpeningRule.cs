namespace Readiness.Quarantine;

/// <summary>Whether a site's opening is decided by the plan.</summary>
public enum OpeningRule
{
    /// <summary>The plan decides.</summary>
    Free,

    /// <summary>Open from its earliest to the last day.</summary>
    MustOpen,

    /// <summary>Never open.</summary>
    Forbidden,
}

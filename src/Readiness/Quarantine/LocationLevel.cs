namespace Readiness.Quarantine;

/// <summary>The objective levels, most important first.</summary>
internal enum LocationLevel
{
    /// <summary>Unserved unit-days.</summary>
    Unserved,

    /// <summary>Cost.</summary>
    Cost,
}

namespace Readiness.Quarantine.Capacitated;

/// <summary>What is settled about a site.</summary>
internal enum Fixing : sbyte
{
    /// <summary>It stays closed.</summary>
    Closed = -1,

    /// <summary>Nothing.</summary>
    Free = 0,

    /// <summary>It is open.</summary>
    Open = 1,
}

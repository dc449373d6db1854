namespace Readiness.Api.Storage;

/// <summary>What only one process at a time may do. The numbers are those of advisory locks; nobody else uses them.</summary>
internal enum StoreLock : long
{
    /// <summary>Change the schema.</summary>
    Schema = 0x5EAD1_5CE3A,

    /// <summary>Put a scenario into the queue: how many wait is counted first.</summary>
    Scenarios = 0x5EAD1_5CE3B,

    /// <summary>Put a sweep into the queue: how many cells wait is counted first.</summary>
    Sweeps = 0x5EAD1_5CE3C,

    /// <summary>Put a stress test into the queue: how many are unfinished is counted first.</summary>
    StressTests = 0x5EAD1_5CE3D,
}

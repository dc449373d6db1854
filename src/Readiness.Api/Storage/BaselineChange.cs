namespace Readiness.Api.Storage;

/// <summary>What became of an attempt to replace or delete a baseline.</summary>
internal enum BaselineChange
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is no baseline of this id.</summary>
    Missing,

    /// <summary>Its version is another by now.</summary>
    Outdated,

    /// <summary>Scenarios that have not ended need it.</summary>
    InUse,
}

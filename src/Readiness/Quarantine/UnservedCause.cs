namespace Readiness.Quarantine;

/// <summary>Why demand stays unserved.</summary>
public enum UnservedCause
{
    /// <summary>No site that may open may serve the customer on that day: all are too far, of another class, forbidden, or not ready.</summary>
    OutOfReach,

    /// <summary>Sites that may serve it are closed, by a limit on their number, their separation or the resources they use.</summary>
    SiteClosed,

    /// <summary>All sites that may serve it are open and full, or held back by resources.</summary>
    NoRoom,
}

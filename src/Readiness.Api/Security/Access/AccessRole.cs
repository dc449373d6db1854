namespace Readiness.Api.Security.Access;

/// <summary>What a caller may do; each role may also do what those before it may.</summary>
public enum AccessRole
{
    /// <summary>Reads everything but keys and the audit log.</summary>
    Viewer,

    /// <summary>Changes baselines, scenarios and what is made of them.</summary>
    Planner,

    /// <summary>Makes and revokes keys, and reads the audit log.</summary>
    Administrator,
}

namespace Readiness.Api.Hosting;

/// <summary>What a process of the service does. Processes with one store share its queue.</summary>
public enum ServiceRole
{
    /// <summary>Answers requests and solves.</summary>
    All,

    /// <summary>Answers requests only.</summary>
    Api,

    /// <summary>Solves only.</summary>
    Worker,
}

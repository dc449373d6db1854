namespace Readiness.Api.Jobs;

/// <summary>What became of an attempt to put a scenario into the queue.</summary>
internal enum EnqueueResult
{
    /// <summary>It is in the queue, or was put there before under the same id.</summary>
    Accepted,

    /// <summary>Too many are waiting already.</summary>
    Full,
}

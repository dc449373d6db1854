namespace Readiness.Api.Jobs;

/// <summary>Why a running solve has to end before it is done.</summary>
internal enum StopReason
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>A client asked for it; the best plan so far is kept.</summary>
    Client,

    /// <summary>This process stops; the scenario goes back to the head of the queue.</summary>
    Shutdown,

    /// <summary>It takes longer than the service allows.</summary>
    TimeLimit,

    /// <summary>The scenario was removed, or another worker has it because this one was silent too long.</summary>
    LostClaim,
}

namespace Readiness.Benchmarks.Tables.Load;

/// <summary>What all clients together have measured.</summary>
internal sealed class LoadTally
{
    /// <summary>Requests that read from the service.</summary>
    public Latencies Reads { get; } = new();

    /// <summary>Requests that post a scenario.</summary>
    public Latencies Posts { get; } = new();

    /// <summary>Requests to the empty endpoint.</summary>
    public Latencies Empty { get; } = new();
}

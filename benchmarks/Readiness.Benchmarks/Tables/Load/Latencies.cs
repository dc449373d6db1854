namespace Readiness.Benchmarks.Tables.Load;

/// <summary>How long the requests of one kind took and how they were answered. Many threads may add at once.</summary>
internal sealed class Latencies
{
    private readonly Lock door = new();
    private readonly List<double> milliseconds = [];

    /// <summary>Number of requests.</summary>
    public int Count => milliseconds.Count;

    /// <summary>Answers of 400 to 499.</summary>
    public int Refused { get; private set; }

    /// <summary>Answers of 500 and above, and requests without an answer.</summary>
    public int Failed { get; private set; }

    /// <summary>Adds a request.</summary>
    /// <param name="elapsed">Time from sending to the last byte of the answer.</param>
    /// <param name="status">Status of the answer; null if there was none.</param>
    public void Add(TimeSpan elapsed, int? status)
    {
        lock (door)
        {
            milliseconds.Add(elapsed.TotalMilliseconds);
            Refused += status is >= 400 and < 500 ? 1 : 0;
            Failed += status is null or >= 500 ? 1 : 0;
        }
    }

    /// <summary>The least time in milliseconds within which a share of the requests was answered; NaN if there was none.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public double Quantile(double share)
    {
        lock (door)
        {
            milliseconds.Sort();
            return Count == 0 ? double.NaN : milliseconds[Math.Clamp((int)Math.Ceiling(share * Count) - 1, 0, Count - 1)];
        }
    }
}

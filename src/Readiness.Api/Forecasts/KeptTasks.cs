namespace Readiness.Api.Forecasts;

/// <summary>Results of long computations by key, each computed once on a thread of its own; the longest unused goes first, a failed one is not kept.</summary>
/// <typeparam name="T">The result.</typeparam>
/// <param name="most">How many are kept.</param>
internal sealed class KeptTasks<T>(int most)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private long clock;

    /// <summary>The result of a key; computed if it is not there and not under way.</summary>
    /// <param name="key">The key.</param>
    /// <param name="compute">Computes it.</param>
    public Task<T> GetAsync(string key, Func<T> compute)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(key, out Entry? entry) || entry.Task.IsFaulted || entry.Task.IsCanceled)
            {
                entry = new Entry(Task.Factory.StartNew(
                    compute, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default));
                entries[key] = entry;
            }

            entry.LastUse = ++clock;
            while (entries.Count > most)
            {
                entries.Remove(entries.MinBy(static one => one.Value.LastUse).Key);
            }

            return entry.Task;
        }
    }

    private sealed class Entry(Task<T> task)
    {
        public Task<T> Task { get; } = task;

        public long LastUse { get; set; }
    }
}

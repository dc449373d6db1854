namespace Readiness.Quarantine.Capacitated;

/// <summary>The parts of the search tree that are left: those that somebody is about to go on with, and a queue of the others.</summary>
/// <param name="workers">How many work on parts.</param>
internal sealed class OpenParts(int workers)
{
    private readonly PriorityQueue<LocationNode, (double Bound, long Number)> queue = new();
    private readonly LocationNode?[] next = new LocationNode?[workers];

    /// <summary>Number of parts in the queue.</summary>
    public int Queued => queue.Count;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => queue.Count == 0 && next.All(static node => node is null);

    /// <summary>The lowest bound; infinite if there are none.</summary>
    public double Lowest => Math.Min(
        queue.TryPeek(out LocationNode? lowest, out _) ? lowest.Bound : double.PositiveInfinity,
        next.Min(static node => node?.Bound ?? double.PositiveInfinity));

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        queue.Clear();
        Array.Clear(next);
    }

    /// <summary>Puts a part in the queue.</summary>
    public void Add(LocationNode node) => queue.Enqueue(node, (node.Bound, node.Number));

    /// <summary>Lets a worker go on with a part.</summary>
    /// <returns>False if it has one already.</returns>
    public bool GoOn(int worker, LocationNode node)
    {
        if (next[worker] is not null)
        {
            return false;
        }

        next[worker] = node;
        return true;
    }

    /// <summary>Takes a part for each worker: what it was to go on with, or that of the lowest bound.</summary>
    /// <param name="taken">Filled with the parts; null where there is none.</param>
    /// <param name="most">Bound above which only the last worker goes on with its part.</param>
    /// <param name="cutoff">Parts whose bound is not below it are dropped.</param>
    public void Take(LocationNode?[] taken, double most, double cutoff)
    {
        for (int k = 0; k < workers - 1; k++)
        {
            if (next[k] is { } node && node.Bound > most)
            {
                Add(node);
                next[k] = null;
            }
        }

        for (int k = 0; k < workers; k++)
        {
            LocationNode? node = next[k] ?? (queue.TryDequeue(out LocationNode? first, out _) ? first : null);
            taken[k] = node?.Bound < cutoff ? node : null;
            next[k] = null;
        }
    }
}

namespace Readiness.Supplies.Flows;

/// <summary>Does the same for every item, on several threads. What is done for an item must not depend on the others, so the order does not matter.</summary>
internal static class ItemLoop
{
    /// <summary>Runs the body for 0 to <paramref name="count"/> - 1.</summary>
    public static void Run(int count, int threads, Action<int> body)
    {
        if (threads == 1 || count == 1)
        {
            for (int i = 0; i < count; i++)
            {
                body(i);
            }

            return;
        }

        // Items differ much in effort: each thread takes the next one when it is free.
        int next = -1;
        Parallel.For(0, Math.Min(threads, count), _ =>
        {
            for (int i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                body(i);
            }
        });
    }
}

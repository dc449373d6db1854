namespace Readiness.Api.Idempotency;

/// <summary>What is kept of a request with an <c>Idempotency-Key</c>.</summary>
/// <param name="Fingerprint">Hash of its body.</param>
/// <param name="Resource">Id of the thing that it makes, fixed before it is made.</param>
/// <param name="Answer">Its answer; none until there is one.</param>
internal sealed record IdempotentRequest(string Fingerprint, string Resource, StoredAnswer? Answer)
{
    private static readonly object ResourceKey = new();
    private static readonly object ResumedKey = new();

    /// <summary>The id that the thing of a request must have, so that the request makes no second one if it has to be done again.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The id; none without a key.</returns>
    public static string? ResourceOf(HttpContext context) => context.Items[ResourceKey] as string;

    /// <summary>Whether the request was begun before by a process that ended before it was answered.</summary>
    /// <param name="context">The request.</param>
    public static bool IsResumed(HttpContext context) => context.Items.ContainsKey(ResumedKey);

    /// <summary>Fixes what a request makes.</summary>
    /// <param name="context">The request.</param>
    /// <param name="resource">The id.</param>
    /// <param name="resumed">Whether it was begun before.</param>
    public static void Begin(HttpContext context, string resource, bool resumed)
    {
        context.Items[ResourceKey] = resource;
        if (resumed)
        {
            context.Items[ResumedKey] = true;
        }
    }
}

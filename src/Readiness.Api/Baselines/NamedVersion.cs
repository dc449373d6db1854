using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Readiness.Api.Problems;
using Readiness.Api.Storage;

namespace Readiness.Api.Baselines;

/// <summary>The version of a baseline that a client says it has seen and wants to change.</summary>
internal static class NamedVersion
{
    private const string Kind = "baseline";
    private const string Demand = "Send If-Match with the ETag of the version that you have read, or with * for whatever is there.";

    /// <summary>Finds the version.</summary>
    /// <param name="id">Id of the baseline.</param>
    /// <param name="context">The request.</param>
    /// <param name="baselines">The store.</param>
    /// <returns>The current version, which is the one that the client names, or a refusal.</returns>
    public static async Task<(StoredBaseline? Version, ProblemHttpResult? Refusal)> FindAsync(string id, HttpContext context, IBaselineStore baselines)
    {
        if (await baselines.FindCurrentAsync(id, context.RequestAborted) is not { } current)
        {
            return (null, Problem.NotFound(Kind, id));
        }

        if (context.Request.Headers[HeaderNames.IfMatch].Count == 0)
        {
            return (null, Problem.PreconditionRequired(Demand));
        }

        return EntityTags.Name(context.Request.Headers.IfMatch, current.Tag, weak: false)
            ? (current, null)
            : (null, Outdated(id, current.Tag));
    }

    /// <summary>Tells why a change was not made.</summary>
    /// <param name="change">What became of it.</param>
    /// <param name="id">Id of the baseline.</param>
    /// <returns>The refusal; none if the change was made.</returns>
    public static ProblemHttpResult? Refusal(BaselineChange change, string id) => change switch
    {
        BaselineChange.Done => null,
        BaselineChange.Missing => Problem.NotFound(Kind, id),
        BaselineChange.InUse => Problem.Conflict($"A scenario of the baseline '{id}' waits for its solve or is being solved."),
        _ => Outdated(id, null),
    };

    private static ProblemHttpResult Outdated(string id, string? tag) => Problem.PreconditionFailed(
        tag is null ? $"The baseline '{id}' has another version by now." : $"The baseline '{id}' has the version {tag} by now.");
}

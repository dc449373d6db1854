using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Readiness.Api.Problems;

namespace Readiness.Api.Tables;

/// <summary>Finds the format that an answer has, from the end of its address or from <c>Accept</c> (RFC 9110, section 12.5.1).</summary>
internal static class FormatNegotiation
{
    /// <summary>Chooses by the end of the address.</summary>
    /// <param name="suffix">The end, without the dot.</param>
    /// <param name="possible">The formats that there are.</param>
    /// <returns>The format, or the refusal.</returns>
    public static (TableFormat? Format, ProblemHttpResult? Refusal) BySuffix(string suffix, IReadOnlyList<TableFormat> possible) =>
        possible.FirstOrDefault(format => format.Suffix == suffix) is { } format
            ? (format, null)
            : (null, Problem.NotFound("format", suffix, $"Possible are {string.Join(", ", possible.Select(other => other.Suffix))}."));

    /// <summary>Chooses by what the client accepts; says that the answer depends on it.</summary>
    /// <param name="context">The request and its answer.</param>
    /// <param name="possible">The formats that there are, the preferred one first.</param>
    /// <returns>The format, or the refusal.</returns>
    public static (TableFormat? Format, ProblemHttpResult? Refusal) ByAccept(HttpContext context, IReadOnlyList<TableFormat> possible)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (context.Request.Headers.Accept.Count == 0)
        {
            return (possible[0], null);
        }

        IList<MediaTypeHeaderValue> accepted = context.Request.GetTypedHeaders().Accept;
        TableFormat? best = possible.Select(format => (Format: format, Quality: Quality(format, accepted)))
            .Where(choice => choice.Quality > 0)
            .OrderByDescending(choice => choice.Quality)
            .FirstOrDefault().Format;
        return best is null ? (null, Problem.NotAcceptable(possible.Select(format => format.MediaType))) : (best, null);
    }

    /// <summary>What the most specific range that includes a format says of it; 0 if none does.</summary>
    private static double Quality(TableFormat format, IList<MediaTypeHeaderValue> accepted)
    {
        MediaTypeHeaderValue type = new(format.MediaType);
        return accepted
            .Where(type.IsSubsetOf)
            .OrderByDescending(range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2)
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();
    }
}

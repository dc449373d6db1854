using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Readiness.Api.Idempotency;
using Readiness.Api.Json;
using Readiness.Api.Problems;
using Readiness.Api.Storage;
using Readiness.Districts;

namespace Readiness.Api.Baselines;

/// <summary>Reads the body of a posted or put baseline and finds all its faults at once.</summary>
internal static class BaselineBody
{
    /// <summary>Reads the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The id that the document must have; none allows any.</param>
    /// <returns>Either the district, or the refusal.</returns>
    public static async Task<(District? District, ProblemHttpResult? Refusal)> ReadAsync(HttpRequest request, string? id = null)
    {
        (JsonDocument? document, ProblemHttpResult? refusal) = await JsonBody.ReadAsync(request);
        if (document is null)
        {
            return (null, refusal);
        }

        DistrictReadResult read;
        using (document)
        {
            read = DistrictDocument.TryRead(document.RootElement);
        }

        List<FieldError> errors = [.. read.Errors.Select(e => new FieldError(e.Pointer, JsonValues.Parse(e.Value), e.Message))];
        if (id is not null && read.District is { } other && other.Id != id)
        {
            errors.Add(new FieldError("/id", JsonValues.AsString(other.Id), $"Must be the id in the address, '{id}'."));
        }

        if (read.District is { } district)
        {
            errors.AddRange(request.HttpContext.RequestServices.GetRequiredService<DistrictLimits>().Faults(district));
        }

        return errors.Count > 0 ? (null, Problem.Invalid(errors)) : (read.District, null);
    }

    /// <summary>The version that a request with an <c>Idempotency-Key</c> has added already, where the service ended before it could answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="district">The district.</param>
    /// <param name="baselines">The store.</param>
    /// <returns>The version; none if the request did not add it.</returns>
    public static async Task<long?> AddedBeforeAsync(HttpContext context, District district, IBaselineStore baselines) =>
        IdempotentRequest.IsResumed(context)
        && await baselines.FindCurrentAsync(district.Id, context.RequestAborted) is { } there
        && DistrictDocument.Write(there.District) == DistrictDocument.Write(district)
            ? there.Version
            : null;
}

using System.Globalization;
using Readiness.Api.Json;
using Readiness.Api.Problems;

namespace Readiness.Api.Security.Audit;

/// <summary>Which entries of the audit log are wanted.</summary>
/// <param name="Limit">How many at most.</param>
/// <param name="After">Only those before the one with this id.</param>
/// <param name="Caller">Only those of this caller.</param>
/// <param name="Method">Only those of this method.</param>
/// <param name="Target">Only those about this.</param>
/// <param name="Status">Only those answered so.</param>
/// <param name="From">Only those of this time or later.</param>
/// <param name="To">Only those earlier than this.</param>
internal sealed record AuditQuery(
    int Limit,
    string? After = null,
    string? Caller = null,
    string? Method = null,
    string? Target = null,
    int? Status = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null)
{
    /// <summary>Id of the caller.</summary>
    public const string CallerName = "caller";

    /// <summary>Method of the request.</summary>
    public const string MethodName = "method";

    /// <summary>Id of what a request was about.</summary>
    public const string TargetName = "target";

    /// <summary>Status of the answer.</summary>
    public const string StatusName = "status";

    /// <summary>First moment.</summary>
    public const string FromName = "from";

    /// <summary>The moment after the last.</summary>
    public const string ToName = "to";

    /// <summary>Reads the parameters.</summary>
    /// <param name="query">The query of the request.</param>
    /// <returns>What is wanted, which counts only if there is no error, and everything that is wrong.</returns>
    public static (AuditQuery Wanted, IReadOnlyCollection<FieldError> Errors) Read(IQueryCollection query)
    {
        QueryFields fields = new(query, NextPage.LimitName, NextPage.AfterName, CallerName, MethodName, TargetName, StatusName, FromName, ToName);
        AuditQuery wanted = new(
            fields.Integer(NextPage.LimitName, 1, NextPage.Most, NextPage.Standard),
            fields.Text(NextPage.AfterName),
            fields.Text(CallerName),
            fields.Text(MethodName)?.ToUpperInvariant(),
            fields.Text(TargetName),
            query.ContainsKey(StatusName) ? fields.Integer(StatusName, 100, 599, 0) : null,
            Time(fields, FromName),
            Time(fields, ToName));
        if (wanted.After is { } place && !Guid.TryParseExact(place, "N", out _))
        {
            fields.Refuse(NextPage.AfterName, "Must be taken from the Link header of the page before.");
        }

        return (wanted, fields.Errors);
    }

    private static DateTimeOffset? Time(QueryFields fields, string name)
    {
        if (fields.Text(name) is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            return time;
        }

        fields.Refuse(name, "Must be a time such as 2026-03-01T12:00:00Z.");
        return null;
    }
}

using Readiness.Api.Security.Access;

namespace Readiness.Api.Security.Keys;

/// <summary>A key that a caller logs in with, without its secret.</summary>
/// <param name="Id">Id; the part of the key's text between its underscores.</param>
/// <param name="Name">Who or what uses it.</param>
/// <param name="Role">What it allows.</param>
/// <param name="Created">When it was made.</param>
/// <param name="CreatedBy">Who made it: a caller, or <c>command</c>.</param>
/// <param name="Expires">From when on it is not accepted; none if it does not expire.</param>
/// <param name="Revoked">When it was revoked; none if it was not.</param>
/// <param name="LastUsed">When it was last used, to the minute; none if it never was.</param>
public sealed record ApiKey(
    string Id,
    string Name,
    AccessRole Role,
    DateTimeOffset Created,
    string CreatedBy,
    DateTimeOffset? Expires = null,
    DateTimeOffset? Revoked = null,
    DateTimeOffset? LastUsed = null)
{
    /// <summary>Most characters of a name.</summary>
    internal const int LongestName = 100;

    /// <summary>Most days that a key may last, unless it does not expire.</summary>
    internal const int MostDays = 3650;

    /// <summary>Whether it is accepted at a time.</summary>
    /// <param name="time">The time.</param>
    internal bool IsValidAt(DateTimeOffset time) => Revoked is null && (Expires is null || time < Expires);
}

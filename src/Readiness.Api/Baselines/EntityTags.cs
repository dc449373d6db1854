using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Readiness.Api.Baselines;

/// <summary>Reads the entity tags of conditional requests (RFC 9110, section 13).</summary>
internal static class EntityTags
{
    /// <summary>Whether a header names a version.</summary>
    /// <param name="header">Values of <c>If-Match</c> or <c>If-None-Match</c>.</param>
    /// <param name="tag">Tag of the version.</param>
    /// <param name="weak">Whether a weak tag names it too.</param>
    public static bool Name(StringValues header, string tag, bool weak) =>
        EntityTagHeaderValue.TryParseList([.. header.OfType<string>()], out IList<EntityTagHeaderValue>? tags)
        && tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || (t.Tag == tag && (weak || !t.IsWeak)));
}

using Readiness.Api.Security.Keys;

namespace Readiness.Api.Security.Login;

/// <summary>The ways to log in.</summary>
internal static class Schemes
{
    /// <summary>Chooses one of the others by what a request has.</summary>
    public const string Any = "Readiness";

    /// <summary>Nobody logs in: the service only listens on this machine.</summary>
    public const string Local = "Local";

    /// <summary>An API key.</summary>
    public const string Key = "ApiKey";

    /// <summary>A token of an identity provider.</summary>
    public const string Token = "Jwt";

    /// <summary>Header with a key and nothing else.</summary>
    public const string KeyHeader = "X-Api-Key";

    private const string Bearer = "Bearer ";

    /// <summary>What a request has shown: each key or token of its headers, blank ones included.</summary>
    /// <param name="request">The request.</param>
    public static IReadOnlyList<string> Shown(HttpRequest request) =>
    [
        .. request.Headers[KeyHeader].Select(v => v ?? ""),
        .. request.Headers.Authorization.Select(v => v is not null && v.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? v[Bearer.Length..].Trim() : ""),
    ];

    /// <summary>Whether a request has to do with a key rather than a token.</summary>
    /// <param name="request">The request.</param>
    public static bool HasKey(HttpRequest request) =>
        request.Headers.ContainsKey(KeyHeader) || Shown(request).Any(s => s.StartsWith(KeyText.Prefix, StringComparison.Ordinal));
}

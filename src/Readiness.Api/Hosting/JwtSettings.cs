namespace Readiness.Api.Hosting;

/// <summary>Login by JSON Web Tokens (RFC 7519) that an identity provider has signed, section <c>Readiness:Jwt</c>.</summary>
public sealed class JwtSettings
{
    /// <summary>Address of the provider, whose keys are found by OpenID Connect discovery; https, except on this machine.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Address of the provider's discovery document, where it is not the usual one below <see cref="Authority"/>.</summary>
    public string MetadataAddress { get; set; } = "";

    /// <summary>Path of a file with the provider's keys as a JSON Web Key Set (RFC 7517), instead of an address.</summary>
    public string KeySetFile { get; set; } = "";

    /// <summary>Who must have issued a token; needed with <see cref="KeySetFile"/>, otherwise the provider's document says it.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>For whom a token must have been issued; needed.</summary>
    public string Audience { get; set; } = "";

    /// <summary>Claim with the caller's role or roles or groups; nothing else in a token gives a role.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>Claim with the name that the audit log shows.</summary>
    public string NameClaim { get; set; } = "sub";

    /// <summary>Values of the claim that make a viewer; <c>viewer</c> if none is given.</summary>
    public string[] Viewers { get; set; } = [];

    /// <summary>Values of the claim that make a planner; <c>planner</c> if none is given.</summary>
    public string[] Planners { get; set; } = [];

    /// <summary>Values of the claim that make an administrator; <c>administrator</c> if none is given.</summary>
    public string[] Administrators { get; set; } = [];

    /// <summary>Whether tokens are accepted.</summary>
    public bool IsOn => Authority.Length > 0 || MetadataAddress.Length > 0 || KeySetFile.Length > 0;
}

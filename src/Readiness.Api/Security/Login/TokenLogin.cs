using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using Readiness.Api.Hosting;
using Readiness.Api.Security.Access;

namespace Readiness.Api.Security.Login;

/// <summary>Logs callers in by tokens of an identity provider.</summary>
internal static class TokenLogin
{
    /// <summary>Most characters of a subject or a name.</summary>
    private const int LongestName = 200;

    /// <summary>Signatures that only the provider can make.</summary>
    private static readonly string[] Signatures =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>What is wrong with the settings; none if nothing is.</summary>
    /// <param name="settings">The settings.</param>
    public static string? Fault(JwtSettings settings)
    {
        if (!settings.IsOn)
        {
            return null;
        }

        if (settings.Audience.Length == 0)
        {
            return "Readiness:Jwt:Audience must say for whom tokens are issued: this service takes no token that was issued for another.";
        }

        foreach (string address in (string[])[settings.Authority, settings.MetadataAddress])
        {
            if (address.Length > 0 && (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || !(uri.Scheme == Uri.UriSchemeHttps || IsHere(uri))))
            {
                return "Readiness:Jwt:Authority and MetadataAddress must be https addresses.";
            }
        }

        if (settings.KeySetFile.Length == 0)
        {
            return null;
        }

        return settings.Issuer.Length == 0
            ? "Readiness:Jwt:Issuer must say whose tokens the keys of Readiness:Jwt:KeySetFile check."
            : settings.Authority.Length + settings.MetadataAddress.Length > 0
                ? "Readiness:Jwt has both a KeySetFile and the address of a provider; the keys must come from one of them."
                : KeySetFault(settings.KeySetFile);
    }

    /// <summary>Sets up how tokens are checked.</summary>
    /// <param name="options">The options of the framework.</param>
    /// <param name="settings">The settings, which have no fault.</param>
    public static void Configure(JwtBearerOptions options, JwtSettings settings)
    {
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = settings.Audience,
            ValidIssuer = settings.Issuer.Length > 0 ? settings.Issuer : null,
            ValidAlgorithms = Signatures,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromSeconds(30),
        };
        if (settings.KeySetFile.Length > 0)
        {
            options.TokenValidationParameters.IssuerSigningKeys = Keys(settings.KeySetFile);
        }
        else
        {
            options.Authority = settings.Authority;
            options.MetadataAddress = settings.MetadataAddress;
            options.RequireHttpsMetadata = !IsHere(new Uri(settings.MetadataAddress.Length > 0 ? settings.MetadataAddress : settings.Authority));
        }

        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                if (CallerOf(context.Principal!, context.SecurityToken.ValidTo, settings) is { } caller)
                {
                    context.Principal = caller.ToPrincipal(context.Scheme.Name);
                }
                else
                {
                    context.Fail("The token names no subject, or gives no role.");
                }

                return Task.CompletedTask;
            },
        };
    }

    private static Caller? CallerOf(ClaimsPrincipal token, DateTime end, JwtSettings settings)
    {
        string? subject = token.FindFirstValue("sub");
        string name = token.FindFirstValue(settings.NameClaim) is { Length: > 0 and <= LongestName } given ? given : subject ?? "";
        string[] values = [.. token.FindAll(settings.RoleClaim).Select(c => c.Value)];
        (AccessRole Role, string[] Values)[] known =
            [(AccessRole.Administrator, settings.Administrators), (AccessRole.Planner, settings.Planners), (AccessRole.Viewer, settings.Viewers)];
        AccessRole[] roles = [.. known.Where(k => (k.Values.Length > 0 ? k.Values : [RoleWords.Word(k.Role)]).Intersect(values, StringComparer.Ordinal).Any()).Select(k => k.Role)];
        return subject is { Length: > 0 and <= LongestName } && roles.Length > 0
            ? new Caller(Caller.TokenPrefix + subject, name, roles[0], new DateTimeOffset(end, TimeSpan.Zero))
            : null;
    }

    private static string? KeySetFault(string path)
    {
        try
        {
            return Keys(path).Length > 0 ? null : $"{path} has no key that can check a signature.";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"Readiness:Jwt:KeySetFile, {path}, cannot be read as a JSON Web Key Set.";
        }
    }

    /// <summary>The public keys of a set. A secret that both sides share is none: whoever checks with it can also sign.</summary>
    private static SecurityKey[] Keys(string path) =>
        [.. new JsonWebKeySet(File.ReadAllText(path)).GetSigningKeys().Where(k => k is AsymmetricSecurityKey || (k is JsonWebKey web && web.Kty != "oct"))];

    private static bool IsHere(Uri address) => address is { IsLoopback: true, Scheme: "http" };
}

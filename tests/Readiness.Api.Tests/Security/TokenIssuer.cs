using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Readiness.Api.Tests.Security;

/// <summary>An identity provider: a key, the file with its public part, and tokens.</summary>
internal sealed class TokenIssuer : IDisposable
{
    public const string Issuer = "https://login.example";
    public const string Audience = "readiness";

    private readonly TemporaryFolder folder = new();
    private readonly RSA rsa = RSA.Create(2048);

    public TokenIssuer()
    {
        RSAParameters key = rsa.ExportParameters(false);
        File.WriteAllText(KeySetFile, JsonSerializer.Serialize(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", kid = "one", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } },
        }));
    }

    public string KeySetFile => folder.File("keys.json");

    /// <summary>The settings of a service that trusts it.</summary>
    public (string, string)[] Settings =>
    [
        ("Readiness:Jwt:KeySetFile", KeySetFile), ("Readiness:Jwt:Issuer", Issuer), ("Readiness:Jwt:Audience", Audience),
    ];

    public SecurityKey Key => new RsaSecurityKey(rsa) { KeyId = "one" };

    /// <summary>The public key as the bytes of a shared secret, for the attack that passes one off as the other.</summary>
    public byte[] PublicBytes => rsa.ExportSubjectPublicKeyInfo();

    /// <summary>A token; what is not said is as it should be.</summary>
    public string Token(
        object? roles = null,
        string? subject = "ada",
        string issuer = Issuer,
        string audience = Audience,
        TimeSpan? life = null,
        TimeSpan? begins = null,
        SigningCredentials? credentials = null,
        params (string Name, object Value)[] claims)
    {
        DateTime now = DateTime.UtcNow;
        Dictionary<string, object> all = claims.ToDictionary(c => c.Name, c => c.Value);
        if (roles is not null)
        {
            all["roles"] = roles;
        }

        if (subject is not null)
        {
            all["sub"] = subject;
        }

        DateTime from = now + (begins ?? TimeSpan.FromMinutes(-1));
        DateTime end = now + (life ?? TimeSpan.FromMinutes(10));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = from < end ? from : end.AddMinutes(-1),
            NotBefore = from < end ? from : end.AddMinutes(-1),
            Expires = end,
            Claims = all,
            SigningCredentials = credentials ?? new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        });
    }

    public void Dispose()
    {
        rsa.Dispose();
        folder.Dispose();
    }
}

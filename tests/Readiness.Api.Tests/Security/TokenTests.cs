using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using Readiness.Api.Security.Access;

namespace Readiness.Api.Tests.Security;

/// <summary>Tokens of an identity provider: what is accepted, and what somebody tries who has none.</summary>
public sealed class TokenTests : IDisposable
{
    private const string Path = "/v1/baselines";

    private readonly TokenIssuer issuer = new();
    private readonly ApiServer server;

    public TokenTests() => server = new ApiServer(null, [Logins.ByKey, .. issuer.Settings]);

    public void Dispose()
    {
        server.Dispose();
        issuer.Dispose();
    }

    [Fact]
    public async Task A_token_gives_the_role_of_its_claim_and_the_greatest_of_several()
    {
        foreach ((object roles, HttpStatusCode posting, HttpStatusCode keys) in new (object, HttpStatusCode, HttpStatusCode)[]
            {
                ("viewer", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
                ("planner", HttpStatusCode.BadRequest, HttpStatusCode.Forbidden),
                (new[] { "viewer", "somebody", "administrator" }, HttpStatusCode.BadRequest, HttpStatusCode.OK),
            })
        {
            HttpClient client = server.With(issuer.Token(roles));
            await client.GetJsonAsync(Path);
            using HttpResponseMessage post = await client.PostJsonAsync("/v1/scenarios", "{}");
            Assert.Equal(posting, post.StatusCode);
            using HttpResponseMessage list = await client.GetAsync("/v1/keys", JsonHttp.Token);
            Assert.Equal(keys, list.StatusCode);
        }
    }

    [Fact]
    public async Task Keys_and_tokens_are_accepted_side_by_side()
    {
        await (await server.LogInAsync(AccessRole.Viewer)).GetJsonAsync(Path);
        await server.With(issuer.Token("viewer")).GetJsonAsync(Path);

        // Of both at once nobody can say which is meant.
        (_, string key) = await server.KeyAsync(AccessRole.Viewer);
        using HttpResponseMessage both = await server.With(issuer.Token("administrator")).SendAsync(HttpMethod.Get, Path, "X-Api-Key", key);
        await both.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Values_of_the_provider_stand_for_roles()
    {
        using ApiServer mapped = new(null, [
            .. issuer.Settings, ("Readiness:Jwt:RoleClaim", "groups"), ("Readiness:Jwt:Planners:0", "urn:district:duty"), ("Readiness:Jwt:Planners:1", "chiefs")]);
        using HttpResponseMessage planner = await mapped.With(issuer.Token(claims: ("groups", new[] { "chiefs" }))).PostJsonAsync("/v1/scenarios", "{}");
        await planner.ProblemAsync(HttpStatusCode.BadRequest);

        // The word itself gives the role no longer, and the usual claim none at all.
        foreach (string token in (string[])[issuer.Token(claims: ("groups", "planner")), issuer.Token("administrator"), issuer.Token("chiefs")])
        {
            using HttpResponseMessage refused = await mapped.With(token).GetAsync(Path, JsonHttp.Token);
            await refused.ProblemAsync(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task A_token_that_is_not_for_this_service_or_not_now_is_refused()
    {
        string[] wrong =
        [
            issuer.Token("viewer", audience: "another-service"),
            issuer.Token("viewer", audience: "readiness-other"),
            issuer.Token("viewer", issuer: "https://evil.example"),
            issuer.Token("viewer", issuer: TokenIssuer.Issuer + "/"),
            issuer.Token("viewer", life: TimeSpan.FromMinutes(-2)),
            issuer.Token("viewer", begins: TimeSpan.FromMinutes(5)),
        ];
        await AssertRefusedAsync(wrong);
    }

    [Fact]
    public async Task A_token_that_the_provider_did_not_sign_is_refused()
    {
        using RSA other = RSA.Create(2048);
        string good = issuer.Token("administrator");
        string[] parts = good.Split('.');
        string header = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        SymmetricSecurityKey confused = new(issuer.PublicBytes) { KeyId = "one" };
        SymmetricSecurityKey fileAsSecret = new(Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(issuer.KeySetFile, JsonHttp.Token)));
        string[] wrong =
        [
            $"{header}.{parts[1]}.",
            $"{header}.{parts[1]}.{parts[2]}",
            $"{Base64UrlEncoder.Encode("""{"alg":"None"}""")}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}",
            $"{parts[0]}.{Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("ada", "eve", StringComparison.Ordinal))}.{parts[2]}",
            issuer.Token("administrator", credentials: new SigningCredentials(new RsaSecurityKey(other) { KeyId = "one" }, SecurityAlgorithms.RsaSha256)),
            issuer.Token("administrator", credentials: new SigningCredentials(new RsaSecurityKey(other) { KeyId = "two" }, SecurityAlgorithms.RsaSha256)),
            issuer.Token("administrator", credentials: new SigningCredentials(confused, SecurityAlgorithms.HmacSha256)),
            issuer.Token("administrator", credentials: new SigningCredentials(fileAsSecret, SecurityAlgorithms.HmacSha256)),
            "", "a.b.c", "..", good + "x", new string('a', 20_000),
        ];
        await AssertRefusedAsync(wrong);
    }

    [Fact]
    public async Task A_role_in_another_claim_gives_nothing()
    {
        await AssertRefusedAsync(
            issuer.Token(),
            issuer.Token("root"),
            issuer.Token("Administrator"),
            issuer.Token("viewer administrator"),
            issuer.Token(new Dictionary<string, object> { ["administrator"] = true }),
            issuer.Token(claims: ("role", "administrator")),
            issuer.Token(claims: ("Roles", "administrator")),
            issuer.Token(claims: ("scope", "administrator")),
            issuer.Token(claims: (ClaimTypes.Role, "Administrator")),
            issuer.Token(claims: [(ClaimTypes.Role, "Administrator"), (ClaimTypes.NameIdentifier, "key:0")]),
            issuer.Token("administrator", subject: null),
            issuer.Token("administrator", subject: ""),
            issuer.Token("administrator", subject: new string('a', 201)));

        // Nor does it add to a lower one.
        HttpClient viewer = server.With(issuer.Token("viewer", claims: [(ClaimTypes.Role, "Administrator"), ("role", "administrator"), (ClaimTypes.NameIdentifier, "local")]));
        using HttpResponseMessage keys = await viewer.GetAsync("/v1/keys", JsonHttp.Token);
        await keys.ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("""{"keys":[{"kty":"oct","k":"c2VjcmV0LXRoYXQtaXMtc2hhcmVkLWJ5LWJvdGgtc2lkZXM"}]}""")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("no JSON")]
    public async Task A_key_set_without_a_public_key_ends_the_start(string content)
    {
        await File.WriteAllTextAsync(issuer.KeySetFile, content, JsonHttp.Token);
        (int code, _, string errors) = await ServiceProcess.RunAsync([.. issuer.Settings.Select(s => $"--{s.Item1}={s.Item2}")]);
        Assert.Equal(78, code);
        Assert.Contains(issuer.KeySetFile, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private async Task AssertRefusedAsync(params string[] tokens)
    {
        foreach (string token in tokens)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, Path);
            Assert.True(request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}"));
            using HttpResponseMessage response = await server.Client.SendAsync(request, JsonHttp.Token);
            await response.ProblemAsync(HttpStatusCode.Unauthorized);
            Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        }
    }
}

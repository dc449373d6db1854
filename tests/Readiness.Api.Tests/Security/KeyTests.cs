using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Api.Security.Access;
using Readiness.Api.Security.Keys;
using Readiness.Api.Storage;

namespace Readiness.Api.Tests.Security;

/// <summary>API keys: what is accepted, what is not, and who makes them.</summary>
public sealed class KeyTests : IDisposable
{
    private const string Path = "/v1/baselines";

    private readonly TemporaryFolder folder = new();
    private readonly ApiServer server;

    public KeyTests() => server = new ApiServer(null, Logins.ByKey, (ApiServer.DatabaseSetting, folder.File("store.db")));

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_key_is_accepted_in_either_header()
    {
        (ApiKey key, string text) = await server.KeyAsync(AccessRole.Viewer);
        Assert.Matches("^rdn_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$", text);
        foreach ((string header, string value) in new[] { ("Authorization", $"Bearer {text}"), ("authorization", $"bearer  {text}"), ("X-Api-Key", text) })
        {
            using HttpResponseMessage response = await server.Client.SendAsync(HttpMethod.Get, Path, header, value);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.NotNull((await server.Services.GetRequiredService<ApiKeyStore>().FindAsync(key.Id, JsonHttp.Token))!.LastUsed);
    }

    [Fact]
    public async Task Nothing_but_the_whole_key_is_accepted()
    {
        (ApiKey key, string text) = await server.KeyAsync(AccessRole.Administrator);
        (_, string other) = await server.KeyAsync(AccessRole.Administrator);
        string[] wrong =
        [
            "", " ", "rdn_", text[..^1], text + "A", text[..^1] + (text[^1] == 'A' ? 'B' : 'A'), text.ToUpperInvariant(), text.Replace('_', '-'),
            key.Id, $"rdn_{key.Id}_", $"rdn_{key.Id}_{new string('A', 43)}", $"rdn_{key.Id}_{other[21..]}", $"rdn_{new string('0', 16)}_{text[21..]}",
            "rdn_' OR 1=1 --_" + text[21..], new string('x', 8000), $"{text},{other}", "null", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZXMiOiJhZG1pbmlzdHJhdG9yIn0.",
        ];
        foreach (string credential in wrong)
        {
            foreach ((string header, string value) in new[] { ("Authorization", $"Bearer {credential}"), ("X-Api-Key", credential) })
            {
                using HttpResponseMessage response = await server.Client.SendAsync(HttpMethod.Get, Path, header, value);
                await response.ProblemAsync(HttpStatusCode.Unauthorized);
            }
        }

        foreach (string value in (string[])[text, $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{text}:"))}", $"Digest {text}", $"Bearer{text}"])
        {
            using HttpResponseMessage response = await server.Client.SendAsync(HttpMethod.Get, Path, "Authorization", value);
            await response.ProblemAsync(HttpStatusCode.Unauthorized);
        }

        // Addresses end up in logs and histories.
        using HttpResponseMessage inAddress = await server.Client.GetAsync($"{Path}?key={text}&access_token={text}", JsonHttp.Token);
        await inAddress.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Of_two_keys_none_counts()
    {
        (_, string viewer) = await server.KeyAsync(AccessRole.Viewer);
        (_, string administrator) = await server.KeyAsync(AccessRole.Administrator);
        foreach (string[] headers in (string[][])
            [
                [$"X-Api-Key: {viewer}", $"X-Api-Key: {administrator}"],
                [$"X-Api-Key: {viewer}", $"Authorization: Bearer {administrator}"],
                [$"Authorization: Bearer {viewer}", $"Authorization: Bearer {administrator}"],
            ])
        {
            int status = RawHttp.Status(await RawHttp.SendAsync(server.Client.BaseAddress!, $"GET {Path} HTTP/1.1", headers));
            Assert.True(status is 400 or 401, $"{status}");
        }
    }

    [Fact]
    public async Task A_key_that_has_expired_or_was_revoked_is_not_accepted()
    {
        ManualTime past = new() { Now = DateTimeOffset.UtcNow.AddDays(-2) };
        ApiKeyStore store = new(server.Services.GetRequiredService<Database>(), past);
        (_, KeyText expired) = await store.AddAsync("old", AccessRole.Viewer, 1, "test", JsonHttp.Token);
        (_, KeyText lasting) = await store.AddAsync("lasting", AccessRole.Viewer, 3, "test", JsonHttp.Token);
        using HttpResponseMessage old = await server.With(expired.Reveal()).GetAsync(Path, JsonHttp.Token);
        await old.ProblemAsync(HttpStatusCode.Unauthorized);
        HttpClient client = server.With(lasting.Reveal());
        await client.GetJsonAsync(Path);

        HttpClient administrator = await server.LogInAsync(AccessRole.Administrator);
        using HttpResponseMessage revoked = await administrator.DeleteAsync($"/v1/keys/{lasting.Id}", JsonHttp.Token);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        using HttpResponseMessage after = await client.GetAsync(Path, JsonHttp.Token);
        await after.ProblemAsync(HttpStatusCode.Unauthorized);
        using HttpResponseMessage again = await administrator.DeleteAsync($"/v1/keys/{lasting.Id}", JsonHttp.Token);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        using HttpResponseMessage missing = await administrator.DeleteAsync("/v1/keys/nowhere", JsonHttp.Token);
        await missing.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_key_of_another_store_is_not_accepted()
    {
        using ApiServer other = new(null, Logins.ByKey);
        (_, string text) = await other.KeyAsync(AccessRole.Administrator);
        using HttpResponseMessage response = await server.With(text).GetAsync(Path, JsonHttp.Token);
        await response.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Administrators_make_keys_whose_secret_is_told_once_and_kept_nowhere()
    {
        HttpClient administrator = await server.LogInAsync(AccessRole.Administrator);
        using HttpResponseMessage made = await administrator.PostJsonAsync("/v1/keys", """{ "name": "dashboard", "role": "viewer", "days": 30 }""");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        JsonElement answer = await made.JsonAsync();
        string text = answer.GetProperty("text").GetString()!;
        string id = answer.GetProperty("key").GetProperty("id").GetString()!;
        Assert.Equal($"/v1/keys/{id}", made.Headers.Location?.ToString());
        Assert.Contains("no-store", made.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        await server.With(text).GetJsonAsync(Path);

        string list = (await administrator.GetJsonAsync("/v1/keys")).GetRawText();
        Assert.Contains(id, list, StringComparison.Ordinal);
        Assert.Contains("\"dashboard\"", list, StringComparison.Ordinal);
        string secret = text[(text.LastIndexOf(id, StringComparison.Ordinal) + id.Length + 1)..];
        Assert.DoesNotContain(secret, list, StringComparison.Ordinal);
        foreach (string file in Directory.GetFiles(folder.Path))
        {
            await using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using StreamReader reader = new(stream, Encoding.Latin1);
            Assert.DoesNotContain(secret, await reader.ReadToEndAsync(JsonHttp.Token), StringComparison.Ordinal);
        }

        // A kept answer would be a kept secret.
        using HttpResponseMessage repeatable = await administrator.SendAsync(
            HttpMethod.Post, "/v1/keys", "Idempotency-Key", "k", """{ "name": "dashboard", "role": "viewer" }""");
        Assert.Equal([""], await repeatable.FaultsAsync());
    }

    [Fact]
    public async Task Every_fault_of_a_wanted_key_is_told()
    {
        HttpClient administrator = await server.LogInAsync(AccessRole.Administrator);
        using HttpResponseMessage all = await administrator.PostJsonAsync("/v1/keys", """{ "name": " ", "role": "Administrator", "days": 0, "id": "x" }""");
        Assert.Equal(["/days", "/id", "/name", "/role"], (await all.FaultsAsync()).Order(StringComparer.Ordinal));
        using HttpResponseMessage none = await administrator.PostJsonAsync("/v1/keys", "{}");
        Assert.Equal(["/name", "/role"], (await none.FaultsAsync()).Order(StringComparer.Ordinal));
        using HttpResponseMessage page = await administrator.GetAsync("/v1/keys?limit=1", JsonHttp.Token);
        Assert.Equal(1, (await page.JsonAsync()).GetArrayLength());
        using HttpResponseMessage query = await administrator.GetAsync("/v1/keys?limit=0&all=1", JsonHttp.Token);
        Assert.Equal(["/all", "/limit"], (await query.FaultsAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_first_key_is_made_by_a_command()
    {
        string[] store = ["--database", folder.File("store.db")];
        (int code, string output, string errors) = await ServiceProcess.RunAsync(["keys", "create", "--name", "first", "--role", "administrator", "--days", "7", .. store]);
        Assert.Equal(0, code);
        string text = output.Trim();
        string id = KeyText.Parse(text)!.Id;
        Assert.Contains(id, errors, StringComparison.Ordinal);
        HttpClient first = server.With(text);
        await first.GetJsonAsync("/v1/keys");

        (code, output, _) = await ServiceProcess.RunAsync(["keys", "list", .. store]);
        Assert.Equal(0, code);
        Assert.Contains($"{id}\tadministrator", output, StringComparison.Ordinal);
        Assert.DoesNotContain(text, output, StringComparison.Ordinal);
        (code, _, _) = await ServiceProcess.RunAsync(["keys", "revoke", id, .. store]);
        Assert.Equal(0, code);
        using HttpResponseMessage refused = await first.GetAsync("/v1/keys", JsonHttp.Token);
        await refused.ProblemAsync(HttpStatusCode.Unauthorized);

        HttpClient administrator = await server.LogInAsync(AccessRole.Administrator);
        JsonElement noted = await administrator.GetJsonAsync($"/v1/audit?caller=command&target={id}");
        Assert.Equal(["keys revoke", "keys create"], noted.EnumerateArray().Select(e => e.GetProperty("route").GetString()));
    }

    [Theory]
    [InlineData("keys")]
    [InlineData("keys", "create", "--name", "x")]
    [InlineData("keys", "create", "--name", " ", "--role", "viewer")]
    [InlineData("keys", "create", "--name", "x", "--role", "root")]
    [InlineData("keys", "create", "--name", "x", "--role", "viewer", "--days", "0")]
    [InlineData("keys", "create", "--name", "x", "--role", "viewer", "--forever")]
    [InlineData("keys", "revoke", "0000000000000000")]
    public async Task A_faulty_command_makes_nothing(params string[] arguments)
    {
        (int code, string output, string errors) = await ServiceProcess.RunAsync([.. arguments, "--database", folder.File("store.db")]);
        Assert.NotEqual(0, code);
        Assert.NotEmpty(errors);
        Assert.DoesNotContain("rdn_", output, StringComparison.Ordinal);
    }
}

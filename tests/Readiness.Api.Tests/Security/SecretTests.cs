using System.Net;
using System.Text.Json;
using Readiness.Api.Security.Access;
using Readiness.Api.Tests.Storage;

namespace Readiness.Api.Tests.Security;

/// <summary>No secret gets into a log or an answer, however much is logged.</summary>
public sealed class SecretTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Keys_tokens_and_passwords_are_logged_at_no_level()
    {
        const string Password = "p4ss-w0rd-of-the-store";
        string database = $"{await cluster.CreateDatabaseAsync()};Password={Password}";
        using LogRecorder log = new();
        using TokenIssuer issuer = new();
        string token = issuer.Token("planner");
        string forged = token[..^8] + "AAAAAAAA";
        List<string> secrets = [Password, token.Split('.')[2], token.Split('.')[1], forged.Split('.')[2]];
        List<string> answers = [];
        using (ScriptedPlanner planner = new())
        {
            using ApiServer server = new(planner.Plan, log, [Logins.ByKey, .. issuer.Settings, (ApiServer.DatabaseSetting, database)]);
            (_, string key) = await server.KeyAsync(AccessRole.Administrator);
            HttpClient administrator = server.With(key);
            using HttpResponseMessage made = await administrator.PostJsonAsync("/v1/keys", """{ "name": "x", "role": "viewer" }""");
            string second = (await made.JsonAsync()).GetProperty("text").GetString()!;
            secrets.AddRange([key, second, key[21..], second[21..]]);
            HttpClient[] clients = [administrator, server.With(token), server.With(forged), server.With(second), server.With(key[..^1]), server.With(key + token)];
            foreach (HttpClient client in clients)
            {
                foreach ((HttpMethod method, string path, string? body) in new (HttpMethod, string, string?)[]
                    {
                        (HttpMethod.Get, "/v1/baselines", null), (HttpMethod.Post, "/v1/baselines", TinyDistrict.Json), (HttpMethod.Post, "/v1/scenarios", "{ faulty"),
                        (HttpMethod.Post, "/v1/scenarios", TinyDistrict.Scenario("one")), (HttpMethod.Get, "/v1/keys", null), (HttpMethod.Get, "/v1/audit", null),
                        (HttpMethod.Get, "/nowhere", null),
                    })
                {
                    using HttpResponseMessage response = await client.SendAsync(method, path, "Idempotency-Key", "k", body);
                    answers.Add(await response.Content.ReadAsStringAsync(JsonHttp.Token));
                    answers.Add(response.Headers.ToString());
                }
            }

            using HttpRequestMessage inHeader = new(HttpMethod.Get, "/v1/baselines");
            inHeader.Headers.Add("X-Api-Key", second);
            using HttpResponseMessage read = await server.Client.SendAsync(inHeader, JsonHttp.Token);
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        }

        Assert.Contains(log.Lines, l => l.StartsWith("Trace", StringComparison.Ordinal) || l.StartsWith("Debug", StringComparison.Ordinal));
        Assert.Contains(log.Lines, l => l.Contains("/v1/baselines", StringComparison.Ordinal));
        foreach (string secret in secrets)
        {
            Assert.DoesNotContain(log.Lines, l => l.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(answers, a => a.Contains(secret, StringComparison.Ordinal));
        }
    }
}

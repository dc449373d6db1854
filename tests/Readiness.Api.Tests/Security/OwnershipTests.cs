using System.Net;
using Readiness.Api.Security.Access;

namespace Readiness.Api.Tests.Security;

/// <summary>What belongs to one caller is not another's.</summary>
public sealed class OwnershipTests
{
    [Fact]
    public async Task A_kept_answer_is_for_the_caller_that_got_it()
    {
        using ScriptedPlanner planner = new();
        using TokenIssuer issuer = new();
        using ApiServer server = new(planner.Plan, [Logins.ByKey, .. issuer.Settings]);
        HttpClient first = await server.LogInAsync(AccessRole.Planner);
        await TinyDistrict.AddToAsync(first);
        using HttpResponseMessage own = await first.SendAsync(HttpMethod.Post, "/v1/scenarios", "Idempotency-Key", "k", TinyDistrict.Scenario("one"));
        string id = (await own.JsonAsync()).GetProperty("id").GetString()!;

        // Neither another key, nor a subject that is called like the first one's key, gets its answer, or learns that there is one.
        string keyId = first.DefaultRequestHeaders.Authorization!.Parameter!.Split('_')[1];
        HttpClient[] others =
        [
            await server.LogInAsync(AccessRole.Planner), await server.LogInAsync(AccessRole.Administrator),
            server.With(issuer.Token("planner", subject: $"key:{keyId}")), server.With(issuer.Token("planner", subject: keyId)),
        ];
        foreach (HttpClient other in others)
        {
            using HttpResponseMessage answer = await other.SendAsync(HttpMethod.Post, "/v1/scenarios", "Idempotency-Key", "k", TinyDistrict.Scenario("one"));
            Assert.True(answer.IsSuccessStatusCode);
            Assert.NotEqual(id, (await answer.JsonAsync()).GetProperty("id").GetString());
            using HttpResponseMessage differs = await other.SendAsync(HttpMethod.Post, "/v1/scenarios", "Idempotency-Key", "k2", TinyDistrict.Scenario("two"));
            Assert.True(differs.IsSuccessStatusCode);
        }

        using HttpResponseMessage again = await first.SendAsync(HttpMethod.Post, "/v1/scenarios", "Idempotency-Key", "k", TinyDistrict.Scenario("one"));
        Assert.Equal(id, (await again.JsonAsync()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_stranger_and_a_viewer_get_no_kept_answer()
    {
        using ScriptedPlanner planner = new();
        using ApiServer server = new(planner.Plan, Logins.ByKey);
        HttpClient first = await server.LogInAsync(AccessRole.Planner);
        await TinyDistrict.AddToAsync(first);
        using HttpResponseMessage own = await first.SendAsync(HttpMethod.Post, "/v1/scenarios", "Idempotency-Key", "k", TinyDistrict.Scenario("one"));
        Assert.True(own.IsSuccessStatusCode);
        using HttpResponseMessage stranger = await server.Client.SendAsync(HttpMethod.Post, "/v1/scenarios", "Idempotency-Key", "k", TinyDistrict.Scenario("one"));
        await stranger.ProblemAsync(HttpStatusCode.Unauthorized);
        HttpClient viewer = await server.LogInAsync(AccessRole.Viewer);
        using HttpResponseMessage low = await viewer.SendAsync(HttpMethod.Post, "/v1/scenarios", "Idempotency-Key", "k", TinyDistrict.Scenario("one"));
        await low.ProblemAsync(HttpStatusCode.Forbidden);
    }
}

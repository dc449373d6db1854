using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Api.Security.Access;
using Readiness.Api.Security.Keys;

namespace Readiness.Api.Tests.Security;

/// <summary>Callers of a service that asks for a login.</summary>
internal static class Logins
{
    /// <summary>Turns API keys on.</summary>
    public static readonly (string, string) ByKey = ("Readiness:ApiKeys", "true");

    /// <summary>Makes a key.</summary>
    public static async Task<(ApiKey Key, string Text)> KeyAsync(this ApiServer server, AccessRole role, int? days = null)
    {
        (ApiKey key, KeyText text) = await server.Services.GetRequiredService<ApiKeyStore>().AddAsync($"a {role}", role, days, "test", JsonHttp.Token);
        return (key, text.Reveal());
    }

    /// <summary>A client that has logged in with a new key.</summary>
    public static async Task<HttpClient> LogInAsync(this ApiServer server, AccessRole role) => server.With((await server.KeyAsync(role)).Text);

    /// <summary>A client that shows a key or a token.</summary>
    public static HttpClient With(this ApiServer server, string credential)
    {
        HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Client.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        return client;
    }
}

using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Readiness.Api.Security.Access;
using Readiness.Api.Security.Keys;

namespace Readiness.Api.Security.Login;

/// <summary>Logs callers in by API keys.</summary>
/// <param name="keys">Keeps keys.</param>
/// <param name="options">The options.</param>
/// <param name="logger">The log.</param>
/// <param name="encoder">Not needed.</param>
internal sealed class KeyLogin(ApiKeyStore keys, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        IReadOnlyList<string> shown = Schemes.Shown(Request);
        if (shown.Count == 0)
        {
            return AuthenticateResult.NoResult();
        }

        // Of two keys nobody can say which is meant.
        ApiKey? key = shown.Count == 1 && KeyText.Parse(shown[0]) is { } text ? await keys.LogInAsync(text, Context.RequestAborted) : null;
        if (key is null)
        {
            return AuthenticateResult.Fail("The key is not valid.");
        }

        Caller caller = new(Caller.KeyPrefix + key.Id, key.Name, key.Role, key.Expires);
        return AuthenticateResult.Success(new AuthenticationTicket(caller.ToPrincipal(Scheme.Name), Scheme.Name));
    }
}

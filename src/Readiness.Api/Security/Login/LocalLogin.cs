using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Readiness.Api.Security.Access;

namespace Readiness.Api.Security.Login;

/// <summary>Takes everybody for the user of this machine, where no login is asked for.</summary>
/// <param name="options">The options.</param>
/// <param name="logger">The log.</param>
/// <param name="encoder">Not needed.</param>
internal sealed class LocalLogin(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <inheritdoc />
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        AuthenticateResult.Success(new AuthenticationTicket(Caller.Local.ToPrincipal(Scheme.Name), Scheme.Name)));
}

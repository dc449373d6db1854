using System.Globalization;
using System.Security.Claims;

namespace Readiness.Api.Security.Access;

/// <summary>Who sends a request.</summary>
/// <param name="Id">Says who it is, for ever; begins with how the caller logged in.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Expires">When its login ends; none if it does not.</param>
internal sealed record Caller(string Id, string Name, AccessRole Role, DateTimeOffset? Expires = null)
{
    /// <summary>Before the id of an API key.</summary>
    public const string KeyPrefix = "key:";

    /// <summary>Before the subject of a token.</summary>
    public const string TokenPrefix = "jwt:";

    private const string Expiry = "expires";

    /// <summary>Everybody, where no login is asked for: only this machine can ask.</summary>
    public static Caller Local { get; } = new("local", "local", AccessRole.Administrator);

    /// <summary>Id of the API key that the caller has shown; none if it logged in otherwise.</summary>
    public string? KeyId => Id.StartsWith(KeyPrefix, StringComparison.Ordinal) ? Id[KeyPrefix.Length..] : null;

    /// <summary>The caller that has logged in; none if nobody has.</summary>
    /// <param name="context">The request.</param>
    public static Caller? Of(HttpContext context) => Of(context.User);

    /// <summary>The caller that a principal stands for; none if nobody has logged in.</summary>
    /// <param name="user">The principal.</param>
    public static Caller? Of(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true }
        && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
        && Enum.TryParse(user.FindFirstValue(ClaimTypes.Role), out AccessRole role)
            ? new Caller(id, user.FindFirstValue(ClaimTypes.Name) ?? id, role, ExpiryOf(user))
            : null;

    /// <summary>The principal of the framework. It has the claims of this service only, whatever a token says besides.</summary>
    /// <param name="scheme">How the caller logged in.</param>
    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, Id), new(ClaimTypes.Name, Name), new(ClaimTypes.Role, Role.ToString())];
        if (Expires is { } end)
        {
            claims.Add(new Claim(Expiry, end.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    private static DateTimeOffset? ExpiryOf(ClaimsPrincipal user) => user.FindFirstValue(Expiry) is { } milliseconds
        ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(milliseconds, CultureInfo.InvariantCulture))
        : null;
}

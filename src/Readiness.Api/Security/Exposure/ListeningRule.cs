using System.Net;

namespace Readiness.Api.Security.Exposure;

/// <summary>
/// A service without login may only be reached from its own machine. That is a matter of the addresses on which it listens, whichever setting they come from.
/// </summary>
internal static class ListeningRule
{
    /// <summary>What is wrong with the configured addresses of a service without login; none if nothing is.</summary>
    /// <param name="configuration">The configuration.</param>
    public static string? Fault(IConfiguration configuration) =>
        Addresses(configuration).FirstOrDefault(address => !IsLocal(address)) is { } exposed ? Refusal(exposed) : null;

    /// <summary>Holds the rule where the server binds, so that no way to an address goes round it: the server's own settings may change while it runs.</summary>
    /// <param name="endpoint">What is about to be listened on.</param>
    /// <exception cref="InvalidOperationException">It can be reached from elsewhere.</exception>
    public static void Hold(EndPoint endpoint)
    {
        if (endpoint is not IPEndPoint { Address: { } address } || !IPAddress.IsLoopback(address))
        {
            throw new InvalidOperationException(Refusal(endpoint.ToString()));
        }
    }

    private static string Refusal(string? address) =>
        $"Refusing to listen on {address} without login, because others than this machine could use it. Turn on Readiness:ApiKeys or Readiness:Jwt, or listen on http://127.0.0.1:5080.";

    private static IEnumerable<string> Addresses(IConfiguration configuration)
    {
        foreach ((string key, string form) in ((string, string)[])
            [(WebHostDefaults.ServerUrlsKey, "{0}"), (WebHostDefaults.HttpPortsKey, "http://*:{0}"), (WebHostDefaults.HttpsPortsKey, "https://*:{0}")])
        {
            foreach (string value in (configuration[key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                yield return form.Replace("{0}", value, StringComparison.Ordinal);
            }
        }

        foreach (IConfigurationSection endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            if (endpoint["Url"] is { Length: > 0 } url)
            {
                yield return url;
            }
        }
    }

    /// <summary>
    /// Whether the server takes an address for one of this machine. Any name but localhost means all addresses to it. A Unix socket is there for somebody else to
    /// pass requests on from who knows where.
    /// </summary>
    private static bool IsLocal(string text)
    {
        try
        {
            BindingAddress address = BindingAddress.Parse(text);
            return !address.IsUnixPipe && !address.IsNamedPipe
                && (address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.Host, out IPAddress? ip) && IPAddress.IsLoopback(ip)));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

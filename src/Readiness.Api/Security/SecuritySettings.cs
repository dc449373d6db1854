using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Readiness.Api.Hosting;
using Readiness.Api.Security.Exposure;
using Readiness.Api.Security.Login;

namespace Readiness.Api.Security;

/// <summary>Checks the settings of security before anything listens: where they do not go together, the service does not start.</summary>
internal static class SecuritySettings
{
    /// <summary>What is wrong with the settings; none if nothing is.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="configuration">The configuration that they are from.</param>
    public static string? Fault(ServiceSettings settings, IConfiguration configuration) =>
        TokenLogin.Fault(settings.Jwt)
        ?? OriginFault(settings.AllowedOrigins)
        ?? ProxyFault(settings.TrustedProxies, configuration)
        ?? (settings.RequiresLogin || settings.Role == ServiceRole.Worker ? null : HostFault(configuration) ?? ListeningRule.Fault(configuration));

    /// <summary>Believes what the named proxies, and nobody else, say of the clients that they pass on.</summary>
    /// <param name="options">The options of the framework.</param>
    /// <param name="proxies">Addresses of the proxies, which have no fault.</param>
    public static void Trust(ForwardedHeadersOptions options, string[] proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (string proxy in proxies)
        {
            options.KnownProxies.Add(IPAddress.Parse(proxy));
        }
    }

    private static string? OriginFault(string[] origins) =>
        origins.FirstOrDefault(o => !Uri.TryCreate(o, UriKind.Absolute, out Uri? uri)
            || uri.Scheme is not ("https" or "http")
            || !o.Equals(uri.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)) is { } wrong
            ? $"Readiness:AllowedOrigins has '{wrong}', which is no origin such as https://planning.example."
            : null;

    private static string? ProxyFault(string[] proxies, IConfiguration configuration) =>
        string.Equals(configuration["FORWARDEDHEADERS_ENABLED"], "true", StringComparison.OrdinalIgnoreCase)
            ? "ASPNETCORE_FORWARDEDHEADERS_ENABLED would let every client choose its address; name the proxies in Readiness:TrustedProxies instead."
            : proxies.FirstOrDefault(p => !IPAddress.TryParse(p, out _)) is { } wrong ? $"Readiness:TrustedProxies has '{wrong}', which is no IP address." : null;

    private static string? HostFault(IConfiguration configuration) =>
        (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .FirstOrDefault(h => !LocalOnly.Hosts.Contains(h, StringComparer.OrdinalIgnoreCase)) is { } foreign
            ? $"AllowedHosts has '{foreign}', but without login the service is only for {string.Join(", ", LocalOnly.Hosts)}. Turn on Readiness:ApiKeys or Readiness:Jwt."
            : null;
}

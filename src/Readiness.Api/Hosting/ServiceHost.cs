namespace Readiness.Api.Hosting;

/// <summary>Where the service listens and where it finds its settings when nobody says otherwise.</summary>
internal static class ServiceHost
{
    /// <summary>The address without <c>--urls</c>, <c>ASPNETCORE_URLS</c> or other settings of the server: this machine only.</summary>
    public const string Address = "http://127.0.0.1:5080";

    /// <summary>The address of a process that only solves: it serves nothing and must not be in the way of one that does.</summary>
    private const string AnyPort = "http://127.0.0.1:0";

    /// <summary>Short words of the command line for settings.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--database"] = $"{ServiceSettings.Section}:{nameof(ServiceSettings.Database)}",
        ["--role"] = $"{ServiceSettings.Section}:{nameof(ServiceSettings.Role)}",
    };

    /// <summary>Builder options that find <c>appsettings.json</c> beside the program, whatever the working directory is.</summary>
    /// <param name="args">Arguments of the command line; <c>--contentRoot</c> among them wins.</param>
    public static WebApplicationOptions Options(string[] args)
    {
        bool given = args.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase));
        return new WebApplicationOptions { Args = args, ContentRootPath = given ? null : AppContext.BaseDirectory };
    }

    /// <summary>Checks the settings, and sets the default address and the limits of the server.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="args">Arguments of the command line.</param>
    /// <returns>What is wrong with the settings; none if nothing is.</returns>
    public static string? UseHostDefaults(this WebApplicationBuilder builder, string[] args)
    {
        builder.Configuration.AddCommandLine(args, Words);
        if (SettingsFault.Read(builder.Configuration, out ServiceSettings settings) is { } fault)
        {
            return fault;
        }

        // Not in appsettings.json: a value there would win over the environment variable.
        string[] keys = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];
        if (keys.All(k => string.IsNullOrEmpty(builder.Configuration[k])))
        {
            builder.WebHost.UseUrls(settings.Role == ServiceRole.Worker ? AnyPort : Address);
        }

        builder.Services.AddOptions<ServiceSettings>().BindConfiguration(ServiceSettings.Section);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.Limits.MaxRequestBodySize = settings.MaxBodyBytes;
            server.Limits.MaxRequestHeadersTotalSize = settings.Limits.HeaderBytes;
            server.Limits.MaxConcurrentConnections = settings.Limits.Connections;
            server.AddServerHeader = false;
        });
        builder.Services.AddSingleton(TimeProvider.System);
        return null;
    }

    /// <summary>The settings before there are services; ranges have not been checked.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="InvalidOperationException">A value is not of its type.</exception>
    public static ServiceSettings Settings(IConfiguration configuration) =>
        configuration.GetSection(ServiceSettings.Section).Get<ServiceSettings>() ?? new();

    /// <summary>Whether this process answers requests.</summary>
    /// <param name="app">The application.</param>
    public static bool ServesRequests(this WebApplication app) => Settings(app.Configuration).Role != ServiceRole.Worker;
}

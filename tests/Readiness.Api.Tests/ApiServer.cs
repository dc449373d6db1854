using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Readiness.Api.Jobs;

namespace Readiness.Api.Tests;

/// <summary>The whole service behind a real socket on a free port.</summary>
public sealed class ApiServer : WebApplicationFactory<Program>
{
    /// <summary>Names the store; without it every service has one of its own, which goes with it.</summary>
    public const string DatabaseSetting = "Readiness:Database";

    private readonly SolvePlan? solve;
    private readonly Dictionary<string, string> settings;
    private readonly TemporaryFolder? folder;
    private readonly ILoggerProvider? log;

    public ApiServer()
        : this(null)
    {
    }

    /// <summary>Starts a service with another planner or other settings.</summary>
    internal ApiServer(SolvePlan? solve, params (string Key, string Value)[] settings)
        : this(solve, null, settings)
    {
    }

    /// <summary>Starts a service whose log, down to the least detail, goes somewhere.</summary>
    internal ApiServer(SolvePlan? solve, ILoggerProvider? log, params (string Key, string Value)[] settings)
    {
        this.solve = solve;
        this.log = log;
        this.settings = settings.ToDictionary(s => s.Key, s => s.Value);
        if (!this.settings.ContainsKey(DatabaseSetting))
        {
            folder = new TemporaryFolder();
            this.settings[DatabaseSetting] = folder.File("store.db");
        }

        UseKestrel(0);
        try
        {
            StartServer();
        }
        catch
        {
            // Nobody gets to dispose a service that did not start.
            folder?.Dispose();
            throw;
        }

        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress };
    }

    /// <summary>A client that follows no redirects.</summary>
    public HttpClient Client { get; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // What the service logs about provoked failures would drown what a test says.
        builder.ConfigureLogging(logging =>
        {
            logging.ClearProviders();
            if (log is not null)
            {
                logging.AddProvider(log).AddFilter((_, _, _) => true).SetMinimumLevel(LogLevel.Trace);
            }
        });
        foreach ((string key, string value) in settings)
        {
            builder.UseSetting(key, value);
        }

        if (solve is not null)
        {
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(solve)));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Client.Dispose();
        }

        base.Dispose(disposing);
        if (disposing)
        {
            folder?.Dispose();
        }
    }
}

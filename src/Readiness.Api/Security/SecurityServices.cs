using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;
using Readiness.Api.Security.Access;
using Readiness.Api.Security.Audit;
using Readiness.Api.Security.Exposure;
using Readiness.Api.Security.Keys;
using Readiness.Api.Security.Login;

namespace Readiness.Api.Security;

/// <summary>Registers who may reach the service, who may do what, and what is noted of it.</summary>
internal static class SecurityServices
{
    /// <summary>Adds the services.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>What is wrong with the settings; none if nothing is.</returns>
    public static string? AddSecurity(this WebApplicationBuilder builder)
    {
        ServiceSettings settings = ServiceHost.Settings(builder.Configuration);
        if (SecuritySettings.Fault(settings, builder.Configuration) is { } fault)
        {
            return fault;
        }

        IServiceCollection services = builder.Services;
        services.AddSingleton<ApiKeyStore>();
        services.AddSingleton<AuditStore>();
        services.AddSingleton<AuditTrail>();
        services.AddAccess();
        services.AddRateLimiter(options => RateLimits.Configure(options, settings.Limits));
        services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .WithOrigins(settings.AllowedOrigins).AllowAnyMethod().AllowAnyHeader()
            .WithExposedHeaders("ETag", "Link", "Location", "Content-Location", "Preference-Applied", "Retry-After", "WWW-Authenticate")));
        services.Configure<ForwardedHeadersOptions>(options => SecuritySettings.Trust(options, settings.TrustedProxies));
        services.AddLogin(settings);
        if (!settings.RequiresLogin && settings.Role != ServiceRole.Worker)
        {
            services.Configure<HostFilteringOptions>(options =>
            {
                options.AllowedHosts = [.. LocalOnly.Hosts];
                options.AllowEmptyHosts = false;
            });
            services.Configure<KestrelServerOptions>(server => server.ConfigureEndpointDefaults(listen => ListeningRule.Hold(listen.EndPoint)));
        }

        return null;
    }

    /// <summary>Adds the middleware.</summary>
    /// <param name="app">The application.</param>
    public static void UseSecurity(this WebApplication app)
    {
        ServiceSettings settings = app.Services.GetRequiredService<IOptions<ServiceSettings>>().Value;
        if (settings.TrustedProxies.Length > 0)
        {
            app.UseForwardedHeaders();
        }

        app.Use((context, next) =>
        {
            context.Response.OnStarting(() => SecurityHeaders.SetAsync(context));
            return next(context);
        });
        app.UseHsts();
        if (!settings.RequiresLogin)
        {
            app.UseMiddleware<LocalOnly>((IReadOnlyCollection<string>)settings.AllowedOrigins);
        }

        if (settings.AllowedOrigins.Length > 0)
        {
            app.UseCors();
        }

        app.UseAuthentication();
        if (settings.Limits.Rates)
        {
            app.UseRateLimiter();
        }

        app.UseAuthorization();
        app.UseMiddleware<LoginWatch>();
        app.UseMiddleware<AuditMiddleware>();
    }

    /// <summary>Maps the routes.</summary>
    /// <param name="app">The application.</param>
    public static void MapSecurity(this WebApplication app)
    {
        app.MapKeys();
        app.MapAudit();
    }

    private static void AddLogin(this IServiceCollection services, ServiceSettings settings)
    {
        AuthenticationBuilder login = services.AddAuthentication(settings.RequiresLogin ? Schemes.Any : Schemes.Local);
        if (!settings.RequiresLogin)
        {
            login.AddScheme<AuthenticationSchemeOptions, LocalLogin>(Schemes.Local, null);
            return;
        }

        login.AddPolicyScheme(Schemes.Any, null, options => options.ForwardDefaultSelector = context =>
            settings.ApiKeys && (!settings.Jwt.IsOn || Schemes.HasKey(context.Request)) ? Schemes.Key : Schemes.Token);
        if (settings.ApiKeys)
        {
            login.AddScheme<AuthenticationSchemeOptions, KeyLogin>(Schemes.Key, null);
        }

        if (settings.Jwt.IsOn)
        {
            login.AddJwtBearer(Schemes.Token, options => TokenLogin.Configure(options, settings.Jwt));
        }
    }
}

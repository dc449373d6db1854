using Microsoft.Extensions.Options;
using Readiness.Api.Baselines;
using Readiness.Api.Hosting;

namespace Readiness.Api.Storage;

/// <summary>Registers where everything is kept.</summary>
internal static class StorageServices
{
    /// <summary>What is wrong with the setting of the store; none if nothing is. It is not said which part, because that may be the password.</summary>
    /// <param name="setting">The setting.</param>
    public static string? Fault(string? setting)
    {
        try
        {
            (Database.Of(setting) as IDisposable)?.Dispose();
            return null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or NotSupportedException)
        {
            return $"{ServiceSettings.Section}:{nameof(ServiceSettings.Database)} is neither a connection string of PostgreSQL nor the path of a file.";
        }
    }

    /// <summary>Adds the stores and what keeps them in order.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>What is wrong with the settings; none if nothing is.</returns>
    public static string? AddStorage(this WebApplicationBuilder builder)
    {
        if (Fault(ServiceHost.Settings(builder.Configuration).Database) is { } fault)
        {
            return fault;
        }

        IServiceCollection services = builder.Services;
        services.AddSingleton(s => Database.Of(s.GetRequiredService<IOptions<ServiceSettings>>().Value.Database));
        services.AddSingleton<DistrictCache>();
        services.AddSingleton<DistrictLimits>();
        services.AddSingleton<IBaselineStore, BaselineStore>();
        services.AddSingleton<ScenarioStore>();
        services.AddSingleton<SweepStore>();
        services.AddSingleton<BaselinePlanStore>();
        services.AddSingleton<BaselinePlanClaims>();
        services.AddSingleton<EventStore>();
        services.AddSingleton<Retention>();
        services.AddHostedService<StoragePreparation>();
        services.AddHostedService<RetentionSchedule>();
        return null;
    }
}

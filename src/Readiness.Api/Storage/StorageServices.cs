using Microsoft.Extensions.Options;
using Readiness.Api.Hosting;

namespace Readiness.Api.Storage;

/// <summary>Registers where everything is kept.</summary>
internal static class StorageServices
{
    /// <summary>Adds the stores and what keeps them in order.</summary>
    /// <param name="services">The services.</param>
    public static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton(s => Database.Of(s.GetRequiredService<IOptions<ServiceSettings>>().Value.Database));
        services.AddSingleton<DistrictCache>();
        services.AddSingleton<IBaselineStore, BaselineStore>();
        services.AddSingleton<ScenarioStore>();
        services.AddSingleton<SweepStore>();
        services.AddSingleton<BaselinePlanStore>();
        services.AddSingleton<BaselinePlanClaims>();
        services.AddSingleton<EventStore>();
        services.AddSingleton<Retention>();
        services.AddHostedService<StoragePreparation>();
        services.AddHostedService<RetentionSchedule>();
    }
}

namespace Readiness.Api.Storage;

/// <summary>Registers where baselines and scenarios are kept.</summary>
internal static class StorageServices
{
    /// <summary>Adds the stores, in memory, and puts the sample district into them when the service starts.</summary>
    /// <param name="services">The services.</param>
    public static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<IBaselineStore, InMemoryBaselineStore>();
        services.AddSingleton<IScenarioStore, InMemoryScenarioStore>();
        services.AddHostedService<SampleBaselines>();
    }
}

namespace Readiness.Api.Scenarios;

/// <summary>Registers what the scenario routes need.</summary>
internal static class ScenarioServices
{
    /// <summary>Adds the services.</summary>
    /// <param name="services">The services.</param>
    public static void AddScenarios(this IServiceCollection services)
    {
        services.AddSingleton<ScenarioRequestReader>();
        services.AddSingleton<ScenarioWaiting>();
        services.AddSingleton<ScenarioEvents>();
        services.AddSingleton<ScenarioPlans>();
    }
}

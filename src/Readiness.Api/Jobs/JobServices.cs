using Readiness.Api.Forecasts;

namespace Readiness.Api.Jobs;

/// <summary>Registers how scenarios are solved.</summary>
internal static class JobServices
{
    /// <summary>Adds the planner, the queue and its workers.</summary>
    /// <param name="services">The services.</param>
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<SolvePlan>(s => s.GetRequiredService<ForecastingPlanner>().Plan);
        services.AddSingleton<SolveThread>();
        services.AddSingleton<BaselinePlans>();
        services.AddSingleton<ScenarioJob>();
        services.AddSingleton<InMemorySolveQueue>();
        services.AddSingleton<ISolveQueue>(s => s.GetRequiredService<InMemorySolveQueue>());
        services.AddHostedService(s => s.GetRequiredService<InMemorySolveQueue>());
    }
}

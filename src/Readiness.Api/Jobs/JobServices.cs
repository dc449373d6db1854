using Readiness.Api.Forecasts;
using Readiness.Api.Hosting;

namespace Readiness.Api.Jobs;

/// <summary>Registers how scenarios are solved.</summary>
internal static class JobServices
{
    /// <summary>Adds the queue and, unless another process solves, the planner and its workers.</summary>
    /// <param name="builder">The builder.</param>
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddSingleton<SolveQueue>();
        services.AddSingleton<SolvePlan>(s => s.GetRequiredService<ForecastingPlanner>().Plan);
        if (ServiceHost.Settings(builder.Configuration).Role == ServiceRole.Api)
        {
            return;
        }

        services.AddSingleton<SolveThread>();
        services.AddSingleton<BaselinePlans>();
        services.AddSingleton<JobResults>();
        services.AddSingleton<ScenarioJob>();
        services.AddSingleton<IJobSource, ScenarioSource>();
        services.AddHostedService<SolveWorker>();
    }
}

using Readiness.Api.Hosting;
using Readiness.Api.Jobs;

namespace Readiness.Api.StressTests;

/// <summary>Registers how stress tests are taken and computed.</summary>
internal static class StressTestServices
{
    /// <summary>Adds the services; the batches of tests come after the scenarios that wait.</summary>
    /// <param name="builder">The builder, to which the jobs have been added.</param>
    public static void AddStressTests(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddSingleton<StressTestStore>();
        services.AddSingleton<StressTestResults>();
        services.AddSingleton<StressTestQueue>();
        services.AddSingleton<StressTestWaiting>();
        services.AddSingleton<StressTestRequestReader>();
        if (ServiceHost.Settings(builder.Configuration).Role != ServiceRole.Api)
        {
            services.AddSingleton<TestedPlans>();
            services.AddSingleton<IJobSource, StressTestJob>();
        }
    }
}

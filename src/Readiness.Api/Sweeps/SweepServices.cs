namespace Readiness.Api.Sweeps;

/// <summary>Registers what the sweep routes need.</summary>
internal static class SweepServices
{
    /// <summary>Adds the services.</summary>
    /// <param name="services">The services.</param>
    public static void AddSweeps(this IServiceCollection services)
    {
        services.AddSingleton<SweepRequestReader>();
        services.AddSingleton<SweepWaiting>();
    }
}

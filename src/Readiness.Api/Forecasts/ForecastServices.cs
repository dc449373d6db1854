namespace Readiness.Api.Forecasts;

/// <summary>Registers how baselines are forecast.</summary>
internal static class ForecastServices
{
    /// <summary>Adds the stores of priors and forecasts.</summary>
    /// <param name="services">The services.</param>
    public static void AddForecasts(this IServiceCollection services)
    {
        services.AddSingleton<SharedPriors>();
        services.AddSingleton<BaselineForecasts>();
        services.AddSingleton<ForecastingPlanner>();
    }
}

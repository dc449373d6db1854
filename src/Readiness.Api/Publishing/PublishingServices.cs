namespace Readiness.Api.Publishing;

/// <summary>Registers what publishing needs.</summary>
internal static class PublishingServices
{
    /// <summary>Adds the store of published plans and what reads of them.</summary>
    /// <param name="services">The services.</param>
    public static void AddPublishing(this IServiceCollection services)
    {
        services.AddSingleton<PublishedPlanStore>();
        services.AddSingleton<PublishedChoiceReader>();
    }
}

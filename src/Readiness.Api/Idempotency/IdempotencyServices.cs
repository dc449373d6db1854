namespace Readiness.Api.Idempotency;

/// <summary>Registers what does requests with a key once.</summary>
internal static class IdempotencyServices
{
    /// <summary>Adds the services.</summary>
    /// <param name="services">The services.</param>
    public static void AddIdempotency(this IServiceCollection services) => services.AddSingleton<IdempotencyStore>();

    /// <summary>Adds the middleware.</summary>
    /// <param name="app">The application.</param>
    public static void UseIdempotency(this WebApplication app) => app.UseMiddleware<IdempotencyMiddleware>();
}

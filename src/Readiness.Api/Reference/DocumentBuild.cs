using System.Reflection;

namespace Readiness.Api.Reference;

/// <summary>The build starts the program in a tool of its own to have the API described. That must touch nobody's store and solve nothing.</summary>
internal static class DocumentBuild
{
    /// <summary>Entry assembly of the tool, by which its documentation says it can be told.</summary>
    private const string Tool = "GetDocument.Insider";

    /// <summary>Where the tool runs, takes out what would work behind the requests; to be called when all services are there.</summary>
    /// <param name="services">The services.</param>
    public static void LeaveOutWork(IServiceCollection services)
    {
        if (Assembly.GetEntryAssembly()?.GetName().Name != Tool)
        {
            return;
        }

        foreach (ServiceDescriptor work in services.Where(IsOwnWork).ToList())
        {
            services.Remove(work);
        }
    }

    private static bool IsOwnWork(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(DocumentBuild).Assembly;
}

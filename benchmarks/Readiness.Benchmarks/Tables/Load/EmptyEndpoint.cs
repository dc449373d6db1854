using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Readiness.Benchmarks.Tables.Load;

/// <summary>The least that an ASP.NET service can do: it says so in a few bytes of JSON. What is slower than this is ours.</summary>
internal static class EmptyEndpoint
{
    /// <summary>First argument of a process that serves it.</summary>
    public const string Argument = "empty-endpoint";

    /// <summary>Serves it on a free port until the process is killed.</summary>
    public static Task RunAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        WebApplication app = builder.Build();
        app.MapGet("/", static () => TypedResults.Ok(new { empty = true }));
        return app.RunAsync();
    }
}

using System.Net;

namespace Readiness.Api.Tests.Operations;

/// <summary>A process that is asked to stop, as a supervisor asks.</summary>
public sealed class ShutdownTests
{
    [Fact]
    public async Task It_says_that_it_is_not_ready_gives_its_solve_back_and_ends()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM.");
        using TemporaryFolder folder = new();
        string[] store = ["--database", folder.File("store.db")];

        // A solve is given back as soon as it notices, which on a busy machine may take longer than a process usually waits.
        await using ServiceProcess service = await ServiceProcess.StartAsync([.. store, "--Readiness:DrainSeconds", "10", "--shutdownTimeoutSeconds", "300"]);
        using HttpResponseMessage posted = await service.Client.PostJsonAsync(
            "/v1/scenarios", """{ "baseline": "xishan", "name": "long", "options": { "timeLimitSeconds": 600, "threads": 1 } }""");
        string path = $"/v1/scenarios/{(await posted.JsonAsync()).GetProperty("id").GetString()}";
        await service.Client.UntilAsync(path, s => s.State() == "running");

        service.Terminate();
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(JsonHttp.Token);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while ((await service.Client.GetAsync("/health/ready", limit.Token)).StatusCode != HttpStatusCode.ServiceUnavailable)
        {
            await Task.Delay(20, limit.Token);
        }

        using HttpResponseMessage live = await service.Client.GetAsync("/health/live", JsonHttp.Token);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(0, await service.EndAsync());

        await using ServiceProcess next = await ServiceProcess.StartAsync([.. store, "--role", "api"]);
        Assert.Equal("queued", (await next.Client.GetJsonAsync(path)).State());
    }
}

using System.Net;
using System.Net.Sockets;

namespace Readiness.Api.Tests.Security;

/// <summary>Whether the program starts at all: real processes, as an operator sees them.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("--urls", "http://0.0.0.0:0")]
    [InlineData("--urls", "http://*:0")]
    [InlineData("--urls", "http://+:0")]
    [InlineData("--urls", "http://[::]:0")]
    [InlineData("--urls", "http://192.0.2.1:5080")]
    [InlineData("--urls", "http://readiness.example:0")]
    [InlineData("--urls", "http://localhost.example:0")]
    [InlineData("--urls", "http://127.0.0.1:0;http://0.0.0.0:0")]
    [InlineData("--urls", "http://unix:/tmp/readiness-test.sock")]
    [InlineData("--URLS", "http://0.0.0.0:0")]
    [InlineData("--http_ports", "0")]
    [InlineData("--https_ports", "0")]
    [InlineData("--Kestrel:Endpoints:Outside:Url", "http://0.0.0.0:0")]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:0")]
    [InlineData("DOTNET_URLS", "http://0.0.0.0:0")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "8080")]
    [InlineData("Kestrel__Endpoints__Outside__Url", "http://*:0")]
    public async Task Without_login_it_does_not_listen_where_others_could_reach_it(string setting, string value)
    {
        string line = await FaultAsync(setting, value);
        Assert.Contains("without login", line, StringComparison.Ordinal);
        Assert.Contains("Readiness:ApiKeys", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--AllowedHosts", "*", "AllowedHosts")]
    [InlineData("--AllowedHosts", "localhost;evil.example", "evil.example")]
    [InlineData("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true", "TrustedProxies")]
    [InlineData("--Readiness:TrustedProxies:0", "proxy", "TrustedProxies")]
    [InlineData("--Readiness:AllowedOrigins:0", "*", "AllowedOrigins")]
    [InlineData("--Readiness:AllowedOrigins:0", "https://a.example/", "AllowedOrigins")]
    [InlineData("--Readiness:ConcurrentSolves", "0", "Readiness:ConcurrentSolves")]
    [InlineData("--Readiness:ConcurrentSolves", "many", "Readiness:ConcurrentSolves")]
    [InlineData("--Readiness:Limits:People", "0", "Readiness:Limits:People")]
    [InlineData("--Readiness:IdempotencyHours", "0", "Readiness:IdempotencyHours")]
    [InlineData("--role", "5", "Readiness:Role")]
    [InlineData("--role", "administrator", "Readiness:Role")]
    [InlineData("--Readiness:Jwt:Authority", "https://login.example", "Readiness:Jwt:Audience")]
    public async Task A_faulty_setting_is_named_in_one_line(string setting, string value, string said) =>
        Assert.Contains(said, await FaultAsync(setting, value), StringComparison.Ordinal);

    [Fact]
    public async Task A_faulty_connection_string_is_refused_without_being_shown()
    {
        string line = await FaultAsync("Readiness__Database", "Host=db;Password=half;of-a-secret");
        Assert.Contains("Readiness:Database", line, StringComparison.Ordinal);
        Assert.DoesNotContain("half", line, StringComparison.Ordinal);
        Assert.DoesNotContain("of-a-secret", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_login_it_listens_everywhere_and_asks_for_it()
    {
        using TemporaryFolder folder = new();
        await using ServiceProcess service = await ServiceProcess.StartAsync(
            "--database", folder.File("store.db"), "--urls", "http://0.0.0.0:0", "--Readiness:ApiKeys", "true");
        using HttpClient client = new() { BaseAddress = new UriBuilder(service.Client.BaseAddress!) { Host = "127.0.0.1" }.Uri };
        using HttpResponseMessage response = await client.GetAsync("/v1/baselines", JsonHttp.Token);
        await response.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_setting_that_changes_while_it_runs_opens_no_address()
    {
        using TemporaryFolder folder = new();
        string settings = folder.File("appsettings.json");
        await File.WriteAllTextAsync(settings, "{}", JsonHttp.Token);
        await using ServiceProcess service = await ServiceProcess.StartAsync("--database", folder.File("store.db"), "--contentRoot", folder.Path);
        int port = FreePort();
        await File.WriteAllTextAsync(settings, $$"""{ "Kestrel": { "Endpoints": { "Outside": { "Url": "http://0.0.0.0:{{port}}" } } } }""", JsonHttp.Token);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(JsonHttp.Token);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (!service.Output.Any(l => l.Contains("Refusing to listen", StringComparison.Ordinal)))
        {
            await Task.Delay(50, limit.Token);
        }

        using TcpClient client = new();
        await Assert.ThrowsAsync<SocketException>(async () => await client.ConnectAsync(IPAddress.Loopback, port, JsonHttp.Token));
        await service.Client.GetJsonAsync("/v1/baselines");
    }

    [Fact]
    public async Task A_process_that_only_solves_needs_no_login_wherever_it_listens()
    {
        using TemporaryFolder folder = new();
        await using ServiceProcess service = await ServiceProcess.StartAsync("--database", folder.File("store.db"), "--urls", "http://0.0.0.0:0", "--role", "worker");
        using HttpClient client = new() { BaseAddress = new UriBuilder(service.Client.BaseAddress!) { Host = "127.0.0.1" }.Uri };
        foreach (string path in (string[])["/v1/baselines", "/v1/keys", "/v1/audit", "/openapi/v1.json", "/scalar/"])
        {
            using HttpResponseMessage response = await client.GetAsync(path, JsonHttp.Token);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The one line that a program says before it ends.</summary>
    private static async Task<string> FaultAsync(string setting, string value)
    {
        using TemporaryFolder folder = new();
        string store = folder.File("store.db");
        (string, string)[] environment = setting.StartsWith("--", StringComparison.Ordinal) ? [] : [(setting, value)];
        (int code, string output, string errors) = await ServiceProcess.RunAsync(
            [.. setting == "Readiness__Database" ? (string[])[] : ["--database", store], .. environment.Length > 0 ? (string[])[] : [setting, value]], environment);
        Assert.Equal(78, code);
        Assert.DoesNotContain("Now listening", output, StringComparison.Ordinal);
        Assert.False(File.Exists(store));
        string line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("readiness: ", line, StringComparison.Ordinal);
        return line;
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Readiness.Api.Tests.Clients;

/// <summary>The examples of the documentation, run against the service as anybody would run them.</summary>
public sealed partial class ExampleTests
{
    private const string Seconds = "2";

    [Fact]
    public Task The_example_in_C_sharp_runs() => RunAsync("dotnet", Path.Combine(AppContext.BaseDirectory, "WhatIf.dll"));

    [Fact]
    public async Task The_example_in_Python_runs()
    {
        string python = OperatingSystem.IsWindows() ? "python" : "python3";
        Assert.SkipWhen(await Command.RunAsync(python, "--version") is not (0, _, _), "There is no Python here.");
        await RunAsync(python, "docs/examples/what_if.py");
    }

    [Fact]
    public async Task The_example_for_the_shell_runs()
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows() || await Command.RunAsync("bash", "-c", "command -v curl jq") is not (0, _, _), "There is no bash with curl and jq here.");
        await RunAsync("bash", "docs/examples/what-if.sh");
    }

    private static async Task RunAsync(string program, string file)
    {
        using TemporaryFolder folder = new();
        await using ServiceProcess service = await ServiceProcess.StartAsync("--database", folder.File("store.db"));
        await TinyDistrict.AddToAsync(service.Client);

        (int exitCode, string output, string errors) = (await Command.RunAsync(
            program, file, service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), TinyDistrict.Id, Seconds))!.Value;

        Assert.True(exitCode == 0, errors);
        string[] lines =
        [
            .. output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("  ", StringComparison.Ordinal)),
        ];
        Assert.Equal(["as it is: completed", "all hands on deck: completed"], lines[..2]);
        JsonElement[] scenarios = [.. (await service.Client.GetJsonAsync("/v1/scenarios")).EnumerateArray()];
        Assert.Equal(2, scenarios.Length);
        string ids = $"{Id(scenarios[1])},{Id(scenarios[0])}";
        JsonElement comparison = await service.Client.GetJsonAsync($"/v1/comparisons?scenarios={ids}");
        Assert.All(comparison.GetProperty("levels").EnumerateArray().Zip(lines[2..], (level, line) => (level, line)), pair =>
        {
            Match match = Line().Match(pair.line);
            Assert.Equal(pair.level.GetProperty("level").GetString(), match.Groups["level"].Value);
            Assert.Equal(Objective(pair.level, 0), Number(match.Groups["before"]), 1e-6);
            Assert.Equal(Objective(pair.level, 1), Number(match.Groups["after"]), 1e-6);
        });
        Assert.Equal(comparison.GetProperty("levels").GetArrayLength(), lines.Length - 2);
    }

    [GeneratedRegex("^(?<level>.+): (?<before>.+) -> (?<after>.+)$")]
    private static partial Regex Line();

    private static double Number(Group text) => double.Parse(text.ValueSpan, CultureInfo.InvariantCulture);

    private static string? Id(JsonElement scenario) => scenario.GetProperty("id").GetString();

    private static double Objective(JsonElement level, int plan) => level.GetProperty("values")[plan].GetProperty("objective").GetDouble();
}

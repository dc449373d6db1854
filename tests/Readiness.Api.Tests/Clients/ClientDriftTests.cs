namespace Readiness.Api.Tests.Clients;

/// <summary>The client in the repository is what the pinned generator makes of the document in the repository.</summary>
public sealed class ClientDriftTests
{
    [Fact]
    public async Task The_client_is_generated_from_the_document()
    {
        (int exitCode, string output, string errors) restored = (await Command.RunAsync("dotnet", "tool", "restore"))!.Value;
        Assert.SkipWhen(
            restored.exitCode != 0 && Environment.GetEnvironmentVariable("CI") is null, $"The generator is not here and cannot be fetched: {restored.errors}");
        using TemporaryFolder folder = new();
        string fresh = folder.File("Generated");
        (int exitCode, string output, string errors) = (await Command.RunAsync(
            "dotnet", "msbuild", "src/Readiness.Client/Readiness.Client.csproj", "-t:Generate", $"-p:GeneratedClient={fresh}", "-nodeReuse:false"))!.Value;
        Assert.True(exitCode == 0, output + errors);

        string kept = Path.Combine(RepositoryRoot.Path, "src", "Readiness.Client", "Generated");
        Assert.Equal(Names(fresh), Names(kept));
        foreach (string name in Names(fresh))
        {
            string wanted = await File.ReadAllTextAsync(Path.Combine(fresh, name), JsonHttp.Token);
            string found = await File.ReadAllTextAsync(Path.Combine(kept, name), JsonHttp.Token);
            Assert.True(
                wanted.ReplaceLineEndings("\n") == found.ReplaceLineEndings("\n"),
                $"{name} is outdated. 'dotnet build src/Readiness.Client -t:Generate' makes the client anew.");
        }
    }

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];
}

using Readiness.Benchmarks.Tables;

namespace Readiness.Benchmarks.Tests.Tables;

/// <summary>Runs <c>table</c> in a folder of its own, which goes with it.</summary>
internal sealed class TableFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("readiness-table-");

    /// <summary>What the last command reported.</summary>
    public string Output { get; private set; } = "";

    /// <summary>What was wrong with the last command.</summary>
    public string Error { get; private set; } = "";

    /// <summary>Path of a file in the folder.</summary>
    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Lines of a file in the folder.</summary>
    public string[] Lines(string name) => File.ReadAllLines(PathOf(name));

    /// <summary>Writes a file into the folder and returns its path.</summary>
    public string Write(string name, params string[] lines)
    {
        File.WriteAllText(PathOf(name), string.Join('\n', lines) + '\n');
        return PathOf(name);
    }

    /// <summary>Runs a command; its parts are split at spaces.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string command)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await TableCommand.RunAsync([.. command.Split(' '), "--out", folder.FullName], TimeProvider.System, output, error);
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}

namespace Readiness.Benchmarks.Peers;

/// <summary>Where a programme is installed.</summary>
internal static class ExecutablePath
{
    /// <summary>The first file of that name in a list of folders; null if there is none.</summary>
    /// <param name="name">Name of the programme, without the extension that it has on Windows.</param>
    /// <param name="folders">Folders as the variable <c>PATH</c> lists them; null for none.</param>
    public static string? Find(string name, string? folders)
    {
        string file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (folders ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }
}

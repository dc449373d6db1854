using System.Diagnostics;
using Npgsql;
using Readiness.Api.Tests.Storage;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Readiness.Api.Tests.Storage;

/// <summary>A PostgreSQL server of the tests' own: in a temporary folder, on a socket in it, gone with the tests. It is started when the first test asks.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly string[] Folders =
        [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), .. Installed("/usr/lib/postgresql"), .. Installed("/usr/pgsql")];

    private readonly Lazy<Task<string>> start;
    private TemporaryFolder? folder;
    private string? programs;
    private int databases;

    public PostgresCluster() => start = new Lazy<Task<string>>(StartAsync);

    /// <summary>Creates an empty database; skips the test where there is no server program.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        string server = await start.Value;
        string name = $"test{Interlocked.Increment(ref databases)}";
        await using NpgsqlConnection connection = new($"{server};Database=postgres");
        await connection.OpenAsync(JsonHttp.Token);
        await using NpgsqlCommand create = new($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync(JsonHttp.Token);
        return $"{server};Database={name}";
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await RunAsync("pg_ctl", "-D", folder.File("data"), "-m", "immediate", "-w", "stop");
            folder.Dispose();
        }
    }

    private async Task<string> StartAsync()
    {
        // initdb is in the server's package; pg_ctl alone is not enough.
        programs = Array.Find(Folders, f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "pg_ctl")));
        Assert.SkipWhen(programs is null, "There is no PostgreSQL server program (initdb and pg_ctl) on this machine.");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The tests speak to their PostgreSQL server by a Unix socket.");
        if (Environment.UserName == "root")
        {
            Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "A PostgreSQL server does not run as root, and there is no setpriv to be somebody else.");
        }

        folder = new TemporaryFolder();
        if (Environment.UserName == "root")
        {
            await ExecuteAsync("/usr/bin/chown", ["65534:65534", folder.Path]);
        }

        string data = folder.File("data");
        await RunAsync("initdb", "-D", data, "-U", "readiness", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        await RunAsync(
            "pg_ctl", "-D", data, "-l", folder.File("log"), "-w", "-t", "60",
            "-o", $"-c listen_addresses='' -c unix_socket_directories='{folder.Path}' -c fsync=off", "start");
        return $"Host={folder.Path};Username=readiness;Maximum Pool Size=20";
    }

    private static IEnumerable<string> Installed(string root) => Directory.Exists(root)
        ? Directory.GetDirectories(root).OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin"))
        : [];

    /// <summary>Runs a program of the server, as nobody where the tests are run by root.</summary>
    private Task RunAsync(string program, params string[] arguments) => Environment.UserName == "root"
        ? ExecuteAsync("/usr/bin/setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", Path.Combine(programs!, program), .. arguments])
        : ExecuteAsync(Path.Combine(programs!, program), arguments);

    private async Task ExecuteAsync(string program, string[] arguments)
    {
        // The server keeps what it inherits open: its output goes to a file, so that nobody waits for the end of a pipe.
        ProcessStartInfo start = new("/bin/sh")
        {
            WorkingDirectory = folder!.Path,
            ArgumentList = { "-c", "output=$1; shift; exec \"$@\" > \"$output\" 2>&1", "sh", Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), program },
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        string output = start.ArgumentList[3];
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
        string said = await File.ReadAllTextAsync(output);
        File.Delete(output);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {said}");
    }
}

using System.ComponentModel;
using System.Diagnostics;

namespace Readiness.Api.Tests.Clients;

/// <summary>Runs programs to their end.</summary>
internal static class Command
{
    /// <summary>Runs a program in the root of the repository.</summary>
    /// <returns>Its exit code with what it wrote; none if there is no such program.</returns>
    public static async Task<(int ExitCode, string Output, string Errors)?> RunAsync(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = RepositoryRoot.Path };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(JsonHttp.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(JsonHttp.Token);
            await process.WaitForExitAsync(JsonHttp.Token);
            return (process.ExitCode, await output, await errors);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace Readiness.Api.Tests;

/// <summary>The service as a process of its own, which can be killed.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServiceProcess(Process process, ConcurrentQueue<string> output, Uri address)
    {
        this.process = process;
        Output = output;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    /// <summary>The lines that it has written so far.</summary>
    public IReadOnlyCollection<string> Output { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<ServiceProcess> StartAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true };
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Readiness.Api.dll"), "--urls", "http://127.0.0.1:0", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        const string Said = "Now listening on: ";
        Process process = Process.Start(start)!;
        ConcurrentQueue<string> output = new();
        TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            output.Enqueue(line.Data ?? "");
            if (line.Data is null)
            {
                address.TrySetException(new InvalidOperationException("The service ended before it listened."));
            }
            else if (line.Data.IndexOf(Said, StringComparison.Ordinal) is >= 0 and int at)
            {
                address.TrySetResult(new Uri(line.Data[(at + Said.Length)..].Split('"')[0].Trim()));
            }
        };
        process.BeginOutputReadLine();
        return new ServiceProcess(process, output, await address.Task.WaitAsync(TimeSpan.FromSeconds(60), JsonHttp.Token));
    }

    /// <summary>Runs the program to its end, as one that does not start or that is only a command; kills it if it serves instead.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Readiness.Api.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(JsonHttp.Token);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    /// <summary>Asks it to stop, as a supervisor does.</summary>
    public void Terminate()
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync(JsonHttp.Token).WaitAsync(TimeSpan.FromMinutes(6), JsonHttp.Token);
        return process.ExitCode;
    }

    /// <summary>Ends it at once, as the system does when memory runs out: nothing of it can prepare for that.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(JsonHttp.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }
}

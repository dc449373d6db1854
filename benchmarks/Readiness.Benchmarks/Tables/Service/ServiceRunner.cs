using System.Collections.Immutable;
using System.Globalization;
using Readiness.Benchmarks.Tables.Load;

namespace Readiness.Benchmarks.Tables.Service;

/// <summary>Starts a process that answers and others that solve, has the same sweep solved by more and more of them, and writes what it took.</summary>
/// <param name="request">What the user wants.</param>
/// <param name="output">Receives the table.</param>
/// <param name="error">Receives what is wrong.</param>
internal sealed class ServiceRunner(ServiceRequest request, TextWriter output, TextWriter error)
{
    private static readonly TableLayout Layout = new(["store", "workers", "cells", "completed", "seconds", "speedup", "audit"], ["store", "audit"]);

    /// <summary>Runs.</summary>
    /// <param name="preface">What the Markdown says above the table.</param>
    /// <param name="cancellationToken">Ends the run; the row in work is not written.</param>
    /// <returns>The exit code: <see cref="TableCommand.AuditFailed"/> if a cell was not completed, or has other levels than with the first number of workers.</returns>
    public async Task<int> RunAsync(string preface, CancellationToken cancellationToken)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"readiness-service-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(request.Folder);
        try
        {
            string database = request.Database ?? Path.Combine(folder, "store.db");
            using ServerProcess api = await StartAsync(database, "api");
            using SweepClient client = new(api.Address);
            ResultTable table = ResultTable.Open(Path.Combine(request.Folder, "service.csv"), preface, Layout, resume: false);
            var lines = new ConsoleTable(output, Layout);
            SweepRun? first = null;
            foreach (int workers in request.Workers)
            {
                SweepRun run = await RunAsync(database, client, workers, cancellationToken);
                first ??= run;
                table.Add(Cells(workers, run, first));
                lines.Write(table.Rows[^1]);
            }

            return table.Rows.Any(static row => row[^1] == TableCell.Failed) ? TableCommand.AuditFailed : TableCommand.Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine("Stopped.");
            return TableCommand.Stopped;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<SweepRun> RunAsync(string database, SweepClient client, int workers, CancellationToken cancellationToken)
    {
        List<ServerProcess> processes = [];
        try
        {
            for (int i = 0; i < workers; i++)
            {
                processes.Add(await StartAsync(database, "worker"));
            }

            return await client.RunAsync(request.Cells, request.WorkLimit, cancellationToken);
        }
        finally
        {
            processes.ForEach(process => process.Dispose());
        }
    }

    private static Task<ServerProcess> StartAsync(string database, string role) => ServerProcess.StartAsync(
        "Readiness.Api.dll", "--urls", "http://127.0.0.1:0", "--database", database, "--role", role, "--Readiness:ConcurrentSolves", "1");

    private ImmutableArray<string> Cells(int workers, SweepRun run, SweepRun first) =>
    [
        request.Database is null ? "SQLite" : "PostgreSQL",
        workers.ToString(CultureInfo.InvariantCulture),
        request.Cells.ToString(CultureInfo.InvariantCulture),
        run.Completed.ToString(CultureInfo.InvariantCulture),
        TableCell.Seconds(run.Seconds),
        (first.Seconds / run.Seconds).ToString("0.00", CultureInfo.InvariantCulture),
        TableCell.Verdict(run.Completed == request.Cells && run.Levels.SequenceEqual(first.Levels)),
    ];
}

using System.Collections.Immutable;
using System.Globalization;
using Readiness.Api.Storage;

namespace Readiness.Benchmarks.Tables.Fleet;

/// <summary>Measures the store, then simulates fleets over it and writes what they would do.</summary>
/// <param name="request">What the user wants.</param>
/// <param name="output">Receives the table.</param>
/// <param name="error">Receives what is wrong.</param>
internal sealed class FleetRunner(FleetRequest request, TextWriter output, TextWriter error)
{
    private static readonly ImmutableArray<double> SolveSeconds = [1, 10, 60];

    private static readonly TableLayout Layout = new(
        ["store", "solve_s", "workers", "scenarios", "hours", "per_second", "database_pct", "solving_pct", "wait_ms"], ["store"]);

    /// <summary>Runs.</summary>
    /// <param name="preface">What the Markdown says above the table.</param>
    /// <param name="cancellationToken">Ends the run; nothing is written.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string preface, CancellationToken cancellationToken)
    {
        string store = Path.Combine(Path.GetTempPath(), $"readiness-fleet-{Guid.NewGuid():N}");
        Directory.CreateDirectory(store);
        try
        {
            StoreDemands demands = await new StoreMeasurement(Database.Of(request.Database ?? Path.Combine(store, "store.db")), request.Clients)
                .RunAsync(request.Jobs, cancellationToken);
            string summary = Summary(demands);
            output.WriteLine(summary);
            Directory.CreateDirectory(request.Folder);
            ResultTable table = ResultTable.Open(Path.Combine(request.Folder, "fleet.csv"), $"{preface}{summary}\n", Layout, resume: false);
            var lines = new ConsoleTable(output, Layout);
            foreach (double seconds in SolveSeconds)
            {
                for (int workers = request.Workers; workers > 0; workers /= 10)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    table.Add(Cells(seconds, workers, new FleetSimulation(demands, workers, seconds, request.Seed).Run(request.Scenarios)));
                    lines.Write(table.Rows[^1]);
                }
            }

            return TableCommand.Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine("Stopped.");
            return TableCommand.Stopped;
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    private string Name => request.Database is null ? "SQLite" : "PostgreSQL";

    private string Summary(StoreDemands demands)
    {
        string operations = string.Join(", ", new (string Name, double Seconds)[]
        {
            ("enqueue", demands.Enqueue), ("claim", demands.Claim), ("poll", demands.Poll), ("renew", demands.Renew), ("report", demands.Report), ("store", demands.Store),
        }.Select(o => FormattableString.Invariant($"{o.Name} {o.Seconds * 1000:0.000}")));
        string limits = string.Join(", ", SolveSeconds.Select(s => FormattableString.Invariant($"{demands.WorkersAt(0.8, s):0} with solves of {s} s")));
        return FormattableString.Invariant(
            $"{Name}, measured with {request.Clients} operations at the same time, {request.Jobs} jobs; milliseconds of the store per operation: {operations}. Four fifths of the store's time are used by {limits}.");
    }

    private ImmutableArray<string> Cells(double solveSeconds, int workers, FleetResult result) =>
    [
        Name,
        TableCell.Figure(solveSeconds),
        TableCell.Figure(workers),
        TableCell.Figure(request.Scenarios),
        (result.Seconds / 3600).ToString("0.00", CultureInfo.InvariantCulture),
        (request.Scenarios / result.Seconds).ToString("0.00", CultureInfo.InvariantCulture),
        (result.Busy * 100).ToString("0.0", CultureInfo.InvariantCulture),
        (result.Solving * 100).ToString("0.0", CultureInfo.InvariantCulture),
        (result.MeanWait * 1000).ToString("0.000", CultureInfo.InvariantCulture),
    ];
}

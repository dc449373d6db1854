using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Readiness.Audit;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;
using Readiness.Scenarios.StressTests;

namespace Readiness.Benchmarks.Tables.Stress;

/// <summary>Plans a district, tests the plan and brings the table up to date.</summary>
/// <param name="request">What the user wants.</param>
/// <param name="output">Receives the table.</param>
/// <param name="error">Receives faults.</param>
internal sealed class StressRunner(StressRequest request, TextWriter output, TextWriter error)
{
    private static readonly TableLayout Layout = new(
        ["test", "futures", "seconds", "cpu_seconds", "threads", "load_before", "load_after", "peak_gib", "audit"], ["test", "audit"]);

    private static readonly ImmutableArray<string> FigureColumns = ["figure", "planned", "mean", "standard_error", "q05", "q25", "median", "q75", "q95"];

    /// <summary>Runs.</summary>
    /// <param name="preface">What the Markdown says above the table.</param>
    /// <param name="cancellationToken">Ends the run; the test in work leaves no row.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="TableRequestException">There is no such district, or the table in the folder is another one.</exception>
    public int Run(string preface, CancellationToken cancellationToken)
    {
        District district = Read();
        string name = FormattableString.Invariant($"{district.Id}-{(request.Replan is null ? "fixed" : "replanned")}-{request.Futures}-seed{request.Settings.Seed}");
        string figures = Path.Combine(request.Run.Folder, "stress", name + ".csv");
        Directory.CreateDirectory(Path.GetDirectoryName(figures)!);
        ResultTable table = ResultTable.Open(Path.Combine(request.Run.Folder, "stress.csv"), preface, Layout, request.Run.Resume);
        var lines = new ConsoleTable(output, Layout);
        foreach (ImmutableArray<string> row in table.Rows)
        {
            lines.Write(row);
        }

        if (!table.Contains(name))
        {
            var options = new PlannerOptions { TimeLimit = request.Run.Limit ?? StressCommand.DefaultLimit, Threads = request.Run.Threads };
            ReadinessPlan plan = new ReadinessPlanner().Plan(district, options, null, cancellationToken);
            (StressTestReport report, ImmutableArray<string> cells) = Test(name, plan, cancellationToken);
            if (cancellationToken.IsCancellationRequested)
            {
                error.WriteLine($"Stopped in {name}; nothing of it is kept.");
                return TableCommand.Stopped;
            }

            ResultTable.WriteCsv(figures, FigureColumns, report.Levels.Concat(report.Indicators).Select(Line));
            table.Add(cells);
            lines.Write(table.Rows[^1]);
        }

        return table.Rows.Any(static row => row[^1] == TableCell.Failed) ? TableCommand.AuditFailed : TableCommand.Done;
    }

    private (StressTestReport Report, ImmutableArray<string> Cells) Test(string name, ReadinessPlan plan, CancellationToken cancellationToken)
    {
        var options = new StressTestOptions
        {
            Threads = request.Run.Threads,
            Replan = request.Replan is { } limit ? new PlannerOptions { TimeLimit = limit, Threads = request.Run.Threads } : null,
        };
        bool passed = IsCarriedOut(plan);
        string before = Load();
        using var process = Process.GetCurrentProcess();
        TimeSpan used = process.TotalProcessorTime;
        long started = Stopwatch.GetTimestamp();
        StressTestReport report = new StressTester().Test(plan, request.Futures, request.Settings, options, null, cancellationToken);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        return (report,
        [
            name,
            TableCell.Figure(report.Futures),
            TableCell.Seconds(seconds),
            TableCell.Seconds((process.TotalProcessorTime - used).TotalSeconds),
            TableCell.Figure(request.Run.Threads),
            before,
            Load(),
            TableCell.Figure(PeakMemory.Gibibytes()),
            TableCell.Verdict(passed),
        ]);
    }

    /// <summary>Whether the plan is carried out to the letter where nothing is uncertain: the audit of what is done says what it says of the plan.</summary>
    private bool IsCarriedOut(ReadinessPlan plan)
    {
        Future expected = new FutureSampler(plan, new StressTestSettings()).Sample(0);
        PlanAudit audit = PlanAuditor.Audit(expected.District, expected.Forecast, new FixedPlan(plan).CarryOut(expected));
        bool passed = audit.Passed && audit.Levels.SequenceEqual(plan.Audit.Levels);
        if (!passed)
        {
            error.WriteLine("Where nothing is uncertain, what is done is not the plan.");
        }

        return passed;
    }

    private District Read()
    {
        try
        {
            return District.Load(request.District);
        }
        catch (DistrictFormatException exception)
        {
            throw new TableRequestException($"--district: {exception.Message}");
        }
    }

    // Processes that want to run, over the last minute; only Linux tells it like that.
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "";

    private static ImmutableArray<string> Line(StressFigure figure) =>
    [
        figure.Id,
        .. new[] { figure.Planned, figure.Mean, figure.StandardError, figure.Q05, figure.Q25, figure.Median, figure.Q75, figure.Q95 }
            .Select(value => value is { } known ? known.ToString("0.####", CultureInfo.InvariantCulture) : ""),
    ];
}

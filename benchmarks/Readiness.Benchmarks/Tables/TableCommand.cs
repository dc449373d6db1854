using System.CommandLine;
using Readiness.Benchmarks.Tables.Districts;
using Readiness.Benchmarks.Tables.Fleet;
using Readiness.Benchmarks.Tables.Forecast;
using Readiness.Benchmarks.Tables.Joint;
using Readiness.Benchmarks.Tables.Load;
using Readiness.Benchmarks.Tables.National;
using Readiness.Benchmarks.Tables.Service;
using Readiness.Benchmarks.Tables.Shifts;
using Readiness.Benchmarks.Tables.Sites;
using Readiness.Benchmarks.Tables.Stress;
using Readiness.Benchmarks.Tables.Supplies;

namespace Readiness.Benchmarks.Tables;

/// <summary>The command line of the tables: <c>table</c> and a command for every table.</summary>
internal static class TableCommand
{
    /// <summary>Everything went well.</summary>
    public const int Done = 0;

    /// <summary>The request or an input file is wrong; the error stream says how.</summary>
    public const int WrongInput = 1;

    /// <summary>An answer did not survive its audit; the error stream says why.</summary>
    public const int AuditFailed = 2;

    /// <summary>The user stopped the run, as shells report it.</summary>
    public const int Stopped = 130;

    // What a solver that does not listen may take before the process is ended over its head. Finished rows are on disk by then.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Parses and runs a command line that starts with <c>table</c>.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="clock">Tells the date that stands in the reports.</param>
    /// <param name="output">Receives what is reported; the console if null.</param>
    /// <param name="error">Receives what is wrong; the console if null.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] args, TimeProvider clock, TextWriter? output = null, TextWriter? error = null)
    {
        var table = new Command("table", "Solves instances beside other solvers or planners, audits the answers and writes a table.")
        {
            InstanceSetCommand.Create("shifts", "Shift scheduling instances in the format of Curtois and Qu.", static _ => new ShiftSet(), clock),
            SiteCommand.Create(clock),
            NationalCommand.Create(clock),
            DistrictCommand.Create(DutyRosters.Table, clock),
            DistrictCommand.Create(QuarantineStays.Table, clock),
            JointCommand.Create(clock),
            SupplyCommand.Create(clock),
            ForecastCommand.Create(clock),
            LoadCommand.Create(clock),
            StressCommand.Create(clock),
            ServiceCommand.Create(clock),
            FleetCommand.Create(clock),
        };
        var root = new RootCommand("Yardsticks of Readiness. Anything but a table goes to BenchmarkDotNet.") { table };
        return root.Parse(args).InvokeAsync(new InvocationConfiguration
        {
            ProcessTerminationTimeout = Grace,
            Output = output ?? Console.Out,
            Error = error ?? Console.Error,
        });
    }
}

using System.Diagnostics;
using System.Globalization;
using Readiness.Solving;

namespace Readiness.Benchmarks.Peers;

/// <summary>
/// The executable of CBC, as people use it: the model goes to it as an MPS file, and its time includes the writing of that file and the start of the process.
/// </summary>
/// <param name="executable">Path of the executable; null if there is none.</param>
internal sealed class CbcExecutablePeer(string? executable) : IPeer
{
    private const int MostSeconds = 1_000_000_000;

    // It looks at its limit between its steps only; a process that takes longer than this to end is ended, and its solution lost.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>The one that is found on the path.</summary>
    public CbcExecutablePeer()
        : this(ExecutablePath.Find("cbc", Environment.GetEnvironmentVariable("PATH")))
    {
    }

    /// <inheritdoc/>
    public string Name => "cbc-exe";

    /// <inheritdoc/>
    public int MostThreads => 1;

    /// <inheritdoc/>
    public bool NeedsIntegers => false;

    /// <inheritdoc/>
    public string? Missing => executable is null
        ? "The peer 'cbc-exe' runs the executable 'cbc', which is not on PATH: install CBC (on Debian and Ubuntu: apt-get install coinor-cbc)."
        : null;

    /// <inheritdoc/>
    public PeerResult Solve(LinearModelBuilder model, PeerLimits limits, CancellationToken cancellationToken)
    {
        if (Missing is { } missing)
        {
            throw new ArgumentException(missing);
        }

        long started = Stopwatch.GetTimestamp();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cbc");
        try
        {
            string file = Path.Combine(folder.FullName, "model.mps");
            string solution = Path.Combine(folder.FullName, "model.sol");
            using (var writer = new HighsSolver(model))
            {
                writer.WriteModel(file);
            }

            TimeSpan rest = limits.Time - Stopwatch.GetElapsedTime(started);
            string? protocol = rest <= TimeSpan.Zero || cancellationToken.IsCancellationRequested
                ? null
                : Run(Arguments(file, solution, rest), rest + Grace, cancellationToken);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            if (protocol is null)
            {
                SolveStatus cut = cancellationToken.IsCancellationRequested ? SolveStatus.Cancelled : SolveStatus.TimeLimit;
                return PeerResult.Of(cut, hasPoint: false, double.NaN, double.NegativeInfinity, elapsed, []);
            }

            if (!File.Exists(solution))
            {
                throw new ArgumentException($"cbc wrote no solution. It printed: {protocol}");
            }

            CbcAnswer answer = CbcAnswer.Read(File.ReadAllText(solution), protocol, model.ColumnCount);
            return PeerResult.Of(answer.Status, answer.HasPoint, answer.Objective, answer.Bound, elapsed, answer.Values);
        }
        catch (FormatException exception)
        {
            // A table goes on without a peer that cannot be asked, and says so.
            throw new ArgumentException(exception.Message, exception);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Arguments(string file, string solution, TimeSpan time) =>
    [
        file,
        "-threads", "1",
        "-timeMode", "elapsed",
        "-sec", Math.Min(time.TotalSeconds, MostSeconds).ToString("F3", CultureInfo.InvariantCulture),
        "-ratio", PeerLimits.RelativeGap.ToString("R", CultureInfo.InvariantCulture),
        "-solve",
        "-solution", solution,
        "-quit",
    ];

    // What the process printed; null if it had to be ended.
    private string? Run(string[] arguments, TimeSpan most, CancellationToken cancellationToken)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(executable!, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false },
        };
        process.Start();
        process.StandardInput.Close();
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (most.TotalSeconds < int.MaxValue / 1000)
        {
            ending.CancelAfter(most);
        }

        using CancellationTokenRegistration registration = ending.Token.Register(() => process.Kill(entireProcessTree: true));
        string protocol = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return ending.IsCancellationRequested ? null : protocol;
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Readiness.Benchmarks.Peers;
using Readiness.Supplies.Flows;

namespace Readiness.Benchmarks.Tables.Supplies.Scale;

/// <summary>Generates the instances one after the other, solves them and brings the table up to date.</summary>
/// <param name="request">What the user wants.</param>
/// <param name="output">Receives the table.</param>
/// <param name="error">Receives faults.</param>
internal sealed class ScaleRunner(ScaleRequest request, TextWriter output, TextWriter error)
{
    private static readonly ImmutableArray<string> SolutionColumns = ["column", "value"];

    // Before anything is timed, something small is solved for so long, so that the runtime has compiled what is timed.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Runs.</summary>
    /// <param name="preface">What the Markdown says above the table.</param>
    /// <param name="cancellationToken">Ends the run; the instance in work leaves no row.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="TableRequestException">The request cannot be met.</exception>
    public int Run(string preface, CancellationToken cancellationToken)
    {
        string[] names = [.. request.Sizes.Select(size => size.Name(request.Solve.Seed))];
        string[] unknown = [.. request.PeerInstances.Except(names)];
        if (unknown.Length > 0)
        {
            throw new TableRequestException($"Unknown instance {string.Join(", ", unknown)}. Known are {string.Join(", ", names)}.");
        }

        string folder = Path.Combine(request.Folder, "supplies");
        Directory.CreateDirectory(folder);
        TableLayout layout = ScaleRow.Layout(request.Peers);
        ResultTable table = ResultTable.Open(Path.Combine(request.Folder, "supplies.csv"), preface, layout, request.Resume);
        var lines = new ConsoleTable(output, layout);
        foreach (ImmutableArray<string> row in table.Rows)
        {
            lines.Write(row);
        }

        bool isWarm = false;
        for (int k = 0; k < names.Length; k++)
        {
            if (table.Contains(names[k], TableCell.Figure(request.LorryPercent)))
            {
                continue;
            }

            if (!isWarm)
            {
                Warm(cancellationToken);
                isWarm = true;
            }

            if (Solve(names[k], request.Sizes[k], Path.Combine(folder, names[k]), cancellationToken) is not { } row)
            {
                error.WriteLine($"Stopped in {names[k]}; --resume goes on from there.");
                return TableCommand.Stopped;
            }

            table.Add(row);
            lines.Write(row);
        }

        return table.Rows.Any(static row => row[ScaleRow.AuditColumn] == TableCell.Failed) ? TableCommand.AuditFailed : TableCommand.Done;
    }

    private static void Warm(CancellationToken cancellationToken)
    {
        WeightedAllocation small = ScaleGenerator.Generate(new ScaleSize(20, 3, 20), seed: 0);
        for (long started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < WarmUp && !cancellationToken.IsCancellationRequested;)
        {
            new ScaleCase(small).Solve(new FlowOptions { TimeLimit = WarmUp, RelativeGap = 1e-4 }, cancellationToken);
        }
    }

    // Null if the run was stopped meanwhile: figures of a shortened solve do not belong beside the others.
    private ImmutableArray<string>? Solve(string name, ScaleSize size, string path, CancellationToken cancellationToken)
    {
        WeightedAllocation instance = ScaleGenerator.Generate(size, request.Solve.Seed, request.LorryPercent);
        var solved = new ScaleCase(instance);
        ScaleAnswer answer = solved.Solve(request.Solve, cancellationToken);
        var peers = ImmutableArray.CreateBuilder<PeerAnswer>();
        List<string> faults = [.. answer.Faults];
        foreach (IPeer peer in request.Peers)
        {
            bool isAsked = (request.PeerInstances.IsEmpty || request.PeerInstances.Contains(name)) && !cancellationToken.IsCancellationRequested;
            PeerAnswer other = isAsked
                ? solved.SolveWith(peer, new PeerLimits(request.Solve.TimeLimit, request.Solve.Threads, request.Solve.Seed), cancellationToken)
                : PeerAnswer.NotAsked;
            peers.Add(other);
            faults.AddRange(other.Faults.Select(fault => $"{peer.Name}: {fault}"));
            if (TableRow.IsAbove(answer.Bound, other.Objective))
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"the bound {answer.Bound} is above the objective {other.Objective} of {peer.Name}"));
            }
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        foreach (string fault in faults)
        {
            error.WriteLine($"{name}: {fault}");
        }

        ImmutableArray<string> cells = ScaleRow.Cells(name, request.LorryPercent, instance.Problem, answer, peers.ToImmutable(), faults.Count == 0);
        if (request.Export)
        {
            Export(instance, answer, path);
        }

        return cells;
    }

    private static void Export(WeightedAllocation instance, ScaleAnswer answer, string path)
    {
        ScaleFormulation formulation = ScaleFormulation.Of(instance);
        ResultTable.Replace(path + ".mps", writer => MpsFile.Write(writer, formulation.Model, formulation.Names));
        double[] values = formulation.Values(answer.Flows);
        ResultTable.WriteCsv(
            path + ".solution.csv",
            SolutionColumns,
            Enumerable.Range(0, values.Length).Where(k => values[k] != 0).Select(
                k => ImmutableArray.Create(formulation.Names[k], values[k].ToString("R", CultureInfo.InvariantCulture))));
    }
}

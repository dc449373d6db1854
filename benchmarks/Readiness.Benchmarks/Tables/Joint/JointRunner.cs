using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Joint;

/// <summary>Lets the two planners plan one district after the other and keeps the table up to date.</summary>
/// <param name="request">What the user wants.</param>
/// <param name="output">Receives the table as it grows.</param>
/// <param name="error">Receives faults.</param>
internal sealed class JointRunner(JointRequest request, TextWriter output, TextWriter error)
{
    /// <summary>Runs.</summary>
    /// <param name="preface">What the Markdown says above the table.</param>
    /// <param name="cancellationToken">Ends the run; the district in work leaves no rows.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="TableRequestException">The request cannot be met.</exception>
    public int Run(string preface, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(request.Folder);
        ResultTable table = ResultTable.Open(
            Path.Combine(request.Folder, "joint.csv"), preface, JointRow.Layout, request.Resume, JointSummary.Of);
        var lines = new ConsoleTable(output, JointRow.Layout);
        foreach (ImmutableArray<string> row in table.Rows)
        {
            lines.Write(row);
        }

        foreach ((int seed, double scarcity) in request.Districts.Where(d => !table.Contains(JointRow.Keys(d.Seed, d.Scarcity))))
        {
            ImmutableArray<ImmutableArray<string>> rows = [.. Compare(seed, scarcity, cancellationToken).Select(static row => row.Cells)];
            if (cancellationToken.IsCancellationRequested)
            {
                error.WriteLine(FormattableString.Invariant($"Stopped in seed {seed}, scarcity {scarcity}; --resume goes on from there."));
                return TableCommand.Stopped;
            }

            table.Add(rows);
            foreach (ImmutableArray<string> row in rows)
            {
                lines.Write(row);
            }
        }

        output.WriteLine();
        output.Write(JointSummary.Of(table.Rows));
        return table.Rows.Any(static row => !JointRow.Parse(row).Passed) ? TableCommand.AuditFailed : TableCommand.Done;
    }

    private ImmutableArray<JointRow> Compare(int seed, double scarcity, CancellationToken cancellationToken)
    {
        PlannerDuel duel = PlannerDuel.Of(request.District(seed, scarcity), request.Options, cancellationToken);
        foreach (string fault in duel.Faults.Concat(duel.Levels.Select(static level => level.Fault).OfType<string>()))
        {
            error.WriteLine(FormattableString.Invariant($"seed {seed}, scarcity {scarcity}: {fault}"));
        }

        return [.. duel.Levels.Select(level => new JointRow(
            seed, scarcity, level, duel.JointSeconds, duel.SequentialSeconds, duel.Faults.IsEmpty && level.Fault is null))];
    }
}

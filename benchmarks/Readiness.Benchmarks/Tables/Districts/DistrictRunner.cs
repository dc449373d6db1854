using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables.Districts;

/// <summary>Plans one district after the other and keeps the table up to date.</summary>
/// <param name="of">The table.</param>
/// <param name="districts">The districts.</param>
/// <param name="solve">Limits, seed and threads of each solve.</param>
/// <param name="output">Receives the table as it grows.</param>
/// <param name="error">Receives faults.</param>
internal sealed class DistrictRunner(DistrictTable of, ImmutableArray<NamedDistrict> districts, SolveOptions solve, TextWriter output, TextWriter error)
{
    private readonly TableLayout layout = new(
        ["district", of.SizeColumn, "days", "level", "objective", "bound", "gap_pct", "seconds", "peak_gib", "audit"],
        ["district", "level", "audit"]);

    /// <summary>Runs.</summary>
    /// <param name="preface">What the Markdown says above the table.</param>
    /// <param name="folder">Folder of the results.</param>
    /// <param name="resume">Whether districts that are already in the folder's table are kept and not planned again.</param>
    /// <param name="cancellationToken">Ends the run; the district in work leaves no rows.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="TableRequestException">The table in the folder is another one.</exception>
    public int Run(string preface, string folder, bool resume, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        ResultTable table = ResultTable.Open(Path.Combine(folder, $"{of.Name}.csv"), preface, layout, resume);
        var lines = new ConsoleTable(output, layout);
        foreach (ImmutableArray<string> row in table.Rows)
        {
            lines.Write(row);
        }

        foreach (NamedDistrict district in districts.Where(d => !table.Contains(d.Name)))
        {
            ImmutableArray<ImmutableArray<string>> rows = Solve(district, cancellationToken);
            if (cancellationToken.IsCancellationRequested)
            {
                error.WriteLine($"Stopped in {district.Name}; --resume goes on from there.");
                return TableCommand.Stopped;
            }

            table.Add(rows);
            foreach (ImmutableArray<string> row in rows)
            {
                lines.Write(row);
            }
        }

        return table.Rows.Any(static row => row[^1] == TableCell.Failed) ? TableCommand.AuditFailed : TableCommand.Done;
    }

    private ImmutableArray<ImmutableArray<string>> Solve(NamedDistrict district, CancellationToken cancellationToken)
    {
        (int size, PlanProof proof, ImmutableArray<RuleViolation> violations, double seconds) = of.Solve(district.District, solve, cancellationToken);
        foreach (RuleViolation violation in violations)
        {
            error.WriteLine($"{district.Name}: {violation.Rule} {violation.Subject}: {violation.Message}");
        }

        double peak = PeakMemory.Gibibytes();
        return
        [
            .. proof.Levels.Select(level => (ImmutableArray<string>)
            [
                district.Name,
                TableCell.Figure(size),
                TableCell.Figure(district.District.Horizon.Days),
                level.Level,
                TableCell.Figure(level.Objective),
                TableCell.Figure(level.Bound),
                TableCell.Figure((level.Objective - level.Bound) / Math.Max(1, Math.Abs(level.Objective)) * 100),
                TableCell.Seconds(seconds),
                TableCell.Figure(peak),
                TableCell.Verdict(violations.IsEmpty),
            ]),
        ];
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Readiness.Benchmarks.Tables.Sites;

namespace Readiness.Benchmarks.Tables.National;

/// <summary>Reads the hospitals, finds sites for them and brings the table up to date.</summary>
/// <param name="request">What the user wants.</param>
/// <param name="output">Receives the table.</param>
/// <param name="error">Receives faults, and what is left out.</param>
internal sealed class NationalRunner(NationalRequest request, TextWriter output, TextWriter error)
{
    private static readonly ImmutableArray<string> SolutionColumns = ["site", "hospital", "share"];

    /// <summary>Runs.</summary>
    /// <param name="preface">What the Markdown says above the table.</param>
    /// <param name="cancellationToken">Ends the run; the instance in work leaves no row.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="TableRequestException">The table in the folder is another one, or the instance would be too large.</exception>
    public int Run(string preface, CancellationToken cancellationToken)
    {
        string stem = Path.GetFileNameWithoutExtension(request.File);
        if (Read(stem) is not { } file)
        {
            return TableCommand.WrongInput;
        }

        var instance = new NationalInstance(file.Hospitals, request.Sites);
        string name = FormattableString.Invariant($"{stem}-{instance.Sites.Length}");
        string solution = Path.Combine(request.Folder, "national", name + ".solution.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(solution)!);
        string summary = Summary(file);
        ResultTable table = ResultTable.Open(
            Path.Combine(request.Folder, "national.csv"), $"{preface}{summary}\n", NationalRow.Layout, request.Resume);
        output.WriteLine(summary);
        var lines = new ConsoleTable(output, NationalRow.Layout);
        foreach (ImmutableArray<string> row in table.Rows)
        {
            lines.Write(row);
        }

        if (!table.Contains(name))
        {
            File.Delete(solution);
            SiteAnswer answer = new SiteCase(instance.Problem).Answer(request.Solve, cancellationToken);
            if (cancellationToken.IsCancellationRequested)
            {
                error.WriteLine($"Stopped in {name}; nothing of it is kept.");
                return TableCommand.Stopped;
            }

            if (answer.Objective is not null)
            {
                ResultTable.WriteCsv(solution, SolutionColumns, answer.Shares.Select(share => Line(instance, share)));
            }

            ImmutableArray<string> faults = NationalRow.Faults(answer);
            foreach (string fault in faults)
            {
                error.WriteLine($"{name}: {fault}");
            }

            table.Add(NationalRow.Cells(name, instance, answer, faults.IsEmpty));
            lines.Write(table.Rows[^1]);
        }

        return table.Rows.Any(static row => row[^1] == TableCell.Failed) ? TableCommand.AuditFailed
            : file.BadRows.IsEmpty ? TableCommand.Done : TableCommand.WrongInput;
    }

    private HospitalFile? Read(string stem)
    {
        try
        {
            HospitalFile file = HospitalFile.Read(request.File);
            if (!file.BadRows.IsEmpty)
            {
                Report($"{stem}: {file.BadRows.Length} bad rows are left out:", file.BadRows);
            }

            return file;
        }
        catch (InstanceFormatException exception)
        {
            Report($"{stem} cannot be read:", exception.Errors);
            return null;
        }
    }

    private void Report(string heading, ImmutableArray<InstanceError> faults)
    {
        error.WriteLine(heading);
        foreach (InstanceError fault in faults)
        {
            error.WriteLine($"  {fault}");
        }
    }

    private static string Summary(HospitalFile file) => FormattableString.Invariant(
        $"{file.Hospitals.Length} hospitals with {file.Hospitals.Sum(static hospital => hospital.Beds)} staffed beds; left out are {file.WithoutBeds} rows without staffed beds and {file.BadRows.Length} bad rows.");

    private static ImmutableArray<string> Line(NationalInstance instance, SiteShare share) =>
    [
        instance.Sites[share.Facility].Id,
        instance.Hospitals[share.Customer].Id,
        share.Share.ToString("R", CultureInfo.InvariantCulture),
    ];
}

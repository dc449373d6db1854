using System.Collections.Immutable;
using System.Text;
using CsvHelper;

namespace Readiness.Benchmarks.Tables;

/// <summary>The rows of a set with their CSV file and the Markdown beside it, both rewritten after every row.</summary>
internal sealed class ResultTable
{
    private readonly string csvPath;
    private readonly string preface;
    private readonly List<ImmutableArray<string>> rows = [];

    private ResultTable(string csvPath, string preface, ImmutableArray<string> columns)
    {
        this.csvPath = csvPath;
        this.preface = preface;
        Columns = columns;
    }

    /// <summary>The column headings.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>The rows so far.</summary>
    public IReadOnlyList<ImmutableArray<string>> Rows => rows;

    /// <summary>Starts a table, or takes one up.</summary>
    /// <param name="csvPath">Path of the CSV file; its folder must exist.</param>
    /// <param name="preface">What the Markdown says above the table.</param>
    /// <param name="columns">The column headings.</param>
    /// <param name="resume">Whether to keep the rows of a file that is there.</param>
    /// <exception cref="TableRequestException">The file that is there has other columns, or is no table at all.</exception>
    public static ResultTable Open(string csvPath, string preface, ImmutableArray<string> columns, bool resume)
    {
        var table = new ResultTable(csvPath, preface, columns);
        if (resume && File.Exists(csvPath))
        {
            table.ReadRows();
        }

        table.Write();
        return table;
    }

    /// <summary>Whether there is a row of an instance.</summary>
    public bool Contains(string instance) => rows.Any(row => row[TableRow.InstanceColumn] == instance);

    /// <summary>Adds a row and brings both files up to date.</summary>
    public void Add(ImmutableArray<string> row)
    {
        rows.Add(row);
        Write();
    }

    /// <summary>Writes a CSV file in one step: whoever looks at any time sees all of it or what was there before.</summary>
    public static void WriteCsv(string path, ImmutableArray<string> columns, IEnumerable<ImmutableArray<string>> lines)
    {
        var text = new StringWriter();
        using (CsvWriter writer = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, true))
        {
            writer.WriteRecord(columns.AsSpan());
            foreach (ImmutableArray<string> line in lines)
            {
                writer.WriteRecord(line.AsSpan());
            }
        }

        Replace(path, text.ToString());
    }

    private static void Replace(string path, string text)
    {
        string draft = path + ".new";
        File.WriteAllText(draft, text);
        File.Move(draft, path, overwrite: true);
    }

    private void ReadRows()
    {
        try
        {
            using CsvReader reader = CsvReader.FromFile(csvPath, new CsvReaderOptions { FieldCountMismatch = CsvFieldCountHandling.Throw });
            while (reader.Read())
            {
                if (!reader.Headers.SequenceEqual(Columns))
                {
                    break;
                }

                rows.Add([.. reader.Current.ToArray()]);
            }

            if (reader.Headers.SequenceEqual(Columns))
            {
                return;
            }
        }
        catch (CsvFormatException exception)
        {
            throw new TableRequestException($"{csvPath} cannot be resumed: {exception.Message}");
        }

        throw new TableRequestException(
            $"{csvPath} cannot be resumed: its columns are not those of this run, whose peers differ. Ask for the same peers, write to another folder, or start anew without --resume.");
    }

    private void Write()
    {
        WriteCsv(csvPath, Columns, rows);
        var text = new StringBuilder(preface).AppendLine();
        AppendLine(text, Columns);
        AppendLine(text, Columns.Select(static (_, i) => i is TableRow.InstanceColumn or TableRow.AuditColumn or TableRow.AuditColumn - 1 ? "---" : "---:"));
        foreach (ImmutableArray<string> row in rows)
        {
            AppendLine(text, row);
        }

        Replace(Path.ChangeExtension(csvPath, ".md"), text.ToString().ReplaceLineEndings("\n"));
    }

    private static void AppendLine(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(static c => c.Replace("|", "\\|", StringComparison.Ordinal))).AppendLine(" |");
}

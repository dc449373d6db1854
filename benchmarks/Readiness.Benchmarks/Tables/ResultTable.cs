using System.Collections.Immutable;
using System.Text;
using CsvHelper;

namespace Readiness.Benchmarks.Tables;

/// <summary>The rows of a table with their CSV file and the Markdown beside it, both rewritten whenever rows come.</summary>
internal sealed class ResultTable
{
    private readonly string csvPath;
    private readonly string preface;
    private readonly TableLayout layout;
    private readonly Func<IReadOnlyList<ImmutableArray<string>>, string>? summarise;
    private readonly List<ImmutableArray<string>> rows = [];

    private ResultTable(
        string csvPath, string preface, TableLayout layout, Func<IReadOnlyList<ImmutableArray<string>>, string>? summarise)
    {
        this.csvPath = csvPath;
        this.preface = preface;
        this.layout = layout;
        this.summarise = summarise;
    }

    /// <summary>The rows so far.</summary>
    public IReadOnlyList<ImmutableArray<string>> Rows => rows;

    /// <summary>Starts a table, or takes one up.</summary>
    /// <param name="csvPath">Path of the CSV file; its folder must exist.</param>
    /// <param name="preface">What the Markdown says above the table.</param>
    /// <param name="layout">What the rows consist of.</param>
    /// <param name="resume">Whether to keep the rows of a file that is there.</param>
    /// <param name="summarise">What the Markdown says below the table, given its rows; nothing if null.</param>
    /// <exception cref="TableRequestException">The file that is there has other columns, or is no table at all.</exception>
    public static ResultTable Open(
        string csvPath, string preface, TableLayout layout, bool resume, Func<IReadOnlyList<ImmutableArray<string>>, string>? summarise = null)
    {
        var table = new ResultTable(csvPath, preface, layout, summarise);
        if (resume && File.Exists(csvPath))
        {
            table.ReadRows();
        }

        table.Write();
        return table;
    }

    /// <summary>Whether there is a row whose first cells are these.</summary>
    public bool Contains(params ImmutableArray<string> keys) => rows.Any(row => row.AsSpan(0, keys.Length).SequenceEqual(keys.AsSpan()));

    /// <summary>Adds rows that belong together and brings both files up to date.</summary>
    public void Add(params ImmutableArray<ImmutableArray<string>> added)
    {
        rows.AddRange(added);
        Write();
    }

    /// <summary>Writes a CSV file in one step: whoever looks at any time sees all of it or what was there before.</summary>
    public static void WriteCsv(string path, ImmutableArray<string> columns, IEnumerable<ImmutableArray<string>> lines)
    {
        Replace(path, text =>
        {
            using CsvWriter writer = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, true);
            writer.WriteRecord(columns.AsSpan());
            foreach (ImmutableArray<string> line in lines)
            {
                writer.WriteRecord(line.AsSpan());
            }
        });
    }

    /// <summary>Writes a file in one step: whoever looks at any time sees all of it or what was there before.</summary>
    public static void Replace(string path, Action<TextWriter> write)
    {
        string draft = path + ".new";
        using (var text = new StreamWriter(draft))
        {
            write(text);
        }

        File.Move(draft, path, overwrite: true);
    }

    private void ReadRows()
    {
        try
        {
            using CsvReader reader = CsvReader.FromFile(csvPath, new CsvReaderOptions { FieldCountMismatch = CsvFieldCountHandling.Throw });
            while (reader.Read())
            {
                if (!reader.Headers.SequenceEqual(layout.Columns))
                {
                    break;
                }

                rows.Add([.. reader.Current.ToArray()]);
            }

            if (reader.Headers.SequenceEqual(layout.Columns))
            {
                return;
            }
        }
        catch (CsvFormatException exception)
        {
            throw new TableRequestException($"{csvPath} cannot be resumed: {exception.Message}");
        }

        throw new TableRequestException(
            $"{csvPath} cannot be resumed: its columns are not those of this run. Ask for the same (the same peers, if any), write to another folder, or start anew without --resume.");
    }

    private void Write()
    {
        WriteCsv(csvPath, layout.Columns, rows);
        var text = new StringBuilder(preface).AppendLine();
        MarkdownTable.Append(text, layout, rows);
        if (summarise is not null)
        {
            text.AppendLine().Append(summarise(rows));
        }

        Replace(Path.ChangeExtension(csvPath, ".md"), file => file.Write(text.ToString().ReplaceLineEndings("\n")));
    }
}

using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Readiness.Api.Tables;

/// <summary>Reads and writes CSV (RFC 4180) in UTF-8.</summary>
internal static class CsvFile
{
    /// <summary>How a time is written.</summary>
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm";

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>
    /// A text that a spreadsheet program would take for a formula gets an apostrophe in front. What the service reads again has no such text: it consists of
    /// ids, numbers and dates.
    /// </summary>
    private static readonly CsvWriterOptions Writing = new() { Injection = CsvInjection.Escape };

    /// <summary>Writes a table, header first, with commas and CRLF.</summary>
    /// <param name="table">The table.</param>
    public static byte[] Write(Table table)
    {
        using MemoryStream stream = new();
        using (CsvWriter writer = CsvWriter.Create(stream, Writing, true))
        {
            writer.WriteRecord([.. table.Columns]);
            foreach (IReadOnlyList<object?> row in table.Rows)
            {
                foreach (object? value in row)
                {
                    Write(writer, value);
                }

                writer.EndRecord();
            }
        }

        return stream.ToArray();
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mostRows">Most rows.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>The rows, header first; none if nothing can be read.</returns>
    public static IReadOnlyList<TableRow> Read(ReadOnlyMemory<byte> file, int mostRows, List<TableFault> faults)
    {
        if (file.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            file = file[Encoding.UTF8.Preamble.Length..];
        }

        if (!Utf8.IsValid(file.Span))
        {
            faults.Add(BrokenText(file.Span));
            return [];
        }

        if (Separator(file.Span, faults) is not { } separator)
        {
            return [];
        }

        List<TableRow> rows = [];
        using CsvReader reader = CsvReader.Create(file, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            MaxRecordSize = file.Length + 1,
            OnMalformedRecord = record => faults.Add(new TableFault(Describe(record.Reason), (int)record.RecordNumber)),
        });
        while (reader.Read())
        {
            if (rows.Count == mostRows)
            {
                faults.Add(new TableFault($"The file has more than {mostRows} rows.", mostRows + 1));
                break;
            }

            rows.Add(new TableRow(rows.Count + 1, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]));
        }

        return rows;
    }

    private static void Write(CsvWriter writer, object? value)
    {
        switch (value)
        {
            case bool truth:
                writer.WriteField(truth ? "true" : "false");
                break;
            case DateOnly date:
                writer.WriteField(date.ToString("O", CultureInfo.InvariantCulture));
                break;
            case DateTime time:
                writer.WriteField(time.ToString(TimeFormat, CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteField(value);
                break;
        }
    }

    /// <summary>The separator that stands in the header: headers have none of these characters, so that there is nothing to guess.</summary>
    private static char? Separator(ReadOnlySpan<byte> file, List<TableFault> faults)
    {
        int end = file.IndexOfAny((byte)'\r', (byte)'\n');
        ReadOnlySpan<byte> header = end < 0 ? file : file[..end];
        List<char> found = [];
        foreach (char separator in Separators)
        {
            if (header.Contains((byte)separator))
            {
                found.Add(separator);
            }
        }

        if (found.Count <= 1)
        {
            return found.Count == 0 ? ',' : found[0];
        }

        faults.Add(new TableFault(
            "The header must have one kind of separator between its names: commas, semicolons or tabs.", 1, Value: Encoding.UTF8.GetString(header)));
        return null;
    }

    private static TableFault BrokenText(ReadOnlySpan<byte> file)
    {
        int offset = 0;
        while (Rune.DecodeFromUtf8(file[offset..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        ReadOnlySpan<byte> before = file[..offset];
        int line = before.Count((byte)'\n') + 1;
        int place = offset - (before.LastIndexOf((byte)'\n') + 1) + 1;
        return new TableFault($"Must be UTF-8; the byte 0x{file[offset]:X2} at line {line}, byte {place}, is not.");
    }

    private static string Describe(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "A quote must not stand within a cell that is not quoted.",
        CsvMalformedReason.TextAfterClosingQuote => "After the closing quote of a cell only a separator or the end of the line may come.",
        CsvMalformedReason.UnterminatedQuote => "A quoted cell must be closed before the end of the file.",
        _ => "The row is not well-formed.",
    };
}

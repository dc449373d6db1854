using System.Collections.Immutable;
using CsvHelper;

namespace Readiness.Benchmarks.Tables.Supplies;

/// <summary>What a file of donations or requests holds. Columns that are not named here do not matter.</summary>
/// <param name="Rows">The good rows, in the order of the file.</param>
/// <param name="Excluded">Every fault of the others, with its place.</param>
internal sealed record GiftFile(ImmutableArray<GiftRow> Rows, ImmutableArray<ExcludedRow> Excluded)
{
    private static readonly string[] Shared = ["date", "ppe", "qty"];

    /// <summary>Reads donations.</summary>
    /// <exception cref="InstanceFormatException">Columns are missing, or no row is of use.</exception>
    public static GiftFile Donations(string path) => Read(path, "don_id", GiftRules.MostUnitsDonated);

    /// <summary>Reads requests.</summary>
    /// <exception cref="InstanceFormatException">Columns are missing, or no row is of use.</exception>
    public static GiftFile Requests(string path) => Read(path, "rec_id", GiftRules.MostUnits);

    private static GiftFile Read(string path, string party, long most)
    {
        string name = Path.GetFileName(path);
        string[] columns = [party, .. Shared];
        List<ExcludedRow> excluded = [];
        using CsvReader reader = CsvReader.FromFile(path, new CsvReaderOptions
        {
            Separator = ',',
            AllowLineBreaksInQuotes = false,
            TrackLineNumbers = true,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => excluded.Add(new ExcludedRow(name, (int)record.LineNumber, "", "", GiftRules.Malformed)),
        });
        int[] at = Places(reader, name, columns);
        List<GiftRow> rows = [];
        while (reader.Read())
        {
            int line = (int)reader.LineNumber;
            int before = excluded.Count;
            string[] cells = [.. at.Select(column => reader.GetString(column).Trim())];
            Note(0, cells[0].Length == 0 ? GiftRules.Missing : null);
            Note(1, GiftRules.Date(cells[1], out DateTimeOffset instant));
            Note(2, cells[2].Length == 0 ? GiftRules.Missing : null);
            Note(3, GiftRules.Quantity(cells[3], most, out long units));
            if (excluded.Count == before)
            {
                rows.Add(new GiftRow(cells[0], instant, cells[2], units));
            }

            void Note(int column, string? rule)
            {
                if (rule is not null)
                {
                    excluded.Add(new ExcludedRow(name, line, columns[column], cells[column], rule));
                }
            }
        }

        return rows.Count > 0
            ? new GiftFile([.. rows], [.. excluded])
            : throw new InstanceFormatException([
                .. excluded.Select(static e => new InstanceError(e.Line, $"{e.Column} is '{e.Value}': {e.Rule}")),
                new InstanceError(0, $"no row of {name} can be used")]);
    }

    private static int[] Places(CsvReader reader, string name, string[] columns)
    {
        reader.ReadHeader();
        string[] missing = [.. columns.Where(column => !reader.TryGetFieldIndex(column, out _))];
        return missing.Length == 0
            ? [.. columns.Select(column => reader.TryGetFieldIndex(column, out int index) ? index : -1)]
            : throw new InstanceFormatException([.. missing.Select(column => new InstanceError(1, $"{name} has no column '{column}'"))]);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Readiness.Districts;

namespace Readiness.Benchmarks.Tables.National;

/// <summary>What a file of hospitals holds. Columns that are not named here do not matter.</summary>
/// <param name="Hospitals">The hospitals with beds, in the order of the file.</param>
/// <param name="WithoutBeds">Number of good rows that state no staffed beds, or none.</param>
/// <param name="BadRows">The rows that cannot be used and are left out, each with its line and all that is wrong with it.</param>
internal sealed record HospitalFile(ImmutableArray<Hospital> Hospitals, int WithoutBeds, ImmutableArray<InstanceError> BadRows)
{
    private const double MostBeds = 1_000_000;

    private static readonly string[] Columns = ["CCM_ID", "Latitude", "Longitude", "Staffed All Beds"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InstanceFormatException">Columns are missing, or no row is of use.</exception>
    public static HospitalFile Read(string path)
    {
        List<InstanceError> bad = [];

        // No row may take the next ones with it, so that a quotation mark ends where its line does.
        using CsvReader reader = CsvReader.FromFile(path, new CsvReaderOptions
        {
            Separator = ',',
            AllowLineBreaksInQuotes = false,
            TrackLineNumbers = true,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => bad.Add(new InstanceError((int)record.LineNumber, Reason(record.Reason))),
        });
        int[] at = Places(reader);
        Dictionary<string, int> lines = [];
        List<Hospital> hospitals = [];
        int withoutBeds = 0;
        while (reader.Read())
        {
            int line = (int)reader.LineNumber;
            List<string> faults = [];
            string id = Id(reader.GetString(at[0]), line, lines, faults);
            double latitude = Number(reader.GetString(at[1]), Columns[1], -90, 90, faults);
            double longitude = Number(reader.GetString(at[2]), Columns[2], -180, 180, faults);
            string stated = reader.GetString(at[3]);
            double beds = string.IsNullOrWhiteSpace(stated) ? 0 : Number(stated, Columns[3], 0, MostBeds, faults);
            if (faults.Count > 0)
            {
                bad.Add(new InstanceError(line, string.Join("; ", faults)));
            }
            else if (beds > 0)
            {
                hospitals.Add(new Hospital(id, new GeoPoint(latitude, longitude), beds));
            }
            else
            {
                withoutBeds++;
            }
        }

        return hospitals.Count > 0
            ? new HospitalFile([.. hospitals], withoutBeds, [.. bad])
            : throw new InstanceFormatException([.. bad, new InstanceError(0, "no row is a hospital with staffed beds")]);
    }

    private static int[] Places(CsvReader reader)
    {
        reader.ReadHeader();
        string[] missing = [.. Columns.Where(column => !reader.TryGetFieldIndex(column, out _))];
        return missing.Length == 0
            ? [.. Columns.Select(column => reader.TryGetFieldIndex(column, out int index) ? index : -1)]
            : throw new InstanceFormatException([.. missing.Select(static column => new InstanceError(1, $"there is no column '{column}'"))]);
    }

    private static string Id(string text, int line, Dictionary<string, int> lines, List<string> faults)
    {
        string id = text.Trim();
        if (id.Length == 0)
        {
            faults.Add($"{Columns[0]} is empty");
        }
        else if (!lines.TryAdd(id, line))
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{Columns[0]} is '{id}', as in line {lines[id]}; it must be unique"));
        }

        return id;
    }

    private static double Number(string text, string column, double least, double most, List<string> faults)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !(number >= least && number <= most))
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{column} is '{text}'; it must be a number from {least} to {most}"));
        }

        return number;
    }

    private static string Reason(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.FieldCountMismatch => "the row has more or fewer cells than the first line",
        CsvMalformedReason.StrayQuote => "there is a quotation mark inside a cell without them",
        CsvMalformedReason.TextAfterClosingQuote => "there is text after a closing quotation mark",
        _ => "a quotation mark is not closed",
    };
}

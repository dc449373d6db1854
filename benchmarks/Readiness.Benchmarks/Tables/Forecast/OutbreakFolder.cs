using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Readiness.Demand.Series;

namespace Readiness.Benchmarks.Tables.Forecast;

/// <summary>Reads an outbreak's folder: <c>outbreak.json</c> and files of cumulative counts by date, province and city.</summary>
internal sealed class OutbreakFolder
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly string folder;
    private readonly Dictionary<string, Dictionary<(string Province, string City), ImmutableArray<DatedCount>.Builder>> files = [];

    /// <summary>Reads what the outbreak is.</summary>
    /// <exception cref="TableRequestException">There is no such file, or it is not as it must be.</exception>
    public OutbreakFolder(string folder)
    {
        this.folder = folder;
        string path = Path.Combine(folder, "outbreak.json");
        try
        {
            Outbreak = JsonSerializer.Deserialize<Outbreak>(File.ReadAllText(path), Json)
                ?? throw new TableRequestException($"{path} is empty.");
        }
        catch (JsonException exception)
        {
            throw new TableRequestException($"{path} cannot be read: {exception.Message}");
        }
    }

    /// <summary>What is known of the outbreak.</summary>
    public Outbreak Outbreak { get; }

    /// <summary>Reads and cleans a series; its counts begin on the first day of history.</summary>
    /// <exception cref="TableRequestException">The series cannot be read or cleaned.</exception>
    public CleanedSeries Clean(OutbreakSeries series)
    {
        ImmutableArray<DatedCount> points = Points(new SeriesPlace(series.File, series.Province, series.City));
        if (series.Less is { } less)
        {
            Dictionary<DateOnly, long> subtracted = Points(less).ToDictionary(static point => point.Date, static point => point.Count);
            points = [.. points.Where(point => subtracted.ContainsKey(point.Date)).Select(point => point with { Count = point.Count - subtracted[point.Date] })];
        }

        if (!Outbreak.Cleaning.TryGetValue(series.Cleaning, out ImmutableArray<CleaningStep> steps))
        {
            throw new TableRequestException($"{series.Name}: there is no cleaning '{series.Cleaning}' in outbreak.json.");
        }

        try
        {
            CleanedSeries cleaned = SeriesCleaner.Clean(new CumulativeSeries(series.Name, points), steps);
            int skipped = Math.Max(0, Outbreak.HistoryFrom.DayNumber - cleaned.Series.Start.DayNumber);
            return cleaned with
            {
                Series = cleaned.Series with { Start = cleaned.Series.Start.AddDays(skipped), Counts = cleaned.Series.Counts[skipped..] },
            };
        }
        catch (SeriesFormatException exception)
        {
            throw new TableRequestException(exception.Message);
        }
    }

    private ImmutableArray<DatedCount> Points(SeriesPlace place)
    {
        if (!files.TryGetValue(place.File, out var series))
        {
            files[place.File] = series = Read(Path.Combine(folder, place.File));
        }

        return series.TryGetValue((place.Province, place.City), out ImmutableArray<DatedCount>.Builder? points)
            ? points.ToImmutable()
            : throw new TableRequestException($"{place.File} has no rows of province '{place.Province}' and city '{place.City}'.");
    }

    private Dictionary<(string Province, string City), ImmutableArray<DatedCount>.Builder> Read(string path)
    {
        Dictionary<(string, string), ImmutableArray<DatedCount>.Builder> series = [];
        using CsvReader reader = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',', TrackLineNumbers = true });
        while (reader.Read())
        {
            if (!DateOnly.TryParseExact(reader.GetString("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
                || !long.TryParse(reader.GetString("confirmed"), NumberStyles.None, CultureInfo.InvariantCulture, out long count))
            {
                throw new TableRequestException(FormattableString.Invariant(
                    $"{path}, line {reader.LineNumber}: date is '{reader.GetString("date")}' and confirmed is '{reader.GetString("confirmed")}'; they must be a date and a whole number of 0 or more."));
            }

            if (date > Outbreak.LastDay)
            {
                continue;
            }

            (string, string) key = (reader.GetString("province") ?? "", reader.GetString("city") ?? "");
            if (!series.TryGetValue(key, out ImmutableArray<DatedCount>.Builder? points))
            {
                series[key] = points = ImmutableArray.CreateBuilder<DatedCount>();
            }

            points.Add(new DatedCount(date, count));
        }

        return series;
    }
}

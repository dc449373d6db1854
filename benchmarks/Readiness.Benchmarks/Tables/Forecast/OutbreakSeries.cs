namespace Readiness.Benchmarks.Tables.Forecast;

/// <summary>A series of an outbreak.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Group">Its group; the series of a group are forecast together.</param>
/// <param name="File">The file's name.</param>
/// <param name="Province">Value of its column <c>province</c>.</param>
/// <param name="City">Value of its column <c>city</c>.</param>
/// <param name="Cleaning">Name of its list of cleaning steps.</param>
/// <param name="Less">Rows to subtract, date by date, if any; dates that either lacks are left out.</param>
internal sealed record OutbreakSeries(string Name, string Group, string File, string Province, string City, string Cleaning, SeriesPlace? Less = null);

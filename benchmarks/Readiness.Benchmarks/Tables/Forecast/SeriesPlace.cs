namespace Readiness.Benchmarks.Tables.Forecast;

/// <summary>Rows of a file that make a series.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Province">Value of its column <c>province</c>.</param>
/// <param name="City">Value of its column <c>city</c>.</param>
internal sealed record SeriesPlace(string File, string Province, string City);

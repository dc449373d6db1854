namespace Readiness.Api.Tables;

/// <summary>A kind of file, by its media type and the end of its name.</summary>
/// <param name="Suffix">End of the name, without the dot.</param>
/// <param name="MediaType">Media type, without parameters.</param>
internal sealed record TableFormat(string Suffix, string MediaType)
{
    /// <summary>Text with separators (RFC 4180), UTF-8.</summary>
    public static readonly TableFormat Csv = new("csv", "text/csv");

    /// <summary>Workbook of Office Open XML.</summary>
    public static readonly TableFormat Workbook = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /// <summary>Points and lines on a map (RFC 7946).</summary>
    public static readonly TableFormat GeoJson = new("geojson", "application/geo+json");

    /// <summary>The media type as a header says it.</summary>
    public string ContentType => this == Csv ? $"{MediaType}; charset=utf-8; header=present" : MediaType;
}

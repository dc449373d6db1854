using System.Text;
using Microsoft.Net.Http.Headers;
using Readiness.Api.Problems;
using Readiness.Api.Tables;
using Readiness.Districts;

namespace Readiness.Api.Parts;

/// <summary>Reads the body of an import.</summary>
internal static class PartBody
{
    /// <summary>The format that the header names.</summary>
    /// <param name="request">The request.</param>
    /// <param name="possible">The formats that there are.</param>
    /// <returns>The format; none if it is another, or text of another encoding.</returns>
    public static TableFormat? Format(HttpRequest request, IReadOnlyList<TableFormat> possible) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && (type.Charset.Length == 0 || type.Encoding is UTF8Encoding or ASCIIEncoding)
            ? possible.FirstOrDefault(format => type.MediaType.Equals(format.MediaType, StringComparison.OrdinalIgnoreCase))
            : null;

    /// <summary>Reads a file into a district.</summary>
    /// <param name="request">The request.</param>
    /// <param name="part">The part.</param>
    /// <param name="format">Format of the file.</param>
    /// <param name="district">The district.</param>
    /// <param name="merge">Whether what the file does not name stays.</param>
    /// <returns>The new district, or every fault.</returns>
    /// <exception cref="BadHttpRequestException">The body is too large.</exception>
    public static async Task<(District? District, IReadOnlyList<TableError> Errors)> ReadAsync(
        HttpRequest request, BaselinePart part, TableFormat format, District district, bool merge)
    {
        using MemoryStream buffer = new();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        byte[] body = buffer.ToArray();
        List<TableFault> faults = [];
        IReadOnlyList<TableRow> rows = format == TableFormat.Csv
            ? CsvFile.Read(body, PartEndpoints.MostRows, faults)
            : WorkbookFile.Read(body, part.Name, PartEndpoints.MostRows, faults);
        return PartImport.Read(part, district, rows, merge, faults);
    }
}

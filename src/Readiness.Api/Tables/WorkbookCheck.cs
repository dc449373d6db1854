using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Readiness.Api.Tables;

/// <summary>Looks at a workbook before it is read, so that a small file cannot become a large one and no date is read by the wrong calendar.</summary>
internal static class WorkbookCheck
{
    private const int MostParts = 1000;
    private const long MostUnpackedBytes = 128L * 1024 * 1024;

    /// <summary>What forbids to read a file; none if nothing does.</summary>
    /// <param name="file">The file.</param>
    public static string? Fault(byte[] file)
    {
        try
        {
            using ZipArchive archive = new(new MemoryStream(file));
            if (archive.Entries.Count > MostParts)
            {
                return $"The workbook must have at most {MostParts} parts.";
            }

            // .NET unpacks no more of an entry than the length that it states, so that the stated lengths bound what comes.
            if (archive.Entries.Aggregate(0L, (sum, entry) => sum + Math.Min(entry.Length, MostUnpackedBytes + 1)) > MostUnpackedBytes)
            {
                return $"The workbook must not unpack to more than {MostUnpackedBytes / (1024 * 1024)} MiB.";
            }

            return archive.GetEntry("xl/workbook.xml") is { } workbook ? CalendarFault(workbook) : "The file is no .xlsx workbook: it has no xl/workbook.xml.";
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException)
        {
            return "The file is no .xlsx workbook.";
        }
    }

    private static string? CalendarFault(ZipArchiveEntry workbook)
    {
        using XmlReader reader = XmlReader.Create(workbook.Open(), new XmlReaderSettings { CloseInput = true });
        return XDocument.Load(reader).Descendants().Any(element =>
            element.Name.LocalName == "workbookPr" && element.Attribute("date1904")?.Value is "1" or "true")
            ? "The workbook counts days from 1904; save it with the usual 1900 date system."
            : null;
    }
}

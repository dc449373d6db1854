using System.Data;
using System.IO.Compression;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Readiness.Api.Tables;

/// <summary>Reads and writes workbooks (.xlsx). Formulas count as the values that the program which saved the file computed.</summary>
internal static class WorkbookFile
{
    private const int MostColumns = 100;

    private static readonly OpenXmlConfiguration Reading = new() { EnableSharedStringCache = false };
    private static readonly OpenXmlConfiguration Writing = new() { TableStyles = TableStyles.None, AutoFilter = false };

    /// <summary>Writes tables, each as a sheet.</summary>
    /// <param name="tables">The tables.</param>
    public static byte[] Write(params IReadOnlyList<Table> tables)
    {
        using MemoryStream stream = new();
        stream.SaveAs(tables.ToDictionary(table => table.Name, table => (object)Sheet(table)), excelType: ExcelType.XLSX, configuration: Writing);
        return stream.ToArray();
    }

    /// <summary>Reads a sheet: the only one, or the one with a name.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">The name.</param>
    /// <param name="mostRows">Most rows.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>The rows, header first; none if nothing can be read.</returns>
    public static IReadOnlyList<TableRow> Read(byte[] file, string name, int mostRows, List<TableFault> faults)
    {
        if (WorkbookCheck.Fault(file) is { } fault)
        {
            faults.Add(new TableFault(fault));
            return [];
        }

        try
        {
            using MemoryStream stream = new(file);
            List<string> sheets = stream.GetSheetNames(Reading);
            if (sheets.Count != 1 && !sheets.Contains(name))
            {
                faults.Add(new TableFault($"The workbook must have one sheet, or one that is called '{name}'; it has {string.Join(", ", sheets)}."));
                return [];
            }

            return Rows(stream, sheets.Count == 1 ? sheets[0] : name, mostRows, faults);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // What a hostile file makes the reader of another project throw is not known beforehand.
            faults.Add(new TableFault($"The file is no workbook that can be read: {broken.Message}"));
            return [];
        }
    }

    private static List<TableRow> Rows(Stream stream, string sheet, int mostRows, List<TableFault> faults)
    {
        List<TableRow> rows = [];
        stream.Position = 0;
        foreach (IDictionary<string, object?> row in stream.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX, configuration: Reading))
        {
            if (row.Count > MostColumns)
            {
                faults.Add(new TableFault($"The sheet has more than {MostColumns} columns.", rows.Count + 1));
                return [];
            }

            if (rows.Count == mostRows)
            {
                faults.Add(new TableFault($"The sheet has more than {mostRows} rows.", mostRows + 1));
                break;
            }

            rows.Add(new TableRow(rows.Count + 1, [.. row.Values]));
        }

        return rows;
    }

    private static DataTable Sheet(Table table)
    {
        DataTable sheet = new(table.Name);
        foreach (string column in table.Columns)
        {
            sheet.Columns.Add(column, typeof(object));
        }

        foreach (IReadOnlyList<object?> row in table.Rows)
        {
            sheet.Rows.Add([.. row.Select(Value)]);
        }

        return sheet;
    }

    private static object? Value(object? value) => value is DateOnly date ? date.ToDateTime(TimeOnly.MinValue) : value;
}

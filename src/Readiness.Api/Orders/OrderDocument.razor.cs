using System.Globalization;
using Microsoft.AspNetCore.Components;
using Readiness.Districts;

namespace Readiness.Api.Orders;

/// <summary>Order sheets as one HTML document to print, a page or more for each place.</summary>
public sealed partial class OrderDocument
{
    /// <summary>Prints on A4; each place begins a page, and the head of a table stands on every page that it reaches.</summary>
    internal const string Style =
        "@page{size:A4;margin:15mm}"
        + "body{font:10pt/1.35 system-ui,'Noto Sans','Noto Sans CJK SC','Microsoft YaHei',sans-serif;color:#000;background:#fff;margin:0 auto;max-width:180mm}"
        + "article+article{break-before:page}"
        + "header{border-bottom:1pt solid #000}header p{margin:0}h1{font-size:17pt;margin:1mm 0}h2{font-size:12pt;margin:6mm 0 1mm;break-after:avoid}"
        + "table{border-collapse:collapse;width:100%}thead{display:table-header-group}tr{break-inside:avoid}"
        + "th,td{border:.5pt solid #777;padding:.6mm 1.5mm;text-align:left;vertical-align:top}th{background:#eee}.n{text-align:right}"
        + "@media screen{body{padding:8mm}article+article{margin-top:20mm}}";

    /// <summary>What plan it is.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The days that are planned.</summary>
    [Parameter, EditorRequired]
    public required PlanningHorizon Horizon { get; set; }

    /// <summary>The quarantine sites that open.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<OpenSite> OpenSites { get; set; }

    /// <summary>The sheets.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<OrderSheet> Sheets { get; set; }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd ddd", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Times(ShiftType shift) =>
        string.Create(CultureInfo.InvariantCulture, $"{shift.Start:HH:mm}–{shift.Start.AddMinutes(shift.LengthMinutes):HH:mm}");
}

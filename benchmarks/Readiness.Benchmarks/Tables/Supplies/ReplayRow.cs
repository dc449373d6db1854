using System.Collections.Immutable;
using System.Globalization;

namespace Readiness.Benchmarks.Tables.Supplies;

/// <summary>One rule of one replay.</summary>
/// <param name="Every">Days between rounds.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Price">Price of a shipment; null of rules that know none.</param>
/// <param name="DaysHeld">Days that a donation may wait; null of rules that know none.</param>
/// <param name="Measures">What it is worth.</param>
/// <param name="Seconds">Wall seconds of matching.</param>
/// <param name="Passed">Whether the auditor has nothing against it.</param>
internal sealed record ReplayRow(int Every, string Rule, double? Price, int? DaysHeld, ReplayMeasures Measures, double Seconds, bool Passed)
{
    /// <summary>The columns.</summary>
    public static TableLayout Layout { get; } = new(
        ["every_days", "rule", "price", "may_wait_days", "fill_rate", "holding_days", "shipments_per_donor", "shipments", "donors", "dispatched_pct", "seconds", "audit"],
        ["rule", "audit"]);

    /// <summary>The cells, in the order of the columns.</summary>
    public ImmutableArray<string> Cells =>
    [
        .. Keys(Every, Rule, Price, DaysHeld),
        TableCell.Figure(Measures.FillRate),
        TableCell.Figure(Measures.HoldingDays),
        TableCell.Figure(Measures.ShipmentsPerDonor),
        TableCell.Figure(Measures.Shipments),
        TableCell.Figure(Measures.Donors),
        TableCell.Figure(Measures.DispatchedShare * 100),
        TableCell.Seconds(Seconds),
        TableCell.Verdict(Passed),
    ];

    /// <summary>The cells that say which replay a row belongs to.</summary>
    public static ImmutableArray<string> Keys(int every, string rule, double? price, int? daysHeld) =>
        [TableCell.Figure(every), rule, TableCell.Figure(price), TableCell.Figure(daysHeld)];

    /// <summary>A row from its cells.</summary>
    /// <exception cref="TableRequestException">They are not the cells of a row.</exception>
    public static ReplayRow Parse(ImmutableArray<string> cells)
    {
        try
        {
            return new ReplayRow(
                int.Parse(cells[0], CultureInfo.InvariantCulture),
                cells[1],
                cells[2].Length > 0 ? Number(cells[2]) : null,
                cells[3].Length > 0 ? (int)Number(cells[3]) : null,
                new ReplayMeasures(
                    Number(cells[4]), Number(cells[5]), (int)Number(cells[7]), (int)Number(cells[8]), Number(cells[9]) / 100),
                Number(cells[10]),
                cells[11] != TableCell.Failed);
        }
        catch (FormatException exception)
        {
            throw new TableRequestException($"The row {string.Join(',', cells)} cannot be read: {exception.Message}");
        }
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}

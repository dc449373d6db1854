using System.Text.Json;
using Readiness.Districts;
using Readiness.Scenarios;
using Readiness.Scenarios.Sweeps;
using Readiness.Tests.Districts;

namespace Readiness.Tests.Scenarios.Sweeps;

public sealed class SweepTests
{
    private static readonly DateOnly Start = SmallDistrict.Start;

    private static readonly District Small = SmallDistrict.Make() with
    {
        Shipments = [new Shipment("a", "gown", "clinic", 10, Start.AddDays(2)), new Shipment("b", "gown", "hotel", 20, Start.AddDays(3))],
    };

    [Fact]
    public void The_cells_are_all_combinations_and_the_last_axis_turns_fastest()
    {
        Sweep sweep = Read(
            """[{ "type": "delayShipments", "item": "gown" }, { "type": "scaleCases", "factor": null }]""",
            """
            [
              { "name": "delay", "target": "/changes/0/days", "values": [2, 5] },
              { "name": "leave", "alternatives": [{ "label": "as it is", "changes": [] }, { "label": "cancelled", "changes": [{ "type": "cancelLeave" }] }] },
              { "name": "cases", "target": "/changes/1/factor", "values": [1.5, 2, 3] }
            ]
            """);

        Assert.Equal(12, sweep.Cells);
        Scenario[] cells = [.. Enumerable.Range(0, 12).Select(number => sweep.Scenario(number, $"n{number}"))];
        Assert.Equal(
            from delay in (int[])[2, 5]
            from leave in (bool[])[false, true]
            from factor in (double[])[1.5, 2, 3]
            select (delay, leave, factor),
            cells.Select(cell => (((DelayShipments)cell.Changes[0]).Days, cell.Changes.Length == 3 && cell.Changes[2] is CancelLeave, ((ScaleCases)cell.Changes[1]).Factor)));
        Assert.All(cells, cell => Assert.Empty(ScenarioDocument.Validate(cell, Small)));
        Assert.Equal("""5 "cancelled" 1.5""", string.Join(' ', sweep.Cell(9).Positions.Select((position, axis) => sweep.Axes[axis].Coordinate(position).GetRawText())));
        Assert.Throws<ArgumentOutOfRangeException>(() => sweep.Cell(12));
    }

    [Fact]
    public void An_axis_that_is_nested_too_deeply_is_refused()
    {
        string deep = new string('[', 40) + new string(']', 40);
        SweepReadResult read = TryRead(
            JsonElement.Parse("""[{ "type": "cancelLeave" }]"""),
            JsonElement.Parse($$"""
            [
              { "name": "what", "target": "/changes/0", "values": [1, {{deep}}] },
              { "name": "more", "alternatives": [{ "label": "one", "changes": [{{deep}}] }] }
            ]
            """),
            Small);

        Assert.Null(read.Sweep);
        Assert.Equal(
            ["/axes/0", "/axes/1"],
            read.Errors.Where(error => error.Message.Contains("nested deeper than 32", StringComparison.Ordinal)).Select(error => error.Pointer));
    }

    [Fact]
    public void An_axis_may_vary_a_whole_change_or_a_part_deep_in_one()
    {
        Sweep sweep = Read(
            """[{ "type": "cancelLeave" }, { "type": "addShipment", "shipment": { "id": "z", "item": "gown", "to": "clinic", "arrives": "2020-02-03" } }]""",
            """
            [
              { "name": "what", "target": "/changes/0", "values": [{ "type": "cancelLeave" }, { "type": "scaleCases", "factor": 2 }] },
              { "name": "units", "target": "/changes/1/shipment/quantity", "values": [7, 8] }
            ]
            """,
            null);

        Assert.Equal(8, ((AddShipment)sweep.Scenario(3, "x").Changes[1]).Shipment.Quantity);
        Assert.IsType<ScaleCases>(sweep.Scenario(3, "x").Changes[0]);
    }

    [Fact]
    public void Every_fault_stands_where_it_comes_from()
    {
        SweepReadResult read = TryRead(
            JsonElement.Parse("""[{ "type": "delayShipments", "item": "moon", "days": 1 }, { "type": "scaleCases", "factor": 1 }]"""),
            JsonElement.Parse(
                """
                [
                  { "name": "delay", "target": "/changes/0/days", "values": [2, -1, "x"] },
                  { "name": "cases", "target": "/changes/1/factor", "values": [] },
                  { "name": "leave", "alternatives": [{ "label": "a", "changes": [{ "type": "cancelLeave", "skill": "magic" }] }, { "label": "b", "changes": [{ "type": "fly" }] }] },
                  { "name": "delay", "target": "/changes/0/days", "values": [1] },
                  { "name": "none", "alternatives": [{ "label": "a", "changes": [] }, { "label": "a", "changes": [] }], "values": [1] },
                  { "name": "away", "target": "/changes/2/days", "values": [1] },
                  { "name": "twice", "target": "changes", "values": [1, 1], "colour": 1 }
                ]
                """),
            Small);

        Assert.Null(read.Sweep);
        Assert.Equal(
            [
                "/axes/0/values/1", "/axes/0/values/2", "/axes/1/values", "/axes/2/alternatives/0/changes/0/skill", "/axes/2/alternatives/1/changes/0/type",
                "/axes/3/name", "/axes/3/target", "/axes/4", "/axes/4/alternatives/1/label", "/axes/5/target", "/axes/6/colour", "/axes/6/target", "/axes/6/values/1",
                "/changes/0/item",
            ],
            read.Errors.Select(error => error.Pointer).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_fault_elsewhere_that_some_values_bring_about_stands_at_these_values()
    {
        SweepReadResult read = TryRead(
            JsonElement.Parse($$"""[{ "type": "delayShipments", "item": "gown", "days": 1, "from": "{{Start.AddDays(5):O}}" }]"""),
            JsonElement.Parse(
                """
                [
                  { "name": "days", "target": "/changes/0/days", "values": [1, 2] },
                  { "name": "item", "target": "/changes/0/item", "values": ["gown", "respirator"] }
                ]
                """),
            Small with { Shipments = [.. Small.Shipments, new Shipment("c", "respirator", "hotel", 20, Start.AddDays(9))], Horizon = Small.Horizon with { Days = 12 } });

        // No gowns come so late, but respirators do.
        DistrictError error = Assert.Single(read.Errors);
        Assert.Equal(("/axes/1/values/0", "\"gown\""), (error.Pointer, error.Value));
        Assert.Contains("/changes/0/from", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_a_combination_names_a_cell_that_has_it()
    {
        const string Shipment = """{ "type": "addShipment", "shipment": { "id": "ID", "item": "gown", "to": "clinic", "quantity": 1, "arrives": "DAY" } }""";
        string Lists(string label) => $$"""[{ "label": "none", "changes": [] }, { "label": "{{label}}", "changes": [{{Shipment.Replace("ID", "z").Replace("DAY", Start.AddDays(1).ToString("O"))}}] }]""";
        SweepReadResult read = TryRead(
            JsonElement.Parse("[]"), JsonElement.Parse($$"""[{ "name": "a", "alternatives": {{Lists("one")}} }, { "name": "b", "alternatives": {{Lists("two")}} }]"""), Small);

        // Each alone is in order; both together have the same id.
        DistrictError error = Assert.Single(read.Errors);
        Assert.StartsWith("/axes/1/alternatives/1/changes/0", error.Pointer, StringComparison.Ordinal);

        read = TryRead(
            JsonElement.Parse("""[{}, { "type": "delayShipments", "facility": "clinic", "days": 1 }]"""),
            JsonElement.Parse(
                """
                [
                  { "name": "before", "target": "/changes/0", "values": [{ "type": "scaleCases", "factor": 2 }, { "type": "cancelShipments", "item": "gown", "facility": "clinic" }] },
                  { "name": "what", "target": "/changes/1/item", "values": ["respirator", "gown"] }
                ]
                """),
            Small with { Shipments = [.. Small.Shipments, new Shipment("c", "respirator", "clinic", 20, Start.AddDays(1))] });
        error = Assert.Single(read.Errors);
        Assert.Equal("/changes/1/facility", error.Pointer);
        Assert.Contains("in cell 3 (before {", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_has_limits()
    {
        string values = string.Join(",", Enumerable.Range(1, 101));
        const string Changes = """[{ "type": "delayShipments", "item": "gown", "days": 1 }, { "type": "setQuarantineLength", "days": 1 }]""";
        SweepReadResult wide = TryRead(
            JsonElement.Parse(Changes),
            JsonElement.Parse(
                $$"""[{ "name": "a", "target": "/changes/0/days", "values": [{{values}}] }, { "name": "b", "target": "/changes/1/days", "values": [{{values}}] }]"""),
            Small);
        Assert.Contains("10201 cells", Assert.Single(wide.Errors).Message, StringComparison.Ordinal);

        string axes = string.Join(",", Enumerable.Range(0, 11).Select(n => $$"""{ "name": "{{n}}", "alternatives": [{ "label": "x", "changes": [] }] }"""));
        Assert.Contains("11 axes", Assert.Single(TryRead(JsonElement.Parse("[]"), JsonElement.Parse($"[{axes}]"), Small).Errors).Message, StringComparison.Ordinal);
        Assert.Equal(["/axes"], TryRead(JsonElement.Parse("[]"), JsonElement.Parse("[]"), Small).Errors.Select(e => e.Pointer));
        Assert.Equal(["/axes", "/changes"], TryRead(default, default, Small).Errors.Select(e => e.Pointer).Order(StringComparer.Ordinal));
        Assert.Equal(["/axes", "/changes"], TryRead(JsonElement.Parse("5"), JsonElement.Parse("{}"), Small).Errors.Select(e => e.Pointer).Order(StringComparer.Ordinal));
    }

    private static Sweep Read(string changes, string axes, District? baseline)
    {
        SweepReadResult read = TryRead(JsonElement.Parse(changes), JsonElement.Parse(axes), baseline);
        Assert.Empty(read.Errors);
        return read.Sweep!;
    }

    private static Sweep Read(string changes, string axes) => Read(changes, axes, Small);

    private static SweepReadResult TryRead(JsonElement changes, JsonElement axes, District? baseline) =>
        SweepDocument.Read(changes, axes, baseline, TestContext.Current.CancellationToken);
}

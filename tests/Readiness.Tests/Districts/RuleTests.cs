using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Tests.Districts;

/// <summary>Each rule that relates several values, broken alone.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("/horizon/start", "\"1600-01-24\"", "/horizon/start", "years 1900 to 2200")]
    [InlineData("/candidateSites/0/rooms", "9", null, null)]
    [InlineData("/zones/0/population", "0", "/zones", "at least one zone with residents")]
    [InlineData("/epidemic/newCases/0/date", "\"2002-01-21\"", "/epidemic/newCases/0/date", "within 366 days of the horizon, 2020-01-24 to 2020-01-30")]
    [InlineData("/epidemic/arrivals/0/date", "\"2022-01-21\"", "/epidemic/arrivals/0/date", "within 366 days of the horizon")]
    [InlineData("/epidemic/importedCases/0/date", "\"2202-01-21\"", "/epidemic/importedCases/0/date", "within 366 days of the horizon")]
    [InlineData("/stockLots/0/expires", "\"2020-01-23\"", "/stockLots/0/expires", "the lot has expired already")]
    [InlineData("/stockLots/0/expires", "\"2020-01-24\"", null, null)]
    [InlineData("/shipments/0/arrives", "\"2020-01-23\"", "/shipments/0/arrives", "what has arrived is stock")]
    [InlineData("/shipments/0/expires", "\"2020-01-25\"", "/shipments/0/expires", "is before the shipment arrives")]
    [InlineData("/shipments/0/arrival", """[{ "delayDays": 0, "probability": 0.7 }, { "delayDays": 2, "probability": 0.3 }]""", null, null)]
    [InlineData("/shipments/0/arrival", """[{ "delayDays": 0, "probability": 0.7 }, { "delayDays": 2, "probability": 0.4 }]""", "/shipments/0/arrival", "add up to 1.1; they must add up to at most 1")]
    [InlineData("/shipments/0/arrival", """[{ "delayDays": 366, "probability": 0.7 }]""", "/shipments/0/arrival/0/delayDays", "from 0 to 365")]
    [InlineData("/shipments/0/arrival", """[{ "delayDays": 0, "probability": 0 }]""", "/shipments/0/arrival/0/probability", "more than 0 and at most 1")]
    [InlineData("/shipments/0/arrival", """[{ "delayDays": 0, "probability": 0.5, "share": 1.5 }]""", "/shipments/0/arrival/0/share", "more than 0 and at most 1")]
    [InlineData("/policy/shipmentConfidence", "1", "/policy/shipmentConfidence", "from 0.5 to 0.99")]
    [InlineData("/recipes/0/item", "\"respirator\"", "/recipes/0/item", "is needed by no burn rate and no guests, which recipes are for; kits have no other recipes")]
    [InlineData("/recipes/0/uses/1/quantity", "3", "/recipes/0/uses/1/quantity", "takes no less of gown than the 3 units that a batch serves")]
    [InlineData("/recipes/0/uses/1/item", "\"respirator\"", "/recipes/0/uses/1/item", "has the same item as entry 0")]
    [InlineData("/recipes/0/uses", "[]", "/recipes/0/uses", "must have at least one entry")]
    [InlineData("/recipes/0/classes/1", "5", "/recipes/0/classes/1", "whole number from 1 to 4")]
    [InlineData("/recipes/0/classes", null, "/recipes/0/classes", "is required")]
    [InlineData("/recipes/0/classes", "[]", null, null)]
    [InlineData("/recipes/0/mostShare", "1.5", "/recipes/0/mostShare", "from 0 to 1")]
    [InlineData("/offers/0/orderOn", "\"2020-01-31\"", "/offers/0/orderOn", "lies outside the horizon, 2020-01-24 to 2020-01-30")]
    [InlineData("/offers/0/expires", "\"2020-01-26\"", "/offers/0/expires", "is before the lots come in on 2020-01-27")]
    [InlineData("/offers/0/to", "\"moon\"", "/offers/0/to", "is not an id of facilities or candidateSites")]
    [InlineData("/offers/0/pricePerLot", "-1", "/offers/0/pricePerLot", "from 0 to 1,000,000,000")]
    [InlineData("/policy/purchaseBudget", "-1", "/policy/purchaseBudget", "from 0 to 1,000,000,000,000")]
    [InlineData("/lanes/0/minimumUnits", "-1", "/lanes/0/minimumUnits", "from 0 to 1,000,000,000")]
    [InlineData("/lanes/0/to", "\"clinic\"", "/lanes/0/to", "a lane joins two different places")]
    [InlineData("/burnRates/0/driver", null, "/burnRates/0/perDriverUnit", "needs a driver")]
    [InlineData("/contracts/0/maxMinutesPerWeek", "2399", "/contracts/0/maxMinutesPerWeek", "at most 2399 minutes a week, yet 2400 are normal")]
    [InlineData("/contracts/0/normalMinutesPerWeek", "3001", "/contracts/0/maxMinutesPerWeek", "at most 3000 minutes a week, yet 3001 are normal")]
    [InlineData("/contracts/0/maxShifts", """[{ "shift": "day", "most": 0 }]""", null, null)]
    [InlineData("/contracts/0/maxShifts", """[{ "shift": "night", "most": 4 }]""", "/contracts/0/maxShifts/0/shift", "is not among the shift types of the contract")]
    [InlineData("/contracts/0/maxShifts", """[{ "shift": "day", "most": 4 }, { "shift": "day", "most": 5 }]""", "/contracts/0/maxShifts/1/shift", "has the same shift as entry 0")]
    [InlineData("/contracts/0/maxShifts", """[{ "shift": "dusk", "most": 4 }]""", "/contracts/0/maxShifts/0/shift", "is not an id of shiftTypes")]
    [InlineData("/contracts/0/maxWeekends", "55", "/contracts/0/maxWeekends", "from 0 to 54")]
    [InlineData("/contracts/0/isolationDays", null, "/contracts/0/closedLoopDays", "needs isolationDays")]
    [InlineData("/contracts/0/closedLoopDays", null, "/contracts/0/isolationDays", "needs closedLoopDays")]
    [InlineData("/contracts/0/maxProtectiveMinutesPerShift", "-1", "/contracts/0/maxProtectiveMinutesPerShift", "from 0 to 1,440")]
    [InlineData("/contracts/0/maxProtectiveMinutesPerWeek", "10081", "/contracts/0/maxProtectiveMinutesPerWeek", "from 0 to 10,080")]
    [InlineData("/duties/0/lines/0/protectiveMinutesPerHour", "61", "/duties/0/lines/0/protectiveMinutesPerHour", "from 0 to 60")]
    [InlineData("/candidateSites/0/lines/0/protectiveMinutesPerHour", "-1", "/candidateSites/0/lines/0/protectiveMinutesPerHour", "from 0 to 60")]
    [InlineData("/absences/0/to", "\"2020-01-21\"", "/absences/0/to", "is before the absence starts")]
    [InlineData("/absences/0/to", "\"2020-01-23\"", "/absences/0/to", "the absence is over")]
    [InlineData("/staff/1/history/0/date", "\"2020-01-24\"", "/staff/1/history/0/date", "within the 366 days before the horizon, which starts on 2020-01-24")]
    [InlineData("/staff/1/history/0/date", "\"2019-01-22\"", "/staff/1/history/0/date", "within the 366 days before the horizon")]
    [InlineData("/staff/1/history/0/date", "\"2019-01-23\"", null, null)]
    [InlineData("/staff/1/history/1/date", "\"2020-01-23\"", "/staff/1/history/1/date", "has the same date as entry 0")]
    [InlineData("/staff/1/history/1/shift", "\"dusk\"", "/staff/1/history/1/shift", "is not an id of shiftTypes")]
    [InlineData("/duties/0/from", "\"2020-01-23\"", "/duties/0/from", "lies outside the horizon, 2020-01-24 to 2020-01-30")]
    [InlineData("/duties/0/to", "\"2020-01-31\"", "/duties/0/to", "lies outside the horizon")]
    [InlineData("/duties/0/from", "\"2020-01-30\"", "/duties/0/to", "is before the duty starts")]
    [InlineData("/duties/0/weekdays", """["thursday"]""", "/duties/0/weekdays", "the duty never runs")]
    [InlineData("/duties/0/teamWorkload", """{ "driver": "samples", "unitsPerHead": 5 }""", "/duties/0/teamWorkload", "only for duties with together = true")]
    [InlineData("/duties/1/lines/1/heads", "0", "/duties/1/lines/1/heads", "must be at least 1 in a joint team")]
    [InlineData("/duties/1/lines/0/workload", """{ "driver": "samples", "unitsPerHead": 5 }""", "/duties/1/lines/0/workload", "is not for lines of a joint team")]
    [InlineData("/duties/1/lines/1/priorityClass", "3", "/duties/1/lines/1/priorityClass", "differs from the class 2")]
    [InlineData("/candidateSites/0/setUpDays", "7", "/candidateSites/0/setUpDays", "leave no day open in a horizon of 7")]
    [InlineData("/duties/0/id", "\"hotel\"", "/candidateSites/0/id", "is the id of a duty already")]
    [InlineData("/burnRates/0/id", "\"hotel\"", "/candidateSites/0/id", "is the id of a burn rate already")]
    [InlineData("/facilities/-", """{ "id": "hotel", "name": { "en": "H" }, "kind": "office", "organisation": "health", "zone": "east", "location": { "latitude": 0, "longitude": 0 } }""", "/candidateSites/0/id", "is the id of a facility already")]
    public void A_rule_is_held(string pointer, string? json, string? at, string? message)
    {
        ImmutableArray<DistrictError> errors = pointer == "/horizon/start"
            ? [.. Tampered.Errors((pointer, json)).Where(error => error.Pointer == at)]
            : Tampered.Errors((pointer, json));
        if (at is null)
        {
            Assert.Empty(errors);
            return;
        }

        DistrictError error = Assert.Single(errors);
        Assert.Equal(at, error.Pointer);
        Assert.Contains(message!, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_allows_the_shifts_that_it_lists()
    {
        ImmutableArray<DistrictError> errors = Tampered.Errors(
            ("/contracts/0/maxMinutesPerWeek", "700"), ("/contracts/0/normalMinutesPerWeek", "600"));
        Assert.Equal("/contracts/0/shiftTypes/0", Assert.Single(errors).Pointer);
        Assert.Contains("lasts 720 minutes", errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_recipes_offers_and_shipments_is_named_at_once()
    {
        ImmutableArray<DistrictError> errors = Tampered.Errors(
            ("/recipes/0/item", "\"respirator\""), ("/recipes/0/uses/1/quantity", "0"), ("/recipes/0/serves", "0"), ("/offers/0/orderOn", "\"2020-02-30\""), ("/offers/0/unitsPerLot", "0"),
            ("/offers/-", """{ "id": "maker", "item": "gown", "to": "clinic", "mostLots": 1, "pricePerLot": 1, "orderOn": "2020-01-20" }"""),
            ("/policy/shipmentConfidence", "0.4"), ("/shipments/0/arrival/0/probability", "0.9"), ("/lanes/1/minimumUnits", "1.5"));
        Assert.Equal(
            [
                "/lanes/1/minimumUnits", "/offers/0/orderOn", "/offers/0/unitsPerLot", "/offers/1/id", "/offers/1/orderOn", "/policy/shipmentConfidence", "/recipes/0/item",
                "/recipes/0/serves", "/recipes/0/uses/0/quantity", "/recipes/0/uses/1/quantity", "/shipments/0/arrival",
            ],
            errors.Select(error => error.Pointer).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_closed_loop_comes_with_its_isolation_or_not_at_all_and_every_fault_of_both_is_named()
    {
        Assert.Empty(Tampered.Errors(("/contracts/0/closedLoopDays", null), ("/contracts/0/isolationDays", null)));
        Assert.Equal(
            ["/contracts/0/closedLoopDays", "/contracts/0/isolationDays"],
            Tampered.Errors(("/contracts/0/closedLoopDays", "0"), ("/contracts/0/isolationDays", "31")).Select(error => error.Pointer));
    }

    [Fact]
    public void The_default_maximum_of_a_contract_binds_too()
    {
        ImmutableArray<DistrictError> errors = Tampered.Errors(
            ("/contracts/0/maxMinutesPerWeek", null), ("/contracts/0/normalMinutesPerWeek", "3700"));
        Assert.Equal("/contracts/0/normalMinutesPerWeek", Assert.Single(errors).Pointer);
    }

    [Fact]
    public void An_absence_after_the_horizon_is_a_slip() =>
        Assert.Equal("/absences/0/from", Assert.Single(Tampered.Errors(
            ("/absences/0/from", "\"2021-01-24\""), ("/absences/0/to", "\"2021-01-25\""))).Pointer);

    [Fact]
    public void Absences_may_overlap_and_a_skill_may_be_held_by_nobody() => Assert.Empty(Tampered.Errors(
        ("/absences/-", """{ "staff": "n1", "from": "2020-01-24", "to": "2020-01-26", "kind": "sick" }"""),
        ("/staff/1/skills", """["nurse"]""")));

    [Fact]
    public void A_rule_still_holds_where_other_values_of_the_object_are_broken()
    {
        ImmutableArray<DistrictError> errors = Tampered.Errors(
            ("/duties/1/kind", "\"visiting\""), ("/duties/1/lines/0/heads", "0"), ("/horizon/days", "\"seven\""));
        Assert.Equal(
            ["/duties/1/kind", "/duties/1/lines/0/heads", "/horizon/days"],
            errors.Select(error => error.Pointer).Order(StringComparer.Ordinal));
    }
}

using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Tests.Districts;

/// <summary>Each fault of shape, alone: exactly one error, at the right place, with the rule in words.</summary>
public sealed class ShapeTests
{
    public static TheoryData<string, string?, string> Faults { get; } = new()
    {
        // Presence, kind, nullability.
        { "/horizon", null, "is required" },
        { "/horizon/days", null, "is required" },
        { "/facilities/0/zone", null, "is required" },
        { "/duties/0/lines/0/priorityClass", null, "is required" },
        { "/name", "null", "must not be null" },
        { "/items", "null", "must not be null" },
        { "/items/0/packSize", "null", "must not be null" },
        { "/staff/0/skills/0", "null", "must be a text" },
        { "/name", "\"Small\"", "must be an object" },
        { "/sources", "{}", "must be an array" },
        { "/zones/1/name/en", "5", "must be a text" },
        { "/duties/1/together", "\"yes\"", "must be true or false" },
        { "/zones/0/population", "\"50000\"", "whole number from 0 to 100,000,000" },

        // Unknown names.
        { "/horizon/day", "7", "is not a known property; did you mean \"days\"?" },
        { "/horizon/end", "\"2020-01-30\"", "is not a known property" },
        { "/facilities/0/kind", "\"hospitel\"", "must be one of communityHealthCentre, hospital" },
        { "/facilities/0/kind", "\"Hospital\"", "did you mean \"hospital\"?" },
        { "/facilities/0/kind", "1", "must be one of" },
        { "/duties/0/weekdays/0", "\"caturday\"", "must be one of sunday, monday" },
        { "/kits/0/items/0/item", "\"respirater\"", "is not an id of items; did you mean \"respirator\"?" },
        { "/lanes/0/to", "\"hotell\"", "is not an id of facilities or candidateSites; did you mean \"hotel\"?" },
        { "/facilities/0/organisation", "\"army\"", "is not an id of organisations" },
        { "/epidemic/importedCases/0/zone", "\"north\"", "is not an id of zones" },
        { "/duties/0/lines/0/kit", "\"wards\"", "is not an id of kits" },
        { "/duties/0/lines/0/skill", "\"doctor\"", "is not an id of skills" },
        { "/duties/0/place", "\"hotel\"", "is not an id of facilities" },
        { "/staff/0/contract", "\"none\"", "is not an id of contracts" },
        { "/staff/0/home", "\"hotel\"", "is not an id of facilities" },
        { "/absences/0/staff", "\"n2\"", "is not an id of staff; did you mean \"n1\"?" },
        { "/contracts/0/shiftTypes/0", "\"dawn\"", "is not an id of shiftTypes" },
        { "/burnRates/0/zones/0", "\"north\"", "is not an id of zones" },

        // Ranges.
        { "/schemaVersion", "2", "must be 1" },
        { "/horizon/days", "367", "whole number from 1 to 366" },
        { "/horizon/days", "7.0", "written without fraction or exponent" },
        { "/horizon/days", "7e0", "written without fraction or exponent" },
        { "/stockLots/0/quantity", "100000000000000", "whole number from 0 to 1,000,000,000" },
        { "/stockLots/0/quantity", "-1", "whole number from 0 to 1,000,000,000" },
        { "/stockLots/0/quantity", "1e400", "whole number from 0 to 1,000,000,000" },
        { "/stockLots/0/quantity", "99999999999999999999", "whole number from 0 to 1,000,000,000" },
        { "/kits/0/items/0/quantity", "0", "whole number from 1 to 1,000" },
        { "/items/0/litresPerPack", "0", "must be a number more than 0 and at most 100,000" },
        { "/zones/0/location/latitude", "90.5", "must be a number from -90 to 90" },
        { "/zones/0/location/longitude", "1e400", "must be a number from -180 to 180" },
        { "/policy/lendingShare", "1.01", "must be a number from 0 to 1" },
        { "/policy/itemSharing", "\"leximin\"", "must be one of" },
        { "/facilities/0/riskWeight", "0.5", "must be a number from 1 to 100" },
        { "/epidemic/newCases/0/count", "-0.5", "must be a number from 0 to 1,000,000" },
        { "/duties/0/lines/0/priorityClass", "5", "whole number from 1 to 4" },
        { "/duties/0/lines/0/workload/unitsPerHead", "0", "must be a number more than 0" },
        { "/shiftTypes/0/lengthMinutes", "1441", "whole number from 30 to 1,440" },
        { "/candidateSites/0/rooms", "0", "whole number from 1 to 100,000" },
        { "/candidateSites/0/lines/0/guestsPerHead", "0", "must be a number more than 0" },
        { "/candidateSites/0/guestNeeds/0/perGuestDay", "1001", "must be a number from 0 to 1,000" },

        // Dates and times.
        { "/horizon/start", "\"24.1.2020\"", "must be a date of the form yyyy-MM-dd" },
        { "/shipments/0/expires", "\"2021-02-29\"", "must be a date of the form yyyy-MM-dd" },
        { "/shipments/0/arrives", "\"2020-01-26T00:00:00\"", "must be a date of the form yyyy-MM-dd" },
        { "/shiftTypes/0/start", "\"24:00\"", "must be a time of day" },
        { "/shiftTypes/0/start", "\"08:00:00\"", "must be a time of day" },

        // Texts and ids.
        { "/id", "\"\"", "must be 1 to 100 letters" },
        { "/id", "\"-small\"", "the first a letter or a digit" },
        { "/id", "\"small\\n\"", "must be 1 to 100 letters" },
        { "/burnRates/0/id", "\"a/b\"", "must be 1 to 100 letters" },
        { "/name/en", "\" \"", "must not be empty" },
        { "/name/zh", "\"\\u0007\"", "must not contain control characters" },
        { "/name/en", "\"two\\nlines\"", "must not contain control characters" },
        { "/name/en", $"\"{new string('x', 201)}\"", "must have at most 200 characters" },
        { "/sources/0/text", $"\"{new string('x', 4001)}\"", "must have at most 4,000 characters" },

        // Lists.
        { "/duties/0/lines", "[]", "must have at least one entry" },
        { "/duties/0/shifts", "[]", "must have at least one entry" },
        { "/staff/0/skills", "[]", "must have at least one entry" },
        { "/kits/0/items", "[]", "must have at least one entry" },
        { "/duties/0/weekdays/1", "\"friday\"", "stands in the list twice" },
        { "/staff/0/skills/-", "\"nurse\"", "stands in the list twice" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_found_where_it_is(string pointer, string? json, string message)
    {
        DistrictError error = Assert.Single(Tampered.Errors((pointer, json)));

        Assert.StartsWith(pointer.TrimEnd('-'), error.Pointer, StringComparison.Ordinal);
        if (!pointer.EndsWith('-'))
        {
            Assert.Equal(pointer, error.Pointer);
        }

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(json is null, error.Value is null);
    }

    [Theory]
    [InlineData("/zones/-", """{ "id": "east", "name": { "en": "E" }, "population": 1, "location": { "latitude": 0, "longitude": 0 } }""", "/zones/2/id", "is the id of entry 0 already")]
    [InlineData("/kits/0/items/1/item", "\"respirator\"", "/kits/0/items/1/item", "has the same item as entry 0")]
    [InlineData("/epidemic/newCases/1/date", "\"2020-01-21\"", "/epidemic/newCases/1/date", "has the same date as entry 0")]
    [InlineData("/reserves", """[{ "place": "clinic", "item": "gown", "quantity": 5 }, { "place": "clinic", "item": "gown", "quantity": 1 }]""", "/reserves/1", "has the same place and item as entry 0")]
    [InlineData("/lanes/-", """{ "from": "clinic", "to": "hotel" }""", "/lanes/2", "has the same from and to as entry 0")]
    [InlineData("/candidateSites/0/guestNeeds/-", """{ "item": "gown", "perGuestDay": 1, "priorityClass": 1 }""", "/candidateSites/0/guestNeeds/1/item", "has the same item as entry 0")]
    [InlineData("/duties/1/lines/1/id", "\"nurse\"", "/duties/1/lines/1/id", "is the id of entry 0 already")]
    public void Nothing_is_listed_twice(string pointer, string json, string at, string message)
    {
        DistrictError error = Assert.Single(Tampered.Errors((pointer, json)));
        Assert.Equal(at, error.Pointer);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_in_four_places_are_all_listed()
    {
        ImmutableArray<DistrictError> errors = Tampered.Errors(
            ("/stockLots/0/quantity", "1e14"),
            ("/facilities/1/kind", "\"castle\""),
            ("/duties/0/from", "\"2020-03-01\""),
            ("/staff/1/home", "\"nowhere\""));

        Assert.Equal(
            ["/duties/0/from", "/facilities/1/kind", "/staff/1/home", "/stockLots/0/quantity"],
            errors.Select(error => error.Pointer).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal("1e14", errors.Single(error => error.Pointer == "/stockLots/0/quantity").Value);
    }

    [Fact]
    public void A_missing_collection_is_said_once_and_not_at_every_reference() =>
        Assert.Equal("/zones", Assert.Single(Tampered.Errors(("/zones", null))).Pointer);

    [Fact]
    public void A_value_is_shortened()
    {
        DistrictError error = Assert.Single(Tampered.Errors(("/name/en", $"\"{new string('x', 5000)}\"")));
        Assert.Equal(200, error.Value!.Length);
        Assert.EndsWith("…", error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Pointers_escape_what_RFC_6901_escapes() =>
        Assert.Equal("/policy/a~1b~0c", Assert.Single(Tampered.Errors(("/policy", """{ "a/b~c": 1 }"""))).Pointer);

    [Fact]
    public void Errors_beyond_a_thousand_are_counted()
    {
        string many = string.Join(',', Enumerable.Repeat("""{ "place": "clinic", "item": "gown", "quantity": -1 }""", 1_234));
        ImmutableArray<DistrictError> errors = Tampered.Errors(("/stockLots", $"[{many}]"));
        Assert.Equal(1_001, errors.Length);
        Assert.Equal("234 further errors are not listed.", errors[^1].Message);
    }
}

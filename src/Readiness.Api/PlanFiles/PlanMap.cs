using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Api.Scenarios;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Api.PlanFiles;

/// <summary>Shows a plan on a map, as GeoJSON (RFC 7946): every candidate site, who comes to it from where, and what is shipped between places.</summary>
internal static class PlanMap
{
    /// <summary>Writes the map.</summary>
    /// <param name="plan">The plan.</param>
    public static byte[] Write(ScenarioPlan plan)
    {
        District district = plan.District;
        DistrictIndex index = new(district);
        Dictionary<string, SiteOpening> open = plan.Decisions.Sites.ToDictionary(site => site.Site);
        IEnumerable<JsonNode> features =
        [
            .. district.CandidateSites.Select(site => Site(site, open.GetValueOrDefault(site.Id), district)),
            .. plan.Decisions.Sites.SelectMany(site => site.Admissions.GroupBy(admission => admission.Zone).Select(guests => GuestFlow(site, guests, district, index))),
            .. plan.Decisions.Shipments.GroupBy(shipment => (shipment.From, shipment.To)).Select(shipments => ShipmentFlow(shipments, index)),
        ];
        JsonObject collection = new() { ["type"] = "FeatureCollection", ["features"] = new JsonArray([.. features]) };
        return JsonSerializer.SerializeToUtf8Bytes(collection, DistrictJson.Options);
    }

    private static JsonObject Site(CandidateSite site, SiteOpening? opening, District district)
    {
        JsonObject properties = new()
        {
            ["kind"] = "site",
            ["site"] = site.Id,
            ["name"] = site.Name.En,
            ["nameZh"] = site.Name.Zh,
            ["rooms"] = site.Rooms,
            ["open"] = opening is not null,
        };
        if (opening is not null)
        {
            IReadOnlyList<(DateOnly Day, long Guests)> census = SiteCensus.Of(opening, district);
            properties["openFrom"] = Text(opening.OpenFrom);
            properties["openTo"] = Text(opening.OpenTo);
            properties["guests"] = opening.Admissions.Sum(admission => admission.Guests);
            properties["mostOccupied"] = census.Max(day => day.Guests);
            properties["occupancy"] = new JsonObject(census.Select(day => KeyValuePair.Create(Text(day.Day), (JsonNode?)day.Guests)));
        }

        return Feature("Point", Position(site.Location), properties);
    }

    private static JsonObject GuestFlow(SiteOpening site, IGrouping<string, Admission> guests, District district, DistrictIndex index) => Line(
        district.Zones[index.Zones[guests.Key]].Location,
        index.PlaceLocation(index.Places[site.Site]),
        new JsonObject
        {
            ["kind"] = "guests",
            ["zone"] = guests.Key,
            ["site"] = site.Site,
            ["guests"] = guests.Sum(admission => admission.Guests),
            ["from"] = Text(guests.Min(admission => admission.Day)),
            ["to"] = Text(guests.Max(admission => admission.Day)),
        });

    private static JsonObject ShipmentFlow(IGrouping<(string From, string To), PlannedShipment> shipments, DistrictIndex index) => Line(
        index.PlaceLocation(index.Places[shipments.Key.From]),
        index.PlaceLocation(index.Places[shipments.Key.To]),
        new JsonObject
        {
            ["kind"] = "shipments",
            ["from"] = shipments.Key.From,
            ["to"] = shipments.Key.To,
            ["shipments"] = shipments.Count(),
            ["quantities"] = new JsonObject(shipments.GroupBy(shipment => shipment.Item)
                .Select(item => KeyValuePair.Create(item.Key, (JsonNode?)item.Sum(shipment => shipment.Quantity)))),
        });

    /// <summary>A line, cut where it crosses the 180th meridian (RFC 7946, section 3.1.9).</summary>
    private static JsonObject Line(GeoPoint from, GeoPoint to, JsonObject properties)
    {
        const double Turn = 360;
        if (Math.Abs(from.Longitude - to.Longitude) <= Turn / 2)
        {
            return Feature("LineString", new JsonArray(Position(from), Position(to)), properties);
        }

        double edge = from.Longitude > 0 ? Turn / 2 : -Turn / 2;
        double far = to.Longitude + (edge > 0 ? Turn : -Turn);
        double latitude = from.Latitude + ((to.Latitude - from.Latitude) * (edge - from.Longitude) / (far - from.Longitude));
        return Feature(
            "MultiLineString",
            new JsonArray(
                new JsonArray(Position(from), Position(new GeoPoint(latitude, edge))),
                new JsonArray(Position(new GeoPoint(latitude, -edge)), Position(to))),
            properties);
    }

    private static JsonObject Feature(string kind, JsonArray coordinates, JsonObject properties) => new()
    {
        ["type"] = "Feature",
        ["geometry"] = new JsonObject { ["type"] = kind, ["coordinates"] = coordinates },
        ["properties"] = properties,
    };

    private static JsonArray Position(GeoPoint point) => new(point.Longitude, point.Latitude);

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

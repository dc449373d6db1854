using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Readiness.Api.Jobs;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Api.Tests.PlanFiles;

/// <summary>A service with a scenario whose plan is known to the last row. Names of the district are hostile.</summary>
public sealed class PlannedServer : IDisposable
{
    public const string Formula = "=HYPERLINK(\"http://evil.example\";\"Masks\")";
    public const string Markup = "<script>alert('&')</script>";

    private readonly ApiServer server;

    public PlannedServer()
    {
        District tiny = TinyDistrict.District;
        Item item = tiny.Items[0] with { Name = new LocalizedName(Formula, "口罩"), PackSize = 10, Unit = "piece" };
        Hospital = tiny.Duties[0].Place;
        District = tiny with
        {
            Id = "planned",
            Items = [item, .. tiny.Items.RemoveAt(0)],
            Facilities = [.. tiny.Facilities.Select(place => place.Id == Hospital ? place with { Name = new LocalizedName(Markup, "医院") } : place)],
            Shipments = [new Shipment("aid", item.Id, Hospital, 25, tiny.Horizon.DateOf(1))],
            Offers = [new PurchaseOffer("maker", item.Id, Hospital, 5, 12.5, 20, 2)],
        };
        Store = District.Facilities.First(place => place.Id != Hospital);
        Decisions = Decide();
        SolvePlan solve = (district, _, _, _) => new ReadinessPlan(
            district,
            DemandForecaster.Forecast(district),
            Decisions,
            new PlanAudit([], ImmutableSortedDictionary<string, Indicator>.Empty, []),
            new PlanProof(Termination.Optimal, []));
        server = new ApiServer(solve);
        Path = PostAsync().GetAwaiter().GetResult();
    }

    public District District { get; }

    public PlanDecisions Decisions { get; }

    public HttpClient Client => server.Client;

    /// <summary>Path of the scenario.</summary>
    public string Path { get; }

    public string Hospital { get; }

    public Facility Store { get; }

    public CandidateSite Site => District.CandidateSites[0];

    public void Dispose() => server.Dispose();

    private PlanDecisions Decide()
    {
        PlanningHorizon days = District.Horizon;
        Duty duty = District.Duties[0];
        string zone = District.Zones[0].Id;
        return new PlanDecisions(
            [new SiteOpening(Site.Id, days.DateOf(1), days.End, [new Admission(zone, days.DateOf(1), 2), new Admission(zone, days.DateOf(2), 3)])],
            [new Assignment(District.Staff[0].Id, duty.Id, duty.Lines[0].Id, days.Start, duty.Shifts[0])],
            [new PlannedShipment(District.Items[0].Id, Store.Id, Hospital, days.Start, days.DateOf(1), 40)],
            [new StockIssue(District.BurnRates[0].Id, District.BurnRates[0].Item, days.Start, 7), new StockIssue(Site.Id, Site.GuestNeeds[0].Item, days.DateOf(2), 4)],
            [new UnmetNeed(UnmetKind.Guests, 2, days.Start, zone, null, null, null, 9, UnmetCause.Staff)])
        {
            Purchases = [new PlannedPurchase("maker", 3)],
        };
    }

    private async Task<string> PostAsync()
    {
        using HttpResponseMessage added = await Client.PostJsonAsync("/v1/baselines", DistrictDocument.Write(District));
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        using HttpResponseMessage posted = await Client.PostJsonAsync(
            "/v1/scenarios", """{ "baseline": "planned", "name": "what if / all", "changes": [] }""", "wait=60");
        JsonElement scenario = await posted.JsonAsync();
        Assert.Equal("completed", scenario.State());
        return $"/v1/scenarios/{scenario.GetProperty("id").GetString()}";
    }
}

using Readiness.Api.Scenarios;
using Readiness.Api.Tables;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Api.PlanFiles;

/// <summary>Shows the decisions of a plan as tables, with the names of what they refer to.</summary>
internal sealed class PlanTables
{
    private static readonly IReadOnlyDictionary<string, Func<PlanTables, Table>> Makers = new Dictionary<string, Func<PlanTables, Table>>
    {
        ["shipments"] = tables => tables.Shipments(),
        ["purchases"] = tables => tables.Purchases(),
        ["issues"] = tables => tables.Issues(),
        ["substitutions"] = tables => tables.Substitutions(),
        ["roster"] = tables => tables.Roster(),
        ["sites"] = tables => tables.Sites(),
        ["admissions"] = tables => tables.Admissions(),
        ["unmet"] = tables => tables.Unmet(),
    };

    private readonly District district;
    private readonly PlanDecisions decisions;
    private readonly DistrictNames names;
    private readonly DistrictIndex index;

    /// <summary>Prepares the tables of a plan.</summary>
    /// <param name="plan">The plan.</param>
    public PlanTables(ScenarioPlan plan)
    {
        district = plan.District;
        decisions = plan.Decisions;
        names = new DistrictNames(district);
        index = new DistrictIndex(district);
    }

    /// <summary>Names of the tables.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Makers.Keys];

    /// <summary>Makes a table.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public Table Of(string name) => Makers[name](this);

    private static Table Make<T>(string name, IEnumerable<T> rows, params IReadOnlyList<(string Name, Func<T, object?> Value)> columns) =>
        new(name, [.. columns.Select(column => column.Name)], [.. rows.Select(row => columns.Select(column => column.Value(row)).ToArray())]);

    /// <summary>Columns of an id with the names that it stands for.</summary>
    private static (string, Func<T, object?>)[] Named<T>(string column, Func<T, string> id, Func<string, LocalizedName> name) =>
        [(column, row => id(row)), ($"{column}Name", row => name(id(row)).En), ($"{column}NameZh", row => name(id(row)).Zh)];

    private Table Shipments() => Make(
        "shipments", decisions.Shipments,
        [
            ("day", row => row.Day), ("arrives", row => row.Arrives),
            .. Named<PlannedShipment>("item", row => row.Item, names.Item),
            .. Named<PlannedShipment>("from", row => row.From, names.Place),
            .. Named<PlannedShipment>("to", row => row.To, names.Place),
            ("quantity", row => row.Quantity), ("unit", row => Article(row.Item).Unit), ("packs", row => row.Quantity / Article(row.Item).PackSize),
        ]);

    private Table Purchases() => Make(
        "purchases", decisions.Purchases.Select(purchase => (purchase.Lots, Offer: district.Offers.Single(offer => offer.Id == purchase.Offer))),
        [
            ("offer", row => row.Offer.Id), ("orderOn", row => OrderDay(row.Offer)), ("arrives", row => OrderDay(row.Offer).AddDays(row.Offer.LeadTimeDays)),
            .. Named<(long Lots, PurchaseOffer Offer)>("item", row => row.Offer.Item, names.Item),
            .. Named<(long Lots, PurchaseOffer Offer)>("to", row => row.Offer.To, names.Place),
            ("lots", row => row.Lots), ("quantity", row => row.Lots * row.Offer.UnitsPerLot), ("pricePerLot", row => row.Offer.PricePerLot),
            ("price", row => row.Lots * row.Offer.PricePerLot),
        ]);

    private Table Issues() => Make(
        "issues", decisions.Issues,
        [
            ("day", row => row.Day), ("need", row => row.Need),
            .. Named<StockIssue>("place", row => PlaceOfNeed(row.Need), names.Place),
            .. Named<StockIssue>("item", row => row.Item, names.Item),
            ("quantity", row => row.Quantity), ("unit", row => Article(row.Item).Unit),
        ]);

    private Table Substitutions() => Make(
        "substitutions", decisions.Substitutions,
        [
            ("day", row => row.Day), ("need", row => row.Need),
            .. Named<SubstitutedIssue>("place", row => PlaceOfNeed(row.Need), names.Place),
            .. Named<SubstitutedIssue>("item", row => row.Item, names.Item),
            ("recipe", row => row.Recipe), ("units", row => row.Units),
        ]);

    private Table Roster() => Make(
        "roster", decisions.Assignments,
        [
            ("staff", row => row.Staff), ("day", row => row.Day), ("shift", row => row.Shift),
            ("start", row => Start(row)), ("end", row => Start(row).AddMinutes(ShiftOf(row).LengthMinutes)),
            .. Named<Assignment>("duty", row => row.Duty, names.Work),
            ("line", row => row.Line),
            .. Named<Assignment>("place", row => index.PlaceIds[index.WorkPlace(index.Works[row.Duty])], names.Place),
        ]);

    private Table Sites() => Make(
        "sites", decisions.Sites.Select(site => (Site: site, Candidate: district.CandidateSites[index.Sites[site.Site]])),
        [
            .. Named<(SiteOpening Site, CandidateSite Candidate)>("site", row => row.Site.Site, names.Place),
            .. Named<(SiteOpening Site, CandidateSite Candidate)>("zone", row => row.Candidate.Zone, names.Zone),
            ("latitude", row => row.Candidate.Location.Latitude), ("longitude", row => row.Candidate.Location.Longitude),
            ("openFrom", row => row.Site.OpenFrom), ("openTo", row => row.Site.OpenTo), ("rooms", row => (long)row.Candidate.Rooms),
            ("guests", row => row.Site.Admissions.Sum(admission => admission.Guests)),
            ("mostOccupied", row => SiteCensus.Of(row.Site, district).Max(day => day.Guests)),
        ]);

    private Table Admissions() => Make(
        "admissions", decisions.Sites.SelectMany(site => site.Admissions.Select(admission => (site.Site, Admission: admission))),
        [
            ("day", row => row.Admission.Day),
            .. Named<(string Site, Admission Admission)>("site", row => row.Site, names.Place),
            .. Named<(string Site, Admission Admission)>("zone", row => row.Admission.Zone, names.Zone),
            ("guests", row => row.Admission.Guests),
        ]);

    private Table Unmet() => Make(
        "unmet", decisions.Unmet,
        [
            ("kind", row => Word(row.Kind)), ("priorityClass", row => (long)row.PriorityClass), ("day", row => row.Day), ("subject", row => row.Subject),
            ("line", row => row.Line), ("shift", row => row.Shift), ("item", row => row.Item), ("amount", row => row.Amount), ("cause", row => Word(row.Cause)),
            ("shortItem", row => row.ShortItem),
        ]);

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private Item Article(string id) => district.Items[index.Items[id]];

    private ShiftType ShiftOf(Assignment row) => district.ShiftTypes[index.ShiftTypes[row.Shift]];

    private DateTime Start(Assignment row) => row.Day.ToDateTime(ShiftOf(row).Start);

    private DateOnly OrderDay(PurchaseOffer offer) => offer.OrderOn ?? district.Horizon.Start;

    private string PlaceOfNeed(string need) => index.BurnRates.TryGetValue(need, out int rate) ? district.BurnRates[rate].Place : need;
}

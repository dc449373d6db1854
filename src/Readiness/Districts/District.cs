using System.Collections.Immutable;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>The immutable facts of one health district on one date: the whole input of a plan.</summary>
/// <remarks>
/// A district is one JSON document (<c>DistrictDocument</c>). All cross references are ids, unique within
/// their collection. Candidate sites share three id spaces: with facilities (together they are the <em>places</em>), with
/// duties (a site is also the duty of running it) and with burn rates (a site is also the name of its guests' needs). A value obtained through
/// <c>DistrictDocument</c> has been validated; one built by hand can be checked with <c>DistrictValidator</c>.
/// </remarks>
public sealed record District
{
    /// <summary>The version of the document format that this library reads and writes.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Version of the document format; must equal <see cref="CurrentSchemaVersion"/>.</summary>
    [Limits(CurrentSchemaVersion, CurrentSchemaVersion)]
    public required int SchemaVersion { get; init; }

    /// <summary>Identifier of the district, such as <c>xishan</c>.</summary>
    [Identifier]
    public required string Id { get; init; }

    /// <summary>Name in English and Chinese.</summary>
    public required LocalizedName Name { get; init; }

    /// <summary>Where the figures of the document come from, and which of them are estimates or inventions.</summary>
    public ImmutableArray<SourceNote> Sources { get; init; } = [];

    /// <summary>The days that are planned.</summary>
    public required PlanningHorizon Horizon { get; init; }

    /// <summary>District-wide rules: travel, lending, quarantine.</summary>
    public required PlanningPolicy Policy { get; init; }

    /// <summary>The epidemic's course and the ratios that turn cases into needs.</summary>
    public required Epidemic Epidemic { get; init; }

    /// <summary>Population areas.</summary>
    [NotEmpty]
    public required ImmutableArray<Zone> Zones { get; init; }

    /// <summary>Employers of staff (health bureau, sub-districts, police ...).</summary>
    public required ImmutableArray<Organisation> Organisations { get; init; }

    /// <summary>Places that hold stock, run duties or employ staff.</summary>
    public required ImmutableArray<Facility> Facilities { get; init; }

    /// <summary>Articles of protective equipment and consumables.</summary>
    public ImmutableArray<Item> Items { get; init; } = [];

    /// <summary>Stock on hand on the morning of the first day.</summary>
    public ImmutableArray<StockLot> StockLots { get; init; } = [];

    /// <summary>Deliveries from outside that are on their way.</summary>
    public ImmutableArray<Shipment> Shipments { get; init; } = [];

    /// <summary>Lots that may be bought, as far as the policy's <see cref="PlanningPolicy.PurchaseBudget"/> goes.</summary>
    public ImmutableArray<PurchaseOffer> Offers { get; init; } = [];

    /// <summary>Other ways to serve needs of items that are short: substitutes and extended use.</summary>
    public ImmutableArray<Recipe> Recipes { get; init; } = [];

    /// <summary>Stock that places keep for their most urgent needs.</summary>
    [UniqueBy(nameof(Reserve.Place), nameof(Reserve.Item))]
    public ImmutableArray<Reserve> Reserves { get; init; } = [];

    /// <summary>Transport links between places.</summary>
    [UniqueBy(nameof(Lane.From), nameof(Lane.To))]
    public ImmutableArray<Lane> Lanes { get; init; } = [];

    /// <summary>Sets of items that one head uses up in one shift.</summary>
    public ImmutableArray<Kit> Kits { get; init; } = [];

    /// <summary>Use of items that is not bound to a shift.</summary>
    public ImmutableArray<BurnRate> BurnRates { get; init; } = [];

    /// <summary>Qualifications that duty lines ask for.</summary>
    public ImmutableArray<Skill> Skills { get; init; } = [];

    /// <summary>Start and length of shifts.</summary>
    public ImmutableArray<ShiftType> ShiftTypes { get; init; } = [];

    /// <summary>Working-time rules.</summary>
    public ImmutableArray<Contract> Contracts { get; init; } = [];

    /// <summary>The people, as ids, skills and contracts only.</summary>
    public ImmutableArray<StaffMember> Staff { get; init; } = [];

    /// <summary>Days on which people cannot work.</summary>
    public ImmutableArray<Absence> Absences { get; init; } = [];

    /// <summary>Work that has to be covered at facilities.</summary>
    public ImmutableArray<Duty> Duties { get; init; } = [];

    /// <summary>Possible quarantine sites.</summary>
    public ImmutableArray<CandidateSite> CandidateSites { get; init; } = [];

    /// <summary>
    /// People who are in quarantine already: they take up rooms, heads and items as guests, or home monitoring, until their last day. Contacts identified before the horizon who are
    /// not listed are taken to be placed already.
    /// </summary>
    public ImmutableArray<QuarantinedGroup> InQuarantine { get; init; } = [];

    /// <summary>Reads a district from a file, or one that the library brings along.</summary>
    /// <param name="pathOrSampleName">Path of a file; where there is no such file, the name of a sample, with or without <c>.json</c>.</param>
    /// <exception cref="DistrictFormatException">The document is not a valid district.</exception>
    /// <exception cref="FileNotFoundException">There is neither such a file nor such a sample.</exception>
    public static District Load(string pathOrSampleName)
    {
        ArgumentNullException.ThrowIfNull(pathOrSampleName);
        if (File.Exists(pathOrSampleName))
        {
            return DistrictDocument.Load(pathOrSampleName);
        }

        string name = pathOrSampleName.EndsWith(".json", StringComparison.Ordinal) ? pathOrSampleName[..^5] : pathOrSampleName;
        return DistrictDocument.SampleNames.Contains(name)
            ? DistrictDocument.LoadSample(name)
            : throw new FileNotFoundException($"There is neither a file nor a sample \"{pathOrSampleName}\".", pathOrSampleName);
    }
}

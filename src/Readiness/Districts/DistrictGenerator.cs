using Readiness.Districts.Generation;

namespace Readiness.Districts;

/// <summary>Makes up districts of any size and scarcity, for tests, benchmarks and first steps.</summary>
/// <remarks>
/// Every feature of the document occurs: joint teams of two organisations, workloads, night shifts past midnight, part time,
/// absences, people who are not lent, lots and shipments with expiry, lead times, lorries of limited volume, a site that stays closed
/// (from five sites on). Each part draws from its own stream of random numbers, so that, say, another scarcity of supplies
/// leaves the people as they are. Generated districts are valid.
/// </remarks>
public static class DistrictGenerator
{
    /// <summary>Generates a district that starts on 24 January 2020.</summary>
    /// <param name="options">Size, scarcity and seed.</param>
    /// <returns>The district; equal options give equal districts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static District Generate(GeneratorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check(options);
        var places = new GeneratedPlaces(options);
        var people = new GeneratedPeople(options, places);
        List<CandidateSite> sites = GeneratedSites.Create(options, places, people.IsSmall);
        var epidemic = new GeneratedEpidemic(options, places, sites.Where(site => site.Status != SiteStatus.Closed).Sum(site => site.Rooms));
        places.EquipHospital(epidemic);
        var work = new GeneratedWork(options, places, people, epidemic, new ExpectedHousing(epidemic, sites));
        var supplies = new GeneratedSupplies(options, work);
        return new District
        {
            SchemaVersion = District.CurrentSchemaVersion,
            Id = $"generated-{options.Seed}",
            Name = new LocalizedName($"Generated district {options.Seed}", $"生成的区{options.Seed}"),
            Sources = [new SourceNote("", SourceKind.Invention, "Generated: nothing in this document is real.")],
            Horizon = new PlanningHorizon(GeneratedEpidemic.Start, options.Days),
            Policy = new PlanningPolicy { LendingShare = 0.8, Quarantine = new QuarantinePolicy { LengthDays = epidemic.Length } },
            Epidemic = epidemic.Facts,
            Zones = [.. places.Zones],
            Organisations =
            [
                new Organisation(GeneratedPlaces.Health, new LocalizedName("Health service", "卫生系统")),
                new Organisation(GeneratedPlaces.Community, new LocalizedName("Community", "社区")),
            ],
            Facilities = [.. supplies.WithRoom(places.Facilities)],
            Items = [.. work.Items],
            StockLots = [.. supplies.Lots],
            Shipments = [.. supplies.Shipments],
            Reserves = [.. supplies.Reserves],
            Lanes = [.. places.LanesTo(sites)],
            Kits = [.. work.Kits],
            BurnRates = [.. work.BurnRates],
            Skills = GeneratedPeople.Skills,
            ShiftTypes = people.ShiftTypes(),
            Contracts = people.Contracts(),
            Staff = [.. people.Staff],
            Absences = [.. people.Absences],
            Duties = [.. work.Duties],
            CandidateSites = [.. sites],
        };
    }

    private static void Check(GeneratorOptions options)
    {
        InRange(options, options.Zones, 1, 500, nameof(options.Zones));
        InRange(options, options.FacilitiesPerZone, 1, 50, nameof(options.FacilitiesPerZone));
        InRange(options, options.Staff, 4, 100_000, nameof(options.Staff));
        InRange(options, options.Sites, 0, 1_000, nameof(options.Sites));
        InRange(options, options.Days, 2, 366, nameof(options.Days));
        InRange(options, options.Items, 1, 50, nameof(options.Items));
        InRange(options, options.Scarcity, 0, 100, nameof(options.Scarcity));
        InRange(options, options.StaffScarcity, 0.05, 100, nameof(options.StaffScarcity));
        InRange(options, options.HousedShare, 0, 1, nameof(options.HousedShare));
        if (!Enum.IsDefined(options.WorkingRules))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.WorkingRules, $"{nameof(options.WorkingRules)} is not known; the options are {options}.");
        }
    }

    private static void InRange<T>(GeneratorOptions options, T value, T least, T most, string name)
        where T : struct, IComparable<T>
    {
        // Comparing this way round also refuses a value that is not a number.
        if (!(value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(options), value, $"{name} must be {least} to {most}; the options are {options}.");
        }
    }
}

namespace Readiness.Districts.Generation;

/// <summary>Zones on a jittered grid, the facilities in them, and the lanes between the places.</summary>
internal sealed class GeneratedPlaces
{
    public const string Store = "store";
    public const string Health = "health";
    public const string Community = "community";

    private const double KmPerDegree = 111.2;
    private const double GridKm = 5;

    private readonly GeneratorOptions options;
    private readonly SplitMix64 random;

    public GeneratedPlaces(GeneratorOptions options)
    {
        this.options = options;
        random = new SplitMix64(options.Seed, 1);
        PlaceZones();
        PlaceFacilities();
    }

    public List<Zone> Zones { get; } = [];

    /// <summary>The store first, then zone by zone.</summary>
    public List<Facility> Facilities { get; } = [];

    /// <summary>The hospital first, then the other centres.</summary>
    public IEnumerable<Facility> Centres => Facilities.Where(facility =>
        facility.Kind is FacilityKind.Hospital or FacilityKind.CommunityHealthCentre);

    public IEnumerable<Facility> Checkpoints => Facilities.Where(facility => facility.Kind == FacilityKind.Checkpoint);

    /// <summary>Homes of the community's people: the offices, or the store where there are none.</summary>
    public List<Facility> CommunityHomes
    {
        get
        {
            List<Facility> offices = [.. Facilities.Where(facility => facility.Kind == FacilityKind.Office)];
            return offices.Count > 0 ? offices : [Facilities[0]];
        }
    }

    public bool IsRemote(string zone)
    {
        int index = Zones.FindIndex(candidate => candidate.Id == zone);
        return Zones.Count > 1 && (index % 5 == 4 || (Zones.Count < 5 && index == Zones.Count - 1));
    }

    /// <summary>Gives the hospital a laboratory for a quarter more than the expected peak, and isolation beds for nine tenths of it.</summary>
    public void EquipHospital(GeneratedEpidemic epidemic)
    {
        int hospital = Facilities.FindIndex(facility => facility.Kind == FacilityKind.Hospital);
        Facilities[hospital] = Facilities[hospital] with
        {
            TestsPerDay = (int)Math.Ceiling(1.25 * Peak(WorkloadDriver.Samples)),
            IsolationBeds = (int)Math.Ceiling(0.9 * Peak(WorkloadDriver.IsolationPatients)),
        };

        double Peak(WorkloadDriver driver) => Enumerable.Range(0, options.Days).Max(day => epidemic.Expected(driver, day));
    }

    /// <summary>A point within about a kilometre of the zone's centre.</summary>
    public static GeoPoint Near(Zone zone, SplitMix64 random) => new(
        Math.Round(zone.Location.Latitude + random.Around(1 / KmPerDegree), 4),
        Math.Round(zone.Location.Longitude + random.Around(1 / KmPerDegree), 4));

    /// <summary>
    /// From the store to every centre, checkpoint and site, a day to the remote ones; from the first centre of a zone to the other
    /// places in it. Every third lane has a lorry of limited volume.
    /// </summary>
    public List<Lane> LanesTo(IReadOnlyCollection<CandidateSite> sites)
    {
        var targets = Centres.Concat(Checkpoints).Select(facility => (facility.Id, facility.Zone))
            .Concat(sites.Select(site => (site.Id, site.Zone))).ToList();
        var lanes = new List<Lane>();
        foreach ((string id, string zone) in targets)
        {
            lanes.Add(new Lane(Store, id, IsRemote(zone) ? 1 : 0, Volume(lanes.Count)));
        }

        foreach ((string id, string zone) in targets)
        {
            string first = Centres.First(centre => centre.Zone == zone).Id;
            if (first != id)
            {
                lanes.Add(new Lane(first, id, 0, Volume(lanes.Count)));
            }
        }

        return lanes;
    }

    // A thirtieth of the staff's daily kits, at some litres each, is a tight but useful lorry.
    private double? Volume(int lane) => lane % 3 == 2 ? 20 + options.Staff / 2 : null;

    private void PlaceZones()
    {
        int columns = (int)Math.Ceiling(Math.Sqrt(options.Zones));
        for (int zone = 0; zone < options.Zones; zone++)
        {
            var location = new GeoPoint(
                Math.Round(25 + (zone / columns * GridKm + random.Around(1)) / KmPerDegree, 4),
                Math.Round(102.5 + (zone % columns * GridKm + random.Around(1)) / KmPerDegree, 4));
            Zones.Add(new Zone($"zone-{zone + 1}", new LocalizedName($"Zone {zone + 1}", $"{zone + 1}区"), 20_000 + random.Below(80_000), location));
        }
    }

    private void PlaceFacilities()
    {
        Add(Store, "District store", FacilityKind.Warehouse, Community, Zones[0]);
        foreach (Zone zone in Zones)
        {
            for (int number = 0; number < options.FacilitiesPerZone; number++)
            {
                FacilityKind kind = number switch
                {
                    0 => zone == Zones[0] ? FacilityKind.Hospital : FacilityKind.CommunityHealthCentre,
                    1 => FacilityKind.Office,
                    _ => number % 2 == 0 ? FacilityKind.CommunityHealthCentre : FacilityKind.Checkpoint,
                };
                string stem = kind switch
                {
                    FacilityKind.Hospital => "hospital",
                    FacilityKind.Office => "office",
                    FacilityKind.Checkpoint => "checkpoint",
                    _ => "centre",
                };
                string organisation = kind is FacilityKind.Office or FacilityKind.Checkpoint ? Community : Health;
                Add($"{stem}-{zone.Id[5..]}-{number + 1}", $"{stem} {number + 1} of {zone.Name.En}", kind, organisation, zone);
            }
        }
    }

    private void Add(string id, string name, FacilityKind kind, string organisation, Zone zone) =>
        Facilities.Add(new Facility(id, new LocalizedName(name), kind, organisation, zone.Id, Near(zone, random)));
}

using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Readiness.Districts;

/// <summary>
/// The integer view of a district: every id by its position in its collection. Built once, immutable, so that algorithms can
/// work on positions and only the border knows ids.
/// </summary>
/// <remarks>
/// <em>Places</em> are the facilities in their order, then the candidate sites in theirs; <em>works</em> are the duties
/// in their order, then the candidate sites in theirs (a site is also the duty of running it).
/// </remarks>
public sealed class DistrictIndex
{
    private readonly GeoPoint[] placeLocations;
    private readonly GeoPoint[] zoneLocations;
    private readonly int[] staffHomes;
    private readonly int[] staffOrganisations;
    private readonly int[] workPlaces;
    private readonly FrozenDictionary<(int From, int To), int> lanes;

    /// <summary>Indexes a district.</summary>
    /// <param name="district">A valid district.</param>
    /// <exception cref="ArgumentException">An id occurs twice.</exception>
    /// <exception cref="KeyNotFoundException">A lane, a duty, a facility or a person refers to an id that does not exist.</exception>
    public DistrictIndex(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        District = district;
        Zones = Positions(district.Zones, zone => zone.Id);
        Organisations = Positions(district.Organisations, organisation => organisation.Id);
        Facilities = Positions(district.Facilities, facility => facility.Id);
        Items = Positions(district.Items, item => item.Id);
        Kits = Positions(district.Kits, kit => kit.Id);
        Skills = Positions(district.Skills, skill => skill.Id);
        ShiftTypes = Positions(district.ShiftTypes, shift => shift.Id);
        Contracts = Positions(district.Contracts, contract => contract.Id);
        Staff = Positions(district.Staff, person => person.Id);
        Duties = Positions(district.Duties, duty => duty.Id);
        Sites = Positions(district.CandidateSites, site => site.Id);
        BurnRates = Positions(district.BurnRates, rate => rate.Id);

        PlaceIds = [.. district.Facilities.Select(facility => facility.Id), .. district.CandidateSites.Select(site => site.Id)];
        Places = Positions(PlaceIds, id => id);
        placeLocations =
        [
            .. district.Facilities.Select(facility => facility.Location),
            .. district.CandidateSites.Select(site => site.Location),
        ];
        WorkIds = [.. district.Duties.Select(duty => duty.Id), .. district.CandidateSites.Select(site => site.Id)];
        Works = Positions(WorkIds, id => id);
        workPlaces = [.. district.Duties.Select(duty => Places[duty.Place]), .. district.CandidateSites.Select(site => Places[site.Id])];

        zoneLocations = [.. district.Zones.Select(zone => zone.Location)];
        staffHomes = [.. district.Staff.Select(person => Facilities[person.Home])];
        staffOrganisations = [.. staffHomes.Select(home => Organisations[district.Facilities[home].Organisation])];
        lanes = district.Lanes.Select((lane, position) => (Ends: (Places[lane.From], Places[lane.To]), position))
            .ToDictionary(entry => entry.Ends, entry => entry.position).ToFrozenDictionary();
    }

    /// <summary>The district that is indexed.</summary>
    public District District { get; }

    /// <summary>Zones by id.</summary>
    public FrozenDictionary<string, int> Zones { get; }

    /// <summary>Organisations by id.</summary>
    public FrozenDictionary<string, int> Organisations { get; }

    /// <summary>Facilities by id; the position is also that of the place.</summary>
    public FrozenDictionary<string, int> Facilities { get; }

    /// <summary>Items by id.</summary>
    public FrozenDictionary<string, int> Items { get; }

    /// <summary>Kits by id.</summary>
    public FrozenDictionary<string, int> Kits { get; }

    /// <summary>Skills by id.</summary>
    public FrozenDictionary<string, int> Skills { get; }

    /// <summary>Shift types by id.</summary>
    public FrozenDictionary<string, int> ShiftTypes { get; }

    /// <summary>Contracts by id.</summary>
    public FrozenDictionary<string, int> Contracts { get; }

    /// <summary>People by id.</summary>
    public FrozenDictionary<string, int> Staff { get; }

    /// <summary>Duties by id; the position is also that of the work.</summary>
    public FrozenDictionary<string, int> Duties { get; }

    /// <summary>Candidate sites by id.</summary>
    public FrozenDictionary<string, int> Sites { get; }

    /// <summary>Burn rates by id.</summary>
    public FrozenDictionary<string, int> BurnRates { get; }

    /// <summary>Facilities, then candidate sites, by id.</summary>
    public FrozenDictionary<string, int> Places { get; }

    /// <summary>Ids of the places by position.</summary>
    public ImmutableArray<string> PlaceIds { get; }

    /// <summary>Duties, then candidate sites, by id.</summary>
    public FrozenDictionary<string, int> Works { get; }

    /// <summary>Ids of the works by position.</summary>
    public ImmutableArray<string> WorkIds { get; }

    /// <summary>Where a place stands.</summary>
    /// <param name="place">Position of the place.</param>
    public GeoPoint PlaceLocation(int place) => placeLocations[place];

    /// <summary>Position of a candidate site among the places.</summary>
    /// <param name="site">Position of the site.</param>
    public int PlaceOfSite(int site) => Facilities.Count + site;

    /// <summary>Position of a candidate site among the works.</summary>
    /// <param name="site">Position of the site.</param>
    public int WorkOfSite(int site) => Duties.Count + site;

    /// <summary>Place where a work is done and its kits are drawn.</summary>
    /// <param name="work">Position of the work.</param>
    public int WorkPlace(int work) => workPlaces[work];

    /// <summary>Great-circle distance between two places, km.</summary>
    /// <param name="placeA">Position of the one place.</param>
    /// <param name="placeB">Position of the other.</param>
    public double DistanceKm(int placeA, int placeB) =>
        placeA == placeB ? 0 : placeLocations[placeA].DistanceKm(placeLocations[placeB]);

    /// <summary>Great-circle distance between two places, km.</summary>
    /// <param name="placeA">Id of the one place.</param>
    /// <param name="placeB">Id of the other.</param>
    /// <exception cref="KeyNotFoundException">There is no such place.</exception>
    public double DistanceKm(string placeA, string placeB) => DistanceKm(Places[placeA], Places[placeB]);

    /// <summary>Great-circle distance from a zone's centre to a place, km.</summary>
    /// <param name="zone">Position of the zone.</param>
    /// <param name="place">Position of the place.</param>
    public double ZoneDistanceKm(int zone, int place) => zoneLocations[zone].DistanceKm(placeLocations[place]);

    /// <summary>Home of a person: a facility, hence also a place.</summary>
    /// <param name="staff">Position of the person.</param>
    public int StaffHome(int staff) => staffHomes[staff];

    /// <summary>Organisation that employs a person: that of the home facility.</summary>
    /// <param name="staff">Position of the person.</param>
    public int StaffOrganisation(int staff) => staffOrganisations[staff];

    /// <summary>Id of the organisation that employs a person.</summary>
    /// <param name="staff">Id of the person.</param>
    /// <exception cref="KeyNotFoundException">There is no such person.</exception>
    public string StaffOrganisation(string staff) => District.Organisations[staffOrganisations[Staff[staff]]].Id;

    /// <summary>Position of the lane between two places, or null if there is none.</summary>
    /// <param name="from">Position of the place that dispatches.</param>
    /// <param name="to">Position of the place that receives.</param>
    public int? LaneBetween(int from, int to) => lanes.TryGetValue((from, to), out int lane) ? lane : null;

    private static FrozenDictionary<string, int> Positions<T>(ImmutableArray<T> entries, Func<T, string> id)
    {
        var positions = new Dictionary<string, int>(entries.Length, StringComparer.Ordinal);
        for (int position = 0; position < entries.Length; position++)
        {
            positions.Add(id(entries[position]), position);
        }

        return positions.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

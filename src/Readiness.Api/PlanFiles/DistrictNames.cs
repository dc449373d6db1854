using System.Collections.Frozen;
using Readiness.Districts;

namespace Readiness.Api.PlanFiles;

/// <summary>Names of what a plan refers to by id.</summary>
/// <param name="district">The district.</param>
internal sealed class DistrictNames(District district)
{
    private readonly FrozenDictionary<string, LocalizedName> places = district.Facilities.Select(facility => (facility.Id, facility.Name))
        .Concat(district.CandidateSites.Select(site => (site.Id, site.Name))).ToFrozenDictionary(named => named.Id, named => named.Name);

    private readonly FrozenDictionary<string, LocalizedName> works = district.Duties.Select(duty => (duty.Id, duty.Name))
        .Concat(district.CandidateSites.Select(site => (site.Id, site.Name))).ToFrozenDictionary(named => named.Id, named => named.Name);

    private readonly FrozenDictionary<string, LocalizedName> items = district.Items.ToFrozenDictionary(item => item.Id, item => item.Name);
    private readonly FrozenDictionary<string, LocalizedName> zones = district.Zones.ToFrozenDictionary(zone => zone.Id, zone => zone.Name);
    private readonly FrozenDictionary<string, LocalizedName> skills = district.Skills.ToFrozenDictionary(skill => skill.Id, skill => skill.Name);
    private readonly FrozenDictionary<string, LocalizedName> shifts = district.ShiftTypes.ToFrozenDictionary(shift => shift.Id, shift => shift.Name);

    /// <summary>Name of a facility or candidate site.</summary>
    /// <param name="id">Its id.</param>
    public LocalizedName Place(string id) => places[id];

    /// <summary>Name of a duty, or of a site as a duty.</summary>
    /// <param name="id">Its id.</param>
    public LocalizedName Work(string id) => works[id];

    /// <summary>Name of an article.</summary>
    /// <param name="id">Its id.</param>
    public LocalizedName Item(string id) => items[id];

    /// <summary>Name of a zone.</summary>
    /// <param name="id">Its id.</param>
    public LocalizedName Zone(string id) => zones[id];

    /// <summary>Name of a skill.</summary>
    /// <param name="id">Its id.</param>
    public LocalizedName Skill(string id) => skills[id];

    /// <summary>Name of a type of shift.</summary>
    /// <param name="id">Its id.</param>
    public LocalizedName Shift(string id) => shifts[id];
}

using Readiness.Districts;

namespace Readiness.Api.Baselines;

/// <summary>A baseline in a list.</summary>
/// <param name="Id">Id of the district.</param>
/// <param name="Name">Name in English and Chinese.</param>
/// <param name="Horizon">The days that are planned.</param>
/// <param name="Population">People who live there.</param>
/// <param name="Zones">Number of population areas.</param>
/// <param name="Facilities">Number of facilities.</param>
/// <param name="Staff">Number of staff.</param>
/// <param name="Items">Number of articles.</param>
/// <param name="Duties">Number of duties.</param>
/// <param name="CandidateSites">Number of possible quarantine sites.</param>
public sealed record BaselineSummary(
    string Id,
    LocalizedName Name,
    PlanningHorizon Horizon,
    long Population,
    int Zones,
    int Facilities,
    int Staff,
    int Items,
    int Duties,
    int CandidateSites)
{
    /// <summary>Sums a district up.</summary>
    /// <param name="district">The district.</param>
    internal static BaselineSummary Of(District district) => new(
        district.Id,
        district.Name,
        district.Horizon,
        district.Zones.Sum(z => z.Population),
        district.Zones.Length,
        district.Facilities.Length,
        district.Staff.Length,
        district.Items.Length,
        district.Duties.Length,
        district.CandidateSites.Length);
}

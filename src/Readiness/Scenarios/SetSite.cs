using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Forces a candidate site open or closed, or leaves it to the plan: <c>{"type":"setSite","site":"hotel-3","status":"closed"}</c>.</summary>
/// <param name="Site">Id of the candidate site.</param>
/// <param name="Status"><c>mustOpen</c>, <c>closed</c> or <c>available</c>. A site whose set-up takes the whole horizon cannot be forced open.</param>
public sealed record SetSite(
    [RefersTo(nameof(District.CandidateSites))] string Site,
    SiteStatus Status) : ScenarioChange
{
    internal override IEnumerable<ChangeFault> Faults(District district) =>
        Status == SiteStatus.MustOpen && district.CandidateSites.First(site => site.Id == Site).SetUpDays is int days && days >= district.Horizon.Days
            ? [new ChangeFault(nameof(Status), $"cannot be: {days} days of setting up leave no day open in a horizon of {district.Horizon.Days}")]
            : [];

    internal override District Apply(District district) => district with
    {
        CandidateSites = [.. district.CandidateSites.Select(site => site.Id == Site ? site with { Status = Status } : site)],
    };
}

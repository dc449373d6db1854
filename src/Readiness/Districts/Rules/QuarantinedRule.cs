using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>People who are in quarantine already are so on the first day, at sites that are open and have room for them.</summary>
internal sealed class QuarantinedRule : DistrictRule
{
    public override void Check(JsonView district, ErrorList errors)
    {
        DateOnly? first = Horizon(district)?.First;
        Dictionary<string, JsonView> sites = district[nameof(District.CandidateSites)].Entries
            .Where(site => site[nameof(CandidateSite.Id)].Text is not null).DistinctBy(site => site[nameof(CandidateSite.Id)].Text).ToDictionary(site => site[nameof(CandidateSite.Id)].Text!);
        var guests = new Dictionary<string, double>();
        foreach (JsonView group in district[nameof(District.InQuarantine)].Entries)
        {
            JsonView until = group[nameof(QuarantinedGroup.Until)];
            if (until.Date < first)
            {
                errors.Add(until.Path, until.Value, $"is before the horizon, which starts on {Words(first.Value)}: their quarantine is over");
            }

            JsonView at = group[nameof(QuarantinedGroup.Site)];
            if (at.Text is { } id && sites.TryGetValue(id, out JsonView site))
            {
                guests[id] = guests.GetValueOrDefault(id) + (group[nameof(QuarantinedGroup.People)].Number ?? group[nameof(QuarantinedGroup.People)].Integer ?? 0);
                CheckSite(group, at, site, guests[id], errors);
            }
        }
    }

    private static void CheckSite(JsonView group, JsonView at, JsonView site, double guests, ErrorList errors)
    {
        if (site[nameof(CandidateSite.Status)].Text == "closed")
        {
            errors.Add(at.Path, at.Value, "must stay closed, and cannot have people in quarantine");
        }

        if (site[nameof(CandidateSite.SetUpDays)].Integer is > 0 and { } days)
        {
            errors.Add(at.Path, at.Value, $"has people in quarantine, and {days} days of setting up before it: setUpDays must be 0");
        }

        if (site[nameof(CandidateSite.Rooms)].Integer is { } rooms && guests > rooms)
        {
            JsonView people = group[nameof(QuarantinedGroup.People)];
            errors.Add(people.Path, people.Value, $"makes {guests} people in quarantine at a site of {rooms} rooms");
        }
    }
}

using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>A candidate site is also a place, a duty and the owner of its guests' needs: no facility, duty or burn rate has its id.</summary>
internal sealed class SharedIdRule : DistrictRule
{
    private static readonly (string Collection, string Meaning)[] Sharing =
    [
        (nameof(District.Facilities), "a facility"), (nameof(District.Duties), "a duty"), (nameof(District.BurnRates), "a burn rate"),
    ];

    public override void Check(JsonView district, ErrorList errors)
    {
        foreach ((string collection, string meaning) in Sharing)
        {
            // Facility, duty and burn rate all call their identifier Id.
            HashSet<string> ids = [.. district[collection].Entries.Select(entry => entry[nameof(Facility.Id)].Text).OfType<string>()];
            foreach (JsonView site in district[nameof(District.CandidateSites)].Entries)
            {
                JsonView id = site[nameof(CandidateSite.Id)];
                if (id.Text is { } text && ids.Contains(text))
                {
                    errors.Add(id.Path, id.Value, $"is the id of {meaning} already; candidate sites share its ids");
                }
            }
        }
    }
}

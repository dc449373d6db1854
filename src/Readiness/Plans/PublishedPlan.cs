using Readiness.Districts;

namespace Readiness.Plans;

/// <summary>A plan that people have been told, on top of which another is made.</summary>
/// <remarks>
/// What it decides before the horizon is past, what it decides after it does not matter. Within the window its decisions stay as they are, as far as the district still allows
/// them: openings and open days of sites, admissions (more people may be admitted, not fewer), assignments, dispatches with their quantities, and purchases. What it does not decide there may
/// be added. Beyond the window any change counts (<see cref="ObjectiveLevels.Changes"/>).
/// </remarks>
/// <param name="Decisions">What it decides.</param>
/// <param name="Window">The days on which its decisions stay; null if it is only to be changed as little as possible.</param>
/// <param name="Start">First day of its own horizon, on which it buys offers without a day of order; null if that is the district's.</param>
public sealed record PublishedPlan(PlanDecisions Decisions, PlanWindow? Window = null, DateOnly? Start = null)
{
    /// <summary>Checks the window.</summary>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    /// <exception cref="ArgumentNullException">There are no decisions.</exception>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(Decisions);
        if (Window is { } window && window.To < window.From)
        {
            throw new ArgumentException($"The window ends on {window.To:yyyy-MM-dd}, before it begins on {window.From:yyyy-MM-dd}.");
        }
    }

    /// <summary>What it decides within the horizon of a district: openings are cut to it, and shipments arrive by the district's lead times.</summary>
    /// <param name="district">The district.</param>
    /// <exception cref="ArgumentNullException"><paramref name="district"/> is null.</exception>
    public PlanDecisions Within(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        PlanningHorizon horizon = district.Horizon;
        Dictionary<(string, string), int> leads = district.Lanes.ToDictionary(lane => (lane.From, lane.To), lane => lane.LeadTimeDays);
        Dictionary<string, PurchaseOffer> offers = district.Offers.ToDictionary(offer => offer.Id, StringComparer.Ordinal);
        return new PlanDecisions(
            [
                .. Decisions.Sites.Where(site => site.OpenTo >= horizon.Start && site.OpenFrom <= horizon.End).Select(site => site with
                {
                    OpenFrom = site.OpenFrom < horizon.Start ? horizon.Start : site.OpenFrom,
                    OpenTo = site.OpenTo > horizon.End ? horizon.End : site.OpenTo,
                    Admissions = [.. site.Admissions.Where(admission => horizon.Contains(admission.Day))],
                }),
            ],
            [.. Decisions.Assignments.Where(work => horizon.Contains(work.Day))],
            [
                .. Decisions.Shipments.Where(sent => horizon.Contains(sent.Day))
                    .Select(sent => leads.TryGetValue((sent.From, sent.To), out int lead) ? sent with { Arrives = sent.Day.AddDays(lead) } : sent),
            ],
            [.. Decisions.Issues.Where(issue => horizon.Contains(issue.Day))],
            [])
        {
            Substitutions = [.. Decisions.Substitutions.Where(issue => horizon.Contains(issue.Day))],
            Purchases =
            [
                .. Decisions.Purchases.Where(bought => offers.TryGetValue(bought.Offer, out PurchaseOffer? offer)
                    ? horizon.Contains(offer.OrderOn ?? Start ?? horizon.Start)
                    : Start is null || Start >= horizon.Start),
            ],
        };
    }
}

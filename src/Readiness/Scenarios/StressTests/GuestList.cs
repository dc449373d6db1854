using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Scenarios.StressTests;

/// <summary>Who moves in, of those whom a plan foresees: no more than become contacts. Where there are fewer, those sites take them in that the plan opens first.</summary>
internal static class GuestList
{
    public static ImmutableArray<SiteOpening> Of(ImmutableArray<SiteOpening> planned, DistrictIndex index, Future future)
    {
        DemandTrajectory demand = future.Forecast.Planned;
        long[][] left = [.. demand.Zones.Select(zone => zone.NewContacts.ToArray())];
        var openings = ImmutableArray.CreateBuilder<SiteOpening>(planned.Length);
        foreach (SiteOpening opening in planned)
        {
            var admissions = ImmutableArray.CreateBuilder<Admission>(opening.Admissions.Length);
            foreach (Admission admission in opening.Admissions)
            {
                ref long contacts = ref left[index.Zones[admission.Zone]][future.District.Horizon.DayOf(admission.Day)];
                long guests = Math.Min(admission.Guests, contacts);
                contacts -= guests;
                if (guests > 0)
                {
                    admissions.Add(guests == admission.Guests ? admission : admission with { Guests = guests });
                }
            }

            openings.Add(opening with { Admissions = admissions.ToImmutable() });
        }

        return openings.MoveToImmutable();
    }
}

namespace Readiness.Audit;

/// <summary>How many contacts are housed, and for how long the others are not.</summary>
internal sealed class GuestFigures
{
    public GuestFigures(AuditContext context, SiteAudit sites)
    {
        int length = context.District.Policy.Quarantine.LengthDays;
        for (int zone = 0; zone < context.District.Zones.Length; zone++)
        {
            for (int day = 0; day < context.Days; day++)
            {
                long contacts = context.Demand.Zones[zone].NewContacts[day];
                long housed = Math.Min(contacts, sites.Admitted[zone, day]);
                Contacts += contacts;
                Housed += housed;
                Admitted += sites.Admitted[zone, day];
                UnhousedDays += (contacts - housed) * Math.Min(length, context.Days - day);
            }
        }

        for (int day = 0; day < context.Days; day++)
        {
            long present = 0;
            foreach (long[] census in sites.Census)
            {
                present += census[day];
            }

            Peak = Math.Max(Peak, present);
        }

        MeanKm = Admitted == 0 ? 0 : sites.GuestKm / Admitted;
    }

    public long Contacts { get; }

    public long Housed { get; }

    public long Admitted { get; }

    /// <summary>Guest-days of quarantine within the horizon not spent at a site.</summary>
    public long UnhousedDays { get; }

    /// <summary>Most guests present on any day.</summary>
    public long Peak { get; }

    /// <summary>Mean distance from zone to site over the guests; 0 without any.</summary>
    public double MeanKm { get; }
}

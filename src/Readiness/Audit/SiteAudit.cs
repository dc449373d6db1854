using System.Globalization;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>Checks which sites open when and who moves in, and derives the census of guests.</summary>
internal sealed class SiteAudit
{
    private const double Tolerance = 1e-9;

    private readonly AuditContext context;
    private readonly int length;

    public SiteAudit(AuditContext context)
    {
        this.context = context;
        length = context.District.Policy.Quarantine.LengthDays;
        int sites = context.District.CandidateSites.Length;
        Opened = new bool[sites];
        Open = new bool[sites][];
        Census = new long[sites][];
        for (int site = 0; site < sites; site++)
        {
            Open[site] = new bool[context.Days];
            Census[site] = new long[context.Days];
        }

        Admitted = new long[context.District.Zones.Length, context.Days];
    }

    /// <summary>Whether a site is opened at all.</summary>
    public bool[] Opened { get; }

    /// <summary>Whether a site is open on a day.</summary>
    public bool[][] Open { get; }

    /// <summary>Guests present at a site on a day.</summary>
    public long[][] Census { get; }

    /// <summary>People admitted by zone and day, over all sites.</summary>
    public long[,] Admitted { get; }

    /// <summary>Sum of guests x km from zone to site.</summary>
    public double GuestKm { get; private set; }

    public void Run()
    {
        foreach (SiteOpening opening in context.Openings)
        {
            CheckOpening(opening);
        }

        CheckResidents();

        for (int site = 0; site < Opened.Length; site++)
        {
            CandidateSite candidate = context.District.CandidateSites[site];
            if (candidate.Status == SiteStatus.MustOpen && Array.IndexOf(Open[site], false, Math.Min(candidate.SetUpDays, context.Days)) is var day and >= 0)
            {
                context.Report(AuditRules.MustOpenSiteClosed, candidate.Id, day, $"The site must be open from day {candidate.SetUpDays} to the end, and is not on day {day}.");
            }

            CheckRooms(candidate, Census[site]);
        }

        CheckContacts();
    }

    /// <summary>Counts those who are there already; the site must be open for them.</summary>
    private void CheckResidents()
    {
        foreach (QuarantinedGroup group in context.District.InQuarantine.Where(group => group.Site is not null))
        {
            int site = context.Index.Sites[group.Site!];
            int last = Math.Min(context.Days - 1, context.District.Horizon.DayOf(group.Until));
            for (int day = 0; day <= last; day++)
            {
                Census[site][day] += group.People;
            }

            if (Array.IndexOf(Open[site], false, 0, last + 1) is var closed and >= 0)
            {
                context.Report(AuditRules.AdmissionOutsideOpenDays, $"{group.Site}/{group.Zone}", closed, $"{group.People} people are in quarantine there until day {last}, and the site is not open on day {closed}.");
            }
        }
    }

    private void CheckOpening(SiteOpening opening)
    {
        int site = AuditContext.Find(context.Index.Sites, opening.Site);
        if (site < 0)
        {
            context.Report(AuditRules.UnknownSite, opening.Site ?? "", null, "There is no such candidate site.");
            return;
        }

        if (Opened[site])
        {
            context.Report(AuditRules.DuplicateSite, opening.Site!, null, "The site is opened more than once.");
            return;
        }

        Opened[site] = true;
        CandidateSite candidate = context.District.CandidateSites[site];
        int from = context.District.Horizon.DayOf(opening.OpenFrom);
        int to = context.District.Horizon.DayOf(opening.OpenTo);
        if (candidate.Status == SiteStatus.Closed)
        {
            context.Report(AuditRules.ClosedSiteOpen, candidate.Id, from, "The site must stay closed.");
        }

        if (from < 0 || to >= context.Days || from > to)
        {
            context.Report(AuditRules.OpenOutsideHorizon, candidate.Id, from, $"Open from day {from} to {to}; the horizon is day 0 to {context.Days - 1}.");
        }

        if (from < candidate.SetUpDays)
        {
            context.Report(AuditRules.OpenedBeforeSetUp, candidate.Id, from, $"Open from day {from}; the set-up takes {candidate.SetUpDays} days.");
        }

        for (int day = Math.Max(0, from); day <= Math.Min(to, context.Days - 1); day++)
        {
            Open[site][day] = true;
        }

        CheckAdmissions(opening, site);
    }

    private void CheckAdmissions(SiteOpening opening, int site)
    {
        var seen = new HashSet<(int Zone, int Day)>();
        foreach (Admission admission in context.Entries(opening.Admissions, $"sites/{opening.Site}/admissions"))
        {
            string subject = $"{opening.Site}/{admission.Zone}";
            int zone = AuditContext.Find(context.Index.Zones, admission.Zone);
            if (zone < 0)
            {
                context.Report(AuditRules.UnknownZone, subject, null, "There is no such zone.");
                continue;
            }

            if (!context.TryDay(admission.Day, subject, out int day) || !context.TryAmount(admission.Guests, subject, day))
            {
                continue;
            }

            if (!seen.Add((zone, day)))
            {
                context.Report(AuditRules.DuplicateAdmission, subject, day, "Admitted in more than one entry.");
                continue;
            }

            Admit(site, zone, day, admission.Guests, subject);
        }
    }

    private void Admit(int site, int zone, int day, long guests, string subject)
    {
        int last = (int)Math.Min(context.Days - 1L, (long)day + length - 1);
        bool reported = false;
        for (int stay = day; stay <= last; stay++)
        {
            Census[site][stay] += guests;
            if (!Open[site][stay] && !reported)
            {
                reported = true;
                context.Report(AuditRules.AdmissionOutsideOpenDays, subject, day, $"The stay of days {day} to {last} includes day {stay}, on which the site is not open.");
            }
        }

        Admitted[zone, day] += guests;
        double distance = context.Index.ZoneDistanceKm(zone, context.Index.PlaceOfSite(site));
        GuestKm += guests * distance;
        double limit = context.District.Policy.Quarantine.MaxDistanceKm;
        if (distance > limit + Tolerance)
        {
            context.Report(AuditRules.AdmissionBeyondDistance, subject, day, string.Create(CultureInfo.InvariantCulture, $"{distance:F1} km; the limit is {limit:F1} km."));
        }
    }

    private void CheckRooms(CandidateSite candidate, long[] census)
    {
        for (int day = 0; day < census.Length; day++)
        {
            if (census[day] > candidate.Rooms)
            {
                context.Report(AuditRules.RoomsExceeded, candidate.Id, day, $"{census[day]} guests in {candidate.Rooms} rooms.", census[day] - candidate.Rooms);
            }
        }
    }

    private void CheckContacts()
    {
        for (int zone = 0; zone < Admitted.GetLength(0); zone++)
        {
            for (int day = 0; day < context.Days; day++)
            {
                long contacts = context.Demand.Zones[zone].NewContacts[day];
                if (Admitted[zone, day] > contacts)
                {
                    context.Report(AuditRules.AdmissionsExceedContacts, context.District.Zones[zone].Id, day, $"{Admitted[zone, day]} admitted, {contacts} contacts.", Admitted[zone, day] - contacts);
                }
            }
        }
    }
}

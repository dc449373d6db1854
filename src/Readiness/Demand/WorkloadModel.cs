using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Demand;

/// <summary>The one definition of what a district needs on a day: heads of duties and sites, units of burn rates and guests.</summary>
/// <remarks>Ratios are rounded up, with a relative tolerance of 1e-9 so that 3.0000000001 needs 3. Safe for use by several threads.</remarks>
public sealed class WorkloadModel
{
    private const double Tolerance = 1e-9;
    private static readonly int DriverCount = Enum.GetValues<WorkloadDriver>().Length;

    private readonly District district;
    private readonly Dictionary<string, int> zoneIndex;

    // By driver and day: over all zones, and by zone and day. Home monitoring depends on the plan and is not kept here.
    private readonly double[][] totals;
    private readonly double[][][] byZone;

    /// <summary>Prepares the sums of a trajectory.</summary>
    /// <param name="district">A valid district.</param>
    /// <param name="trajectory">Workload of the district's zones, in their order, for every day of its horizon.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The trajectory is not of this district's zones and days.</exception>
    public WorkloadModel(District district, DemandTrajectory trajectory)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(trajectory);
        int days = district.Horizon.Days;
        if (!trajectory.Zones.Select(zone => zone.Zone).SequenceEqual(district.Zones.Select(zone => zone.Id))
            || !trajectory.Zones.All(zone => HasDays(zone, days)))
        {
            throw new ArgumentException("The trajectory must have the district's zones and days.", nameof(trajectory));
        }

        this.district = district;
        zoneIndex = new Dictionary<string, int>(district.Zones.Length, StringComparer.Ordinal);
        totals = new double[DriverCount][];
        byZone = new double[DriverCount][][];
        for (int driver = 0; driver < DriverCount; driver++)
        {
            totals[driver] = new double[days];
            byZone[driver] = new double[district.Zones.Length][];
            for (int zone = 0; zone < district.Zones.Length; zone++)
            {
                zoneIndex[district.Zones[zone].Id] = zone;
                double[] values = Values(trajectory.Zones[zone], (WorkloadDriver)driver, days, district.Policy.Quarantine.LengthDays);
                byZone[driver][zone] = values;
                for (int day = 0; day < days; day++)
                {
                    totals[driver][day] += values[day];
                }
            }
        }
    }

    /// <summary>Heads per shift that a line of an open site asks for.</summary>
    /// <param name="line">The line.</param>
    /// <param name="guests">Guests present on the day; 0 or more.</param>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    public static int SiteHeads(SiteLine line, long guests)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.GuestsPerHead is { } ratio && guests > 0
            ? Math.Max(line.FixedHeads, (int)Math.Min(int.MaxValue, RoundUp(guests / ratio)))
            : line.FixedHeads;
    }

    /// <summary>Units of an item that the guests of a site use up on a day.</summary>
    /// <param name="need">The need per guest and day.</param>
    /// <param name="guests">Guests present on the day; 0 or more.</param>
    /// <exception cref="ArgumentNullException"><paramref name="need"/> is null.</exception>
    public static long GuestUnits(GuestNeed need, long guests)
    {
        ArgumentNullException.ThrowIfNull(need);
        return guests > 0 ? RoundUp(guests * need.PerGuestDay) : 0;
    }

    /// <summary>Units of a workload on a day.</summary>
    /// <param name="driver">What is counted.</param>
    /// <param name="zones">Ids of the zones that count; empty means the whole district. Unknown ids count nothing.</param>
    /// <param name="day">Day index, 0 to the horizon's days - 1.</param>
    /// <param name="home">Contacts at home, from the plan.</param>
    /// <exception cref="ArgumentNullException"><paramref name="home"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside the horizon.</exception>
    public double DriverValue(WorkloadDriver driver, ImmutableArray<string> zones, int day, HomeMonitoring home)
    {
        ArgumentNullException.ThrowIfNull(home);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)day, (uint)district.Horizon.Days, nameof(day));
        bool atHome = driver == WorkloadDriver.HomeMonitored;
        if (zones.IsDefaultOrEmpty)
        {
            return atHome ? home.Total(day) : totals[(int)driver][day];
        }

        double sum = 0;
        foreach (string id in zones)
        {
            if (zoneIndex.TryGetValue(id, out int zone))
            {
                sum += atHome ? home[zone, day] : byZone[(int)driver][zone][day];
            }
        }

        return sum;
    }

    /// <summary>Whether a duty runs on a day.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="day">Day index; outside the horizon nothing runs.</param>
    /// <exception cref="ArgumentNullException"><paramref name="duty"/> is null.</exception>
    public bool Runs(Duty duty, int day)
    {
        ArgumentNullException.ThrowIfNull(duty);
        if ((uint)day >= (uint)district.Horizon.Days)
        {
            return false;
        }

        DateOnly date = district.Horizon.DateOf(day);
        return (duty.From is not { } from || date >= from)
            && (duty.To is not { } to || date <= to)
            && (duty.Weekdays.IsDefaultOrEmpty || duty.Weekdays.Contains(date.DayOfWeek));
    }

    /// <summary>Complete teams that a joint duty asks for in each of its shifts on a day; 0 if it does not run.</summary>
    /// <param name="duty">A duty marked together.</param>
    /// <param name="day">Day index.</param>
    /// <param name="home">Contacts at home, from the plan.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The duty is not a joint one.</exception>
    public int TeamsRequired(Duty duty, int day, HomeMonitoring home)
    {
        ArgumentNullException.ThrowIfNull(duty);
        if (!duty.Together)
        {
            throw new ArgumentException("Only joint duties ask for teams.", nameof(duty));
        }

        if (!Runs(duty, day))
        {
            return 0;
        }

        return duty.TeamWorkload is { } workload ? Quotient(workload, duty.Zones, day, home) : 1;
    }

    /// <summary>Heads that a line asks for in each of its duty's shifts on a day: for joint duties teams x heads per team. 0 if the duty does not run.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="line">A line of it.</param>
    /// <param name="day">Day index.</param>
    /// <param name="home">Contacts at home, from the plan.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public int HeadsRequired(Duty duty, DutyLine line, int day, HomeMonitoring home)
    {
        ArgumentNullException.ThrowIfNull(duty);
        ArgumentNullException.ThrowIfNull(line);
        if (duty.Together)
        {
            return (int)Math.Min(int.MaxValue, (long)TeamsRequired(duty, day, home) * line.Heads);
        }

        if (!Runs(duty, day))
        {
            return 0;
        }

        return line.Workload is { } workload
            ? Math.Max(line.Heads, Quotient(workload, duty.Zones, day, home))
            : line.Heads;
    }

    /// <summary>Units of its item that a burn rate asks for on a day.</summary>
    /// <param name="rate">The burn rate.</param>
    /// <param name="day">Day index, 0 to the horizon's days - 1.</param>
    /// <param name="home">Contacts at home, from the plan.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside the horizon.</exception>
    public long UnitsNeeded(BurnRate rate, int day, HomeMonitoring home)
    {
        ArgumentNullException.ThrowIfNull(rate);
        double units = rate.PerDay;
        if (rate.Driver is { } driver)
        {
            units += rate.PerDriverUnit * DriverValue(driver, rate.Zones, day, home);
        }

        return RoundUp(units);
    }

    private int Quotient(Workload workload, ImmutableArray<string> zones, int day, HomeMonitoring home) =>
        (int)Math.Min(int.MaxValue, RoundUp(DriverValue(workload.Driver, zones, day, home) / workload.UnitsPerHead));

    private static long RoundUp(double value) => (long)Math.Ceiling(value - Tolerance * Math.Max(1, value));

    private static bool HasDays(ZoneDemand zone, int days) =>
        zone.NewContacts.Length == days && zone.NewCases.Length == days
        && zone.FeverVisits.Length == days && zone.IsolationPatients.Length == days && zone.Samples.Length == days
        && (zone.EarlierAtHome.IsDefaultOrEmpty || zone.EarlierAtHome.Length == days)
        && (zone.EarlierInQuarantine.IsDefaultOrEmpty || zone.EarlierInQuarantine.Length == days)
        && HasDaysOrNone(zone.WardPatients, days) && HasDaysOrNone(zone.SeverePatients, days) && HasDaysOrNone(zone.CriticalPatients, days);

    private static bool HasDaysOrNone(ImmutableArray<double> values, int days) => values.IsDefaultOrEmpty || values.Length == days;

    private static double[] Values(ZoneDemand zone, WorkloadDriver driver, int days, int quarantine) => driver switch
    {
        WorkloadDriver.NewCases => [.. zone.NewCases],
        WorkloadDriver.NewContacts => [.. zone.NewContacts.Select(contacts => (double)contacts)],
        WorkloadDriver.FeverVisits => [.. zone.FeverVisits],
        WorkloadDriver.IsolationPatients => [.. zone.IsolationPatients],
        WorkloadDriver.Samples => [.. zone.Samples],
        WorkloadDriver.HomeMonitored => new double[days],
        WorkloadDriver.WardPatients => OrNone(zone.WardPatients, days),
        WorkloadDriver.SeverePatients => OrNone(zone.SeverePatients, days),
        WorkloadDriver.CriticalPatients => OrNone(zone.CriticalPatients, days),
        WorkloadDriver.Quarantined => Present(zone, quarantine),
        _ => throw new ArgumentOutOfRangeException(nameof(driver), driver, "Unknown driver."),
    };

    private static double[] OrNone(ImmutableArray<double> values, int days) => values.IsDefaultOrEmpty ? new double[days] : [.. values];

    /// <summary>Contacts of the last days, the day itself included, and those of before the horizon.</summary>
    private static double[] Present(ZoneDemand zone, int length)
    {
        ImmutableArray<long> contacts = zone.NewContacts;
        var present = new double[contacts.Length];
        long sum = 0;
        for (int day = 0; day < present.Length; day++)
        {
            sum += contacts[day] - (day >= length ? contacts[day - length] : 0);
            present[day] = sum + (zone.EarlierInQuarantine.IsDefaultOrEmpty ? 0 : zone.EarlierInQuarantine[day]);
        }

        return present;
    }
}

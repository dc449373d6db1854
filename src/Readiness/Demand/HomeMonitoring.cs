namespace Readiness.Demand;

/// <summary>Contacts in quarantine at home by zone and day: everyone in their quarantine days who is not housed at a site.</summary>
public sealed class HomeMonitoring
{
    private readonly long[] counts;
    private readonly long[] totals;

    private HomeMonitoring(int zones, int days, long[] counts)
    {
        Zones = zones;
        Days = days;
        this.counts = counts;
        totals = new long[days];
        for (int zone = 0; zone < zones; zone++)
        {
            for (int day = 0; day < days; day++)
            {
                totals[day] += counts[zone * days + day];
            }
        }
    }

    /// <summary>Number of zones.</summary>
    public int Zones { get; }

    /// <summary>Number of days.</summary>
    public int Days { get; }

    /// <summary>Contacts at home in a zone on a day.</summary>
    /// <param name="zone">Zone index, 0 to <see cref="Zones"/> - 1.</param>
    /// <param name="day">Day index, 0 to <see cref="Days"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    public long this[int zone, int day]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)zone, (uint)Zones, nameof(zone));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)day, (uint)Days, nameof(day));
            return counts[zone * Days + day];
        }
    }

    /// <summary>Contacts at home in all zones on a day.</summary>
    /// <param name="day">Day index, 0 to <see cref="Days"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is out of range.</exception>
    public long Total(int day)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)day, (uint)Days, nameof(day));
        return totals[day];
    }

    /// <summary>Nobody at home.</summary>
    /// <param name="zones">Number of zones; 0 or more.</param>
    /// <param name="days">Number of days; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static HomeMonitoring None(int zones, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(zones);
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return new HomeMonitoring(zones, days, new long[zones * days]);
    }

    /// <summary>Everyone at home who is not admitted to a site, and those who have been at home since before the horizon. A contact of day d counts on days d to d + length - 1.</summary>
    /// <param name="trajectory">Contacts by zone and day.</param>
    /// <param name="lengthDays">Days of quarantine; 1 or more.</param>
    /// <param name="admissions">
    /// Guests admitted by zone index and day index, as large as the trajectory; more than the contacts of the
    /// day count as all of them. None if no site is open.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="trajectory"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lengthDays"/> is less than 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="admissions"/> is not as large as the trajectory.</exception>
    public static HomeMonitoring From(DemandTrajectory trajectory, int lengthDays, long[,]? admissions = null)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        ArgumentOutOfRangeException.ThrowIfLessThan(lengthDays, 1);
        int zones = trajectory.Zones.Length;
        int days = zones == 0 ? 0 : trajectory.Zones[0].NewContacts.Length;
        if (admissions is not null && (admissions.GetLength(0) != zones || admissions.GetLength(1) != days))
        {
            throw new ArgumentException($"Admissions must be {zones} zones x {days} days.", nameof(admissions));
        }

        var counts = new long[zones * days];
        for (int zone = 0; zone < zones; zone++)
        {
            for (int day = 0; !trajectory.Zones[zone].EarlierAtHome.IsDefault && day < trajectory.Zones[zone].EarlierAtHome.Length; day++)
            {
                counts[zone * days + day] += trajectory.Zones[zone].EarlierAtHome[day];
            }

            for (int day = 0; day < days; day++)
            {
                long home = Math.Max(0, trajectory.Zones[zone].NewContacts[day] - (admissions?[zone, day] ?? 0));
                for (int stay = day; home > 0 && stay < Math.Min((long)days, (long)day + lengthDays); stay++)
                {
                    counts[zone * days + stay] += home;
                }
            }
        }

        return new HomeMonitoring(zones, days, counts);
    }
}

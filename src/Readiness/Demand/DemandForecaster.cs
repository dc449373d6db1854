using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Demand;

/// <summary>Turns the epidemic's course in a district's document into workload by zone and day.</summary>
/// <remarks>
/// First form: one trajectory of weight 1, taken from the document's daily cases. With c(z, t) the cases of zone z on date t
/// (the region's cases x district share x the zone's share of the population, plus the cases imported into the zone),
/// <list type="bullet">
/// <item>contacts(z, t) = c(z, t - contact delay) x contacts per case + arrivals(t) x the zone's share of the population, in whole people;</item>
/// <item>suspected(z, t) = c(z, t) x suspected per case, and fever visits are these plus the background of the population;</item>
/// <item>isolation patients(z, t) = isolation share x suspected of the last isolation days, t included;</item>
/// <item>samples(z, t) = suspected(z, t) x samples per suspected + contacts(z, t) x samples per contact.</item>
/// </list>
/// Cases before the horizon count where the delay or the isolation days carry them into it. Contacts identified before the
/// horizon are taken to be placed already: neither rooms nor home monitoring are planned for them. Where no zone has
/// residents, every zone has an equal share.
/// </remarks>
public static class DemandForecaster
{
    /// <summary>Forecasts the workload of every zone on every day of the horizon.</summary>
    /// <param name="district">A valid district.</param>
    /// <returns>A forecast with a single trajectory of weight 1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="district"/> is null.</exception>
    public static DemandForecast Forecast(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        DemandRates rates = district.Epidemic.Rates;
        int days = district.Horizon.Days;
        // Enough history for whatever reaches furthest into the horizon.
        int history = Math.Max(rates.ContactDelayDays, rates.IsolationDays - 1);
        double[] shares = PopulationShares(district.Zones);
        double[][] cases = CasesByZone(district, shares, history);
        long[][] contacts = WholePeople.Apportion(ExpectedContacts(district, shares, cases, history), days);

        var zones = ImmutableArray.CreateBuilder<ZoneDemand>(district.Zones.Length);
        for (int zone = 0; zone < district.Zones.Length; zone++)
        {
            zones.Add(ZoneWorkload(district.Zones[zone], rates, cases[zone], contacts[zone], history));
        }

        return new DemandForecast(district.Horizon, [new DemandTrajectory(1, zones.MoveToImmutable())]);
    }

    private static double[] PopulationShares(ImmutableArray<Zone> zones)
    {
        double total = 0;
        foreach (Zone zone in zones)
        {
            total += zone.Population;
        }

        var shares = new double[zones.Length];
        for (int zone = 0; zone < shares.Length; zone++)
        {
            shares[zone] = total > 0 ? zones[zone].Population / total : 1.0 / shares.Length;
        }

        return shares;
    }

    /// <summary>Cases by zone; index <paramref name="history"/> + d is day d of the horizon.</summary>
    private static double[][] CasesByZone(District district, double[] shares, int history)
    {
        int length = history + district.Horizon.Days;
        var region = new double[length];
        foreach (DailyCount count in district.Epidemic.NewCases)
        {
            int index = history + district.Horizon.DayOf(count.Date);
            if (index >= 0 && index < length)
            {
                region[index] += count.Count;
            }
        }

        var cases = new double[shares.Length][];
        for (int zone = 0; zone < shares.Length; zone++)
        {
            cases[zone] = new double[length];
            for (int index = 0; index < length; index++)
            {
                cases[zone][index] = region[index] * district.Epidemic.DistrictShare * shares[zone];
            }
        }

        var zoneIndex = district.Zones.Select((zone, index) => (zone.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        foreach (ZoneCount count in district.Epidemic.ImportedCases)
        {
            int index = history + district.Horizon.DayOf(count.Date);
            if (index >= 0 && index < length && zoneIndex.TryGetValue(count.Zone, out int zone))
            {
                cases[zone][index] += count.Count;
            }
        }

        return cases;
    }

    private static double[][] ExpectedContacts(District district, double[] shares, double[][] cases, int history)
    {
        DemandRates rates = district.Epidemic.Rates;
        int days = district.Horizon.Days;
        var arrivals = new double[days];
        foreach (DailyCount count in district.Epidemic.Arrivals)
        {
            int day = district.Horizon.DayOf(count.Date);
            if (day >= 0 && day < days)
            {
                arrivals[day] += count.Count;
            }
        }

        var expected = new double[shares.Length][];
        for (int zone = 0; zone < shares.Length; zone++)
        {
            expected[zone] = new double[days];
            for (int day = 0; day < days; day++)
            {
                expected[zone][day] = cases[zone][history + day - rates.ContactDelayDays] * rates.ContactsPerCase
                    + arrivals[day] * shares[zone];
            }
        }

        return expected;
    }

    private static ZoneDemand ZoneWorkload(Zone zone, DemandRates rates, double[] cases, long[] contacts, int history)
    {
        int days = contacts.Length;
        var newCases = new double[days];
        var visits = new double[days];
        var patients = new double[days];
        var samples = new double[days];
        double background = zone.Population / 10_000.0 * rates.BackgroundFeverVisitsPer10000;
        for (int day = 0; day < days; day++)
        {
            int today = history + day;
            double suspected = cases[today] * rates.SuspectedPerCase;
            double recent = 0;
            for (int index = today - rates.IsolationDays + 1; index <= today; index++)
            {
                recent += cases[index] * rates.SuspectedPerCase;
            }

            newCases[day] = cases[today];
            visits[day] = suspected + background;
            patients[day] = rates.IsolationShare * recent;
            samples[day] = suspected * rates.SamplesPerSuspected + contacts[day] * rates.SamplesPerContact;
        }

        return new ZoneDemand(zone.Id, [.. newCases], [.. contacts], [.. visits], [.. patients], [.. samples]);
    }
}

using System.Collections.Immutable;
using Readiness.Demand.Needs;
using Readiness.Districts;

namespace Readiness.Demand;

/// <summary>Turns a course of the region's cases into the workload of a district's zones; what does not depend on the course is prepared once.</summary>
/// <remarks>The formulas are those of <see cref="DemandForecaster"/>. Safe for use by several threads.</remarks>
internal sealed class RegionWorkload
{
    private readonly District district;
    private readonly double[] shares;
    private readonly double[][] imported;
    private readonly double[] arrivals;
    private readonly ImmutableArray<double> ward;
    private readonly ImmutableArray<double> severe;
    private readonly ImmutableArray<double> critical;

    public RegionWorkload(District district)
    {
        this.district = district;
        Days = district.Horizon.Days;
        DemandRates rates = district.Epidemic.Rates;
        CareRates care = district.Epidemic.Care;
        ward = LengthOfStay.Survival(care.WardStayDays, care.StayVariation);
        severe = LengthOfStay.Survival(care.SevereStayDays, care.StayVariation);
        critical = LengthOfStay.Survival(care.CriticalStayDays, care.StayVariation);

        // Enough history for whatever reaches furthest into the horizon.
        int stays = care.AdmissionDelayDays + Math.Max(ward.Length, Math.Max(severe.Length, critical.Length)) - 1;
        History = Math.Max(Math.Max(rates.ContactDelayDays, rates.IsolationDays - 1), stays);
        shares = PopulationShares(district.Zones);
        imported = Imported();
        arrivals = Binned(district.Epidemic.Arrivals, 0, Days);
    }

    /// <summary>Days of the horizon.</summary>
    public int Days { get; }

    /// <summary>Days before the horizon that a course begins with.</summary>
    public int History { get; }

    /// <summary>The region's cases as the document gives them; index <see cref="History"/> + d is day d of the horizon.</summary>
    public double[] DocumentCases() => Binned(district.Epidemic.NewCases, History, History + Days);

    /// <summary>The workload of a course of which the district has its share and every zone that of its population.</summary>
    /// <param name="region">The region's cases; index <see cref="History"/> + d is day d of the horizon.</param>
    /// <param name="weight">Weight of the course.</param>
    public DemandTrajectory Of(ReadOnlySpan<double> region, double weight)
    {
        var cases = new double[shares.Length][];
        for (int zone = 0; zone < shares.Length; zone++)
        {
            cases[zone] = new double[region.Length];
            for (int index = 0; index < region.Length; index++)
            {
                cases[zone][index] = region[index] * district.Epidemic.DistrictShare * shares[zone] + imported[zone][index];
            }
        }

        return Of(cases, weight);
    }

    /// <summary>The workload of a course whose later cases fall to the zones, or elsewhere in the region, by chance.</summary>
    /// <param name="region">The region's cases; index <see cref="History"/> + d is day d of the horizon.</param>
    /// <param name="weight">Weight of the course.</param>
    /// <param name="from">Index from which chance decides; cases before it, and those of days with very many, go by shares.</param>
    /// <param name="factor">What one case of the region counts.</param>
    /// <param name="random">Generator of the course.</param>
    public DemandTrajectory Of(ReadOnlySpan<double> region, double weight, int from, double factor, Random random)
    {
        const int Most = 1000;
        double[] sharesOnly = [.. region];
        double[][] placed = [.. shares.Select(_ => new double[sharesOnly.Length])];
        for (int index = from; index < sharesOnly.Length; index++)
        {
            if (sharesOnly[index] > Most)
            {
                continue;
            }

            for (int left = (int)Math.Round(sharesOnly[index]); left > 0; left--)
            {
                double draw = random.NextDouble() / Math.Max(district.Epidemic.DistrictShare, double.Epsilon);
                for (int zone = 0; zone < shares.Length; zone++)
                {
                    draw -= shares[zone];
                    if (draw < 0)
                    {
                        placed[zone][index] += factor;
                        break;
                    }
                }
            }

            sharesOnly[index] = 0;
        }

        for (int zone = 0; zone < shares.Length; zone++)
        {
            for (int index = 0; index < sharesOnly.Length; index++)
            {
                placed[zone][index] += factor * sharesOnly[index] * district.Epidemic.DistrictShare * shares[zone] + imported[zone][index];
            }
        }

        return Of(placed, weight);
    }

    private DemandTrajectory Of(double[][] cases, double weight)
    {
        long[][] contacts = WholePeople.Apportion(ExpectedContacts(cases), Days);
        var zones = ImmutableArray.CreateBuilder<ZoneDemand>(shares.Length);
        for (int zone = 0; zone < shares.Length; zone++)
        {
            zones.Add(Zone(district.Zones[zone], cases[zone], contacts[zone]));
        }

        return new DemandTrajectory(weight, zones.MoveToImmutable());
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

    private double[] Binned(ImmutableArray<DailyCount> counts, int before, int length)
    {
        var binned = new double[length];
        foreach (DailyCount count in counts)
        {
            int index = before + district.Horizon.DayOf(count.Date);
            if (index >= 0 && index < length)
            {
                binned[index] += count.Count;
            }
        }

        return binned;
    }

    private double[][] Imported()
    {
        double[][] counts = [.. shares.Select(_ => new double[History + Days])];
        var zoneIndex = district.Zones.Select((zone, index) => (zone.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        foreach (ZoneCount count in district.Epidemic.ImportedCases)
        {
            int index = History + district.Horizon.DayOf(count.Date);
            if (index >= 0 && index < History + Days && zoneIndex.TryGetValue(count.Zone, out int zone))
            {
                counts[zone][index] += count.Count;
            }
        }

        return counts;
    }

    private double[][] ExpectedContacts(double[][] cases)
    {
        DemandRates rates = district.Epidemic.Rates;
        var expected = new double[shares.Length][];
        for (int zone = 0; zone < shares.Length; zone++)
        {
            expected[zone] = new double[Days];
            for (int day = 0; day < Days; day++)
            {
                expected[zone][day] = cases[zone][History + day - rates.ContactDelayDays] * rates.ContactsPerCase
                    + arrivals[day] * shares[zone];
            }
        }

        return expected;
    }

    private ZoneDemand Zone(Zone zone, double[] cases, long[] contacts)
    {
        DemandRates rates = district.Epidemic.Rates;
        var newCases = new double[Days];
        var visits = new double[Days];
        var patients = new double[Days];
        var samples = new double[Days];
        double background = zone.Population / 10_000.0 * rates.BackgroundFeverVisitsPer10000;
        for (int day = 0; day < Days; day++)
        {
            int today = History + day;
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

        CareRates care = district.Epidemic.Care;
        double mild = Math.Max(0, 1 - care.SevereShare - care.CriticalShare);
        return new ZoneDemand(zone.Id, [.. newCases], [.. contacts], [.. visits], [.. patients], [.. samples])
        {
            EarlierAtHome = Earlier(zone, group => group.Site is null),
            EarlierInQuarantine = Earlier(zone, _ => true),
            WardPatients = Census(cases, ward, mild * care.AdmittedShare),
            SeverePatients = Census(cases, severe, care.SevereShare),
            CriticalPatients = Census(cases, critical, care.CriticalShare),
        };
    }

    private ImmutableArray<long> Earlier(Zone zone, Func<QuarantinedGroup, bool> counts)
    {
        QuarantinedGroup[] groups = [.. district.InQuarantine.Where(group => group.Zone == zone.Id && counts(group))];
        return groups.Length == 0
            ? []
            : [.. Enumerable.Range(0, Days).Select(day => groups.Where(group => group.Until >= district.Horizon.DateOf(day)).Sum(group => group.People))];
    }

    private ImmutableArray<double> Census(double[] cases, ImmutableArray<double> survival, double share)
    {
        var census = ImmutableArray.CreateBuilder<double>(Days);
        for (int day = 0; day < Days; day++)
        {
            census.Add(share * LengthOfStay.Present(cases, survival, History + day - district.Epidemic.Care.AdmissionDelayDays));
        }

        return census.MoveToImmutable();
    }
}

namespace Readiness.Districts.Generation;

/// <summary>A wave of cases and a falling series of travellers, sized so that the rooms would nearly do.</summary>
internal sealed class GeneratedEpidemic
{
    private readonly GeneratorOptions options;
    private readonly long rooms;

    // Per day of the horizon: cases and newly quarantined of the district, expected values.
    private readonly double[] cases;
    private readonly double[] contacts;

    public GeneratedEpidemic(GeneratorOptions options, GeneratedPlaces places, long rooms)
    {
        this.options = options;
        this.rooms = rooms;
        Length = options.Days >= 21 ? 14 : Math.Max(2, options.Days / 2);
        var random = new SplitMix64(options.Seed, 2);
        double people = Math.Max(rooms, options.Staff / 4);
        Facts = Create(places, random, people);
        Population = places.Zones.Sum(zone => zone.Population);
        (cases, contacts) = Expect();
    }

    public static DateOnly Start { get; } = new(2020, 1, 24);

    public Epidemic Facts { get; }

    /// <summary>Days of quarantine: 14, or half the horizon where that is short.</summary>
    public int Length { get; }

    private long Population { get; }

    /// <summary>Expected guests of all sites on a day.</summary>
    public double ExpectedGuests(int day) => Math.Min(rooms, options.HousedShare * Window(contacts, day, Length));

    /// <summary>Expected units of a driver on a day over the whole district.</summary>
    public double Expected(WorkloadDriver driver, int day)
    {
        DemandRates rates = Facts.Rates;
        return driver switch
        {
            WorkloadDriver.NewCases => cases[day],
            WorkloadDriver.NewContacts => contacts[day],
            WorkloadDriver.FeverVisits =>
                cases[day] * rates.SuspectedPerCase + Population / 10_000.0 * rates.BackgroundFeverVisitsPer10000,
            WorkloadDriver.IsolationPatients =>
                Window(cases, day, rates.IsolationDays) * rates.SuspectedPerCase * rates.IsolationShare,
            WorkloadDriver.Samples => cases[day] * rates.SuspectedPerCase * rates.SamplesPerSuspected + contacts[day] * rates.SamplesPerContact,
            WorkloadDriver.HomeMonitored => Window(contacts, day, Length) - ExpectedGuests(day),
            _ => throw new ArgumentOutOfRangeException(nameof(driver), driver, "Unknown driver."),
        };
    }

    private static double Window(double[] series, int day, int length)
    {
        double sum = 0;
        for (int index = Math.Max(0, day - length + 1); index <= day; index++)
        {
            sum += series[index];
        }

        return sum;
    }

    /// <summary>Three in five of the people in quarantine are travellers, most of them early; the others are contacts of a wave of cases.</summary>
    private Epidemic Create(GeneratedPlaces places, SplitMix64 random, double people)
    {
        var rates = new DemandRates { ContactsPerCase = 10, SuspectedPerCase = 5 };
        const double Share = 0.5;
        double wave = 0.4 * people / (rates.ContactsPerCase * Share * Length);
        var newCases = new List<DailyCount>();
        for (int day = -2; day < options.Days; day++)
        {
            double height = Math.Max(0.1, 1 - Math.Abs(day - options.Days / 3.0) / options.Days);
            newCases.Add(new DailyCount(Start.AddDays(day), Math.Round(wave * height * (0.7 + 0.6 * random.Unit()), 2)));
        }

        var arrivals = new List<DailyCount>();
        double left = Math.Round(0.6 * people);
        for (int day = 0; day < options.Days && left >= 1; day++)
        {
            double today = Math.Ceiling(left * 1.5 / (Length + 1) * (0.7 + 0.6 * random.Unit()));
            arrivals.Add(new DailyCount(Start.AddDays(day), Math.Min(left, today)));
            left = Math.Floor(left - today);
        }

        int imported = Math.Min(options.Days - 1, 1);
        return new Epidemic
        {
            Region = "Generated",
            DistrictShare = Share,
            NewCases = [.. newCases],
            Arrivals = [.. arrivals],
            ImportedCases = [new ZoneCount(Start.AddDays(imported), places.Zones[^1].Id, Math.Round(wave / 2, 2))],
            Rates = rates,
        };
    }

    private (double[] Cases, double[] Contacts) Expect()
    {
        var expectedCases = new double[options.Days];
        var expectedContacts = new double[options.Days];
        AddSeries(expectedCases, Facts.NewCases, Facts.DistrictShare);
        AddSeries(expectedCases, Facts.ImportedCases.Select(count => new DailyCount(count.Date, count.Count)), 1);
        AddSeries(expectedContacts, Facts.Arrivals, 1);
        for (int day = 0; day < options.Days; day++)
        {
            expectedContacts[day] += expectedCases[day] * Facts.Rates.ContactsPerCase;
        }

        return (expectedCases, expectedContacts);
    }

    private void AddSeries(double[] target, IEnumerable<DailyCount> series, double factor)
    {
        foreach (DailyCount count in series)
        {
            int day = count.Date.DayNumber - Start.DayNumber;
            if (day >= 0 && day < options.Days)
            {
                target[day] += count.Count * factor;
            }
        }
    }
}

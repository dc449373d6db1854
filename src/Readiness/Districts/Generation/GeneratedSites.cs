namespace Readiness.Districts.Generation;

/// <summary>Candidate quarantine sites, in turns over the zones.</summary>
internal static class GeneratedSites
{
    public static List<CandidateSite> Create(GeneratorOptions options, GeneratedPlaces places, bool small)
    {
        var random = new SplitMix64(options.Seed, 4);
        var sites = new List<CandidateSite>();
        double average = 0.8 * options.Staff / Math.Max(1, options.Sites);
        for (int number = 0; number < options.Sites; number++)
        {
            Zone zone = places.Zones[number % places.Zones.Count];
            int rooms = Math.Max(2, (int)Math.Round(average * (0.6 + 0.8 * random.Unit())));
            sites.Add(new CandidateSite
            {
                Id = $"site-{number + 1}",
                Name = new LocalizedName($"Site {number + 1}", $"{number + 1}号观察点"),
                Kind = number % 3 == 2 ? SiteKind.Dormitory : SiteKind.Hotel,
                Zone = zone.Id,
                Location = GeneratedPlaces.Near(zone, random),
                Rooms = rooms,
                SetUpDays = Math.Min(options.Days - 1, number % 3),
                OpeningCost = 500.0 * rooms,
                Status = number == 4 ? SiteStatus.Closed : SiteStatus.Available,
                Shifts = small ? [GeneratedPeople.Day] : [GeneratedPeople.Day, GeneratedPeople.Night],
                Lines =
                [
                    new SiteLine("nurse", GeneratedPeople.Nurse, 1, 25, 2, GeneratedWork.WardKit, ProtectiveMinutesPerHour: GeneratedWork.ProtectiveMinutesPerHour(options)),
                    new SiteLine("worker", GeneratedPeople.Worker, 1, 60, 2, GeneratedWork.LightKit, GeneratedPlaces.Community),
                ],
                GuestNeeds = [new GuestNeed(GeneratedWork.ItemId(options.Items > 1 ? 1 : 0), 1, 2)],
            });
        }

        return sites;
    }
}

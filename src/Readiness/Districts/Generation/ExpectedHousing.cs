namespace Readiness.Districts.Generation;

/// <summary>What the sites are expected to need for their guests, who are spread over those that may open by their rooms.</summary>
internal sealed class ExpectedHousing
{
    private readonly GeneratedEpidemic epidemic;
    private readonly List<CandidateSite> sites;
    private readonly double rooms;

    public ExpectedHousing(GeneratedEpidemic epidemic, IEnumerable<CandidateSite> candidates)
    {
        this.epidemic = epidemic;
        sites = [.. candidates.Where(site => site.Status != SiteStatus.Closed)];
        rooms = sites.Sum(site => (double)site.Rooms);
    }

    /// <summary>Minutes of work on a day.</summary>
    public double Minutes(int day) => sites.Sum(site =>
        site.Shifts.Sum(GeneratedPeople.Minutes) * site.Lines.Sum(line => Heads(site, line, day)));

    /// <summary>Units of an item on a day, for kits and for guests.</summary>
    public double Units(string item, IReadOnlyList<Kit> kits, int day) => sites.Sum(site =>
        site.Shifts.Length * site.Lines.Sum(line => Heads(site, line, day) * PerHead(item, line, kits))
        + Math.Ceiling(Guests(site, day) * site.GuestNeeds.Where(need => need.Item == item).Sum(need => need.PerGuestDay)));

    private double Guests(CandidateSite site, int day) => epidemic.ExpectedGuests(day) * site.Rooms / rooms;

    private double Heads(CandidateSite site, SiteLine line, int day)
    {
        double guests = Guests(site, day);
        return guests > 0 ? Math.Max(line.FixedHeads, line.GuestsPerHead is { } ratio ? Math.Ceiling(guests / ratio) : 0) : 0;
    }

    private static long PerHead(string item, SiteLine line, IEnumerable<Kit> kits) =>
        kits.FirstOrDefault(kit => kit.Id == line.Kit)?.Items.FirstOrDefault(entry => entry.Item == item)?.Quantity ?? 0;
}

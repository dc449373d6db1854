namespace Readiness.Quarantine.Capacitated;

/// <summary>What a search has shown, part by part, for a certificate.</summary>
internal sealed class SearchRecord
{
    private readonly Dictionary<long, Part> parts = [];

    /// <summary>Records what was shown about a part, and how it was parted.</summary>
    /// <param name="number">Number of the part.</param>
    /// <param name="steps">Prices and what they settled.</param>
    /// <param name="site">The site that parts it; -1 if the last step closes it.</param>
    /// <param name="open">Number of the half in which the site is open.</param>
    /// <param name="closed">Number of the half in which it is closed.</param>
    public void Add(long number, IEnumerable<PriceStep> steps, int site, long open, long closed)
    {
        Part part = parts.GetValueOrDefault(number) ?? new Part();
        part.Steps.AddRange(steps);
        (part.Site, part.Open, part.Closed) = (site, open, closed);
        parts[number] = part;
    }

    /// <summary>The tree as a certificate.</summary>
    /// <param name="value">What it proves.</param>
    /// <param name="day">The problem.</param>
    public LocationCertificate ToCertificate(double value, OneDayLocation day)
    {
        var order = new Dictionary<long, int>();
        foreach (long number in parts.Keys.Order())
        {
            order[number] = order.Count;
        }

        return new LocationCertificate(value, day.AllowedUnserved, day.Radius, day.MostSites,
        [
            .. parts.OrderBy(p => p.Key).Select(p => new CertificatePart(
                [.. p.Value.Steps.Select(step => new CertificateStep(day.ToCustomers(step.Prices), [.. step.Opened], [.. step.Closed]))],
                p.Value.Site,
                p.Value.Site < 0 ? -1 : order[p.Value.Open],
                p.Value.Site < 0 ? -1 : order[p.Value.Closed])),
        ]);
    }

    private sealed class Part
    {
        public List<PriceStep> Steps { get; } = [];

        public int Site { get; set; } = -1;

        public long Open { get; set; }

        public long Closed { get; set; }
    }
}

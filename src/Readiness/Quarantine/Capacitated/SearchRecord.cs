using System.Collections.Immutable;
using Readiness.Quarantine.Capacitated.Cuts;

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

    /// <summary>Forgets how the whole was parted, but not what was settled about it.</summary>
    public void Restart()
    {
        foreach (long number in parts.Keys.Where(static number => number > 0).ToArray())
        {
            parts.Remove(number);
        }
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

        var cuts = new Dictionary<FlowCut, int>();
        CertificateStep Step(PriceStep step)
        {
            ImmutableArray<CutPrice> cutPrices = [.. step.Cuts?.Cuts.Select(c => new CutPrice(IndexOf(c.Cut), c.Price)) ?? []];
            return new CertificateStep(day.ToCustomers(step.Prices), [.. step.Opened], [.. step.Closed]) { CutPrices = cutPrices };
        }

        int IndexOf(FlowCut cut)
        {
            cuts.TryAdd(cut, cuts.Count);
            return cuts[cut];
        }

        ImmutableArray<CertificatePart> translated =
        [
            .. parts.OrderBy(p => p.Key).Select(p => new CertificatePart(
                [.. p.Value.Steps.Select(Step)],
                p.Value.Site,
                p.Value.Site < 0 ? -1 : order[p.Value.Open],
                p.Value.Site < 0 ? -1 : order[p.Value.Closed])),
        ];
        return new LocationCertificate(value, day.AllowedUnserved, day.Radius, day.MostSites, translated)
        {
            Cuts = [.. cuts.OrderBy(static c => c.Value).Select(c => Translated(c.Key, day))],
        };
    }

    private static CertificateCut Translated(FlowCut cut, OneDayLocation day) => new(
        [.. cut.Customers.Select(day.CustomerOf)],
        [.. cut.Sites.Select((site, k) => new CutSite(site, [.. cut.Served[k].Select(day.CustomerOf)], cut.Complemented[k]))],
        cut.Divisor);

    private sealed class Part
    {
        public List<PriceStep> Steps { get; } = [];

        public int Site { get; set; } = -1;

        public long Open { get; set; }

        public long Closed { get; set; }
    }
}

namespace Readiness.Quarantine.Capacitated;

/// <summary>
/// What settling each site has raised bounds by so far, per unit of how much it changed: pseudo-costs (Bénichou et al., Mathematical Programming 1, 1971,
/// doi:10.1007/BF01584074).
/// </summary>
internal sealed class PseudoCosts(int sites)
{
    private const double LeastGain = 1e-6;

    // Parts that what is usual counts for.
    private const double Trust = 2;

    private readonly double[] opening = new double[sites];
    private readonly double[] closing = new double[sites];
    private readonly int[] opened = new int[sites];
    private readonly int[] closed = new int[sites];
    private double sum;
    private int count;

    /// <summary>Learns from a part.</summary>
    /// <param name="site">The site that was settled.</param>
    /// <param name="open">How much of it was open before.</param>
    /// <param name="isOpen">Whether it was opened.</param>
    /// <param name="rise">What the bound rose by.</param>
    public void Learn(int site, double open, bool isOpen, double rise)
    {
        double change = isOpen ? 1 - open : open;
        if (change < 1e-3 || !double.IsFinite(rise))
        {
            return;
        }

        double gain = Math.Max(0, rise) / change;
        (isOpen ? opening : closing)[site] += gain;
        (isOpen ? opened : closed)[site]++;
        sum += gain;
        count++;
    }

    /// <summary>How good it is to part at a site: what both halves are expected to rise by.</summary>
    public double Score(int site, double open)
    {
        double usual = count > 0 ? sum / count : 1;
        double up = (opening[site] + (Trust * usual)) / (opened[site] + Trust);
        double down = (closing[site] + (Trust * usual)) / (closed[site] + Trust);
        return Math.Max(LeastGain, up * (1 - open)) * Math.Max(LeastGain, down * open);
    }
}

namespace Readiness.Planning;

/// <summary>What earlier rounds learned: how much of the staff that looked reachable could really be at the sites, and which sites failed.</summary>
internal sealed class SiteFeedback
{
    private const double Tightest = 0.05;

    private readonly Dictionary<(string Skill, string? Organisation), double[]> _shares = [];
    private readonly HashSet<int> _barred = [];
    private readonly int _days;

    public SiteFeedback(int days) => _days = days;

    /// <summary>Share of the reachable staff of a skill that sites may count on, by day.</summary>
    public double Share(string skill, string? organisation, int day) =>
        _shares.TryGetValue((skill, organisation), out double[]? shares) ? shares[day] : 1;

    public bool IsBarred(int site) => _barred.Contains(site);

    /// <summary>Bars a site whose staffing failed even at the tightest share.</summary>
    public void Bar(int site) => _barred.Add(site);

    /// <summary>Scales what sites may count on, on a day.</summary>
    public void Scale(string skill, string? organisation, int day, double factor)
    {
        if (!_shares.TryGetValue((skill, organisation), out double[]? shares))
        {
            _shares.Add((skill, organisation), shares = new double[_days]);
            Array.Fill(shares, 1);
        }

        shares[day] = Math.Max(Tightest, shares[day] * factor);
    }
}

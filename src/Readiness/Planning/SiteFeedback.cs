namespace Readiness.Planning;

/// <summary>
/// What earlier rounds learned: how much of what looked available to sites, staff or items, was missed elsewhere when sites used it.
/// </summary>
internal sealed class SiteFeedback
{
    private readonly Dictionary<string, double[]> _missed = [];
    private readonly int _days;

    public SiteFeedback(int days) => _days = days;

    /// <summary>Name of the resource of a role.</summary>
    public static string Staff(string skill, string? organisation) => $"staff/{skill}/{organisation}";

    /// <summary>Name of the resource of an item.</summary>
    public static string Item(string item) => $"item/{item}";

    /// <summary>Amount of a resource that was missed on a day, over all rounds.</summary>
    public double Missed(string resource, int day) => _missed.TryGetValue(resource, out double[]? missed) ? missed[day] : 0;

    /// <summary>Adds what was missed on a day.</summary>
    public void Miss(string resource, int day, double amount)
    {
        if (!_missed.TryGetValue(resource, out double[]? missed))
        {
            _missed.Add(resource, missed = new double[_days]);
        }

        missed[day] += amount;
    }
}

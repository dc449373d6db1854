namespace Readiness.Scenarios.StressTests;

/// <summary>What is missing of subjects of some kinds by day, with the sums over subjects and over days.</summary>
internal sealed class DayAmounts
{
    /// <summary>In place of a subject or a day: all of them together.</summary>
    public const int All = -1;

    private readonly Dictionary<(int Subject, int Kind, int Day), long> amounts = [];

    /// <summary>Amounts that are more than 0.</summary>
    public IEnumerable<KeyValuePair<(int Subject, int Kind, int Day), long>> Entries => amounts;

    /// <summary>The amount of a subject, or of all; 0 where nothing is missing.</summary>
    public long this[(int Subject, int Kind, int Day) key] => amounts.GetValueOrDefault(key);

    public void Add(int subject, int kind, int day, long amount)
    {
        if (amount > 0)
        {
            Sum((subject, kind, day), amount);
            Sum((All, kind, day), amount);
            Sum((subject, kind, All), amount);
            Sum((All, kind, All), amount);
        }
    }

    private void Sum((int, int, int) key, long amount) => amounts[key] = amounts.GetValueOrDefault(key) + amount;
}

using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Scenarios.StressTests;

/// <summary>Counts of futures, and what they say of probabilities.</summary>
internal sealed class RiskTable(int futures, PlanningHorizon horizon, DayAmounts planned)
{
    private readonly Dictionary<(int Subject, int Kind, int Day), (int Futures, long Amount)> counts = [];

    public void Add(int subject, int kind, DateOnly? day, int count, long amount)
    {
        (int, int, int) key = (subject, kind, day is { } date ? horizon.DayOf(date) : DayAmounts.All);
        (int Futures, long Amount) before = counts.GetValueOrDefault(key);
        counts[key] = (before.Futures + count, before.Amount + amount);
    }

    /// <summary>The risk of any day; none where nothing is missing in any future.</summary>
    public StressRisk? Overall(int subject, int kind) => counts.TryGetValue((subject, kind, DayAmounts.All), out (int Futures, long Amount) count)
        ? new StressRisk(Share(count.Futures), Error(count.Futures), (double)count.Amount / futures, planned[(subject, kind, DayAmounts.All)])
        : null;

    /// <summary>The days on which something is missing in some future.</summary>
    public ImmutableArray<DayRisk> Days(int subject, int kind)
    {
        var days = ImmutableArray.CreateBuilder<DayRisk>();
        for (int day = 0; day < horizon.Days; day++)
        {
            if (counts.TryGetValue((subject, kind, day), out (int Futures, long Amount) count))
            {
                days.Add(new DayRisk(
                    horizon.DateOf(day), Share(count.Futures), Error(count.Futures), (double)count.Amount / futures, planned[(subject, kind, day)]));
            }
        }

        return days.ToImmutable();
    }

    private double Share(int count) => (double)count / futures;

    private double Error(int count) => Math.Sqrt(Share(count) * (1 - Share(count)) / futures);
}

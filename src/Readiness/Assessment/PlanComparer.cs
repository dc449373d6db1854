using System.Collections.Immutable;
using Readiness.Plans;

namespace Readiness.Assessment;

/// <summary>Compares the indicators of two plans.</summary>
public static class PlanComparer
{
    private const double Tolerance = 1e-9;

    /// <summary>Compares a scenario's plan with the baseline's.</summary>
    /// <remarks>
    /// Both plans should have been made with the same options; otherwise their difference is partly that of the solves. Values
    /// are the same if they differ by at most 1e-9 times the greater magnitude of the two, or by at most 1e-9 where both are below one.
    /// </remarks>
    /// <param name="baseline">The baseline's plan.</param>
    /// <param name="scenario">The scenario's plan.</param>
    public static PlanComparison Compare(ReadinessPlan baseline, ReadinessPlan scenario)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(scenario);
        return Compare(baseline.Indicators, scenario.Indicators);
    }

    /// <summary>Compares two sets of indicators.</summary>
    /// <param name="baseline">Indicators of the baseline's plan by id.</param>
    /// <param name="scenario">Indicators of the scenario's plan by id.</param>
    /// <exception cref="ArgumentException">An indicator has another unit or another direction in one plan than in the other.</exception>
    public static PlanComparison Compare(
        ImmutableSortedDictionary<string, Indicator> baseline, ImmutableSortedDictionary<string, Indicator> scenario)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(scenario);
        var differences = ImmutableSortedDictionary.CreateBuilder<string, IndicatorDifference>(StringComparer.Ordinal);
        foreach ((string id, Indicator before) in baseline)
        {
            if (!scenario.TryGetValue(id, out Indicator? after))
            {
                continue;
            }

            if (before.Unit != after.Unit || before.Better != after.Better)
            {
                throw new ArgumentException($"The plans measure {id} in different ways.", nameof(scenario));
            }

            differences[id] = new IndicatorDifference(
                before.Value, after.Value, after.Value - before.Value, before.Unit, Verdict(before.Value, after.Value, before.Better));
        }

        return new PlanComparison(differences.ToImmutable());
    }

    private static IndicatorVerdict Verdict(double before, double after, IndicatorDirection better)
    {
        double scale = Math.Max(1, Math.Max(Math.Abs(before), Math.Abs(after)));
        return Math.Abs(after - before) <= Tolerance * scale ? IndicatorVerdict.Same
            : after > before == (better == IndicatorDirection.Higher) ? IndicatorVerdict.Better
            : IndicatorVerdict.Worse;
    }
}

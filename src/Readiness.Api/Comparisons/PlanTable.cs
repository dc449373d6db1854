using Readiness.Api.Scenarios;
using Readiness.Api.Storage;
using Readiness.Assessment;
using Readiness.Plans;

namespace Readiness.Api.Comparisons;

/// <summary>Puts scenarios that have plans side by side.</summary>
internal sealed class PlanTable
{
    private readonly IReadOnlyList<StoredScenario> scenarios;
    private readonly PlanOutcome[] plans;
    private readonly PlanComparison[] comparisons;
    private readonly string[] levels;

    /// <summary>Takes the scenarios.</summary>
    /// <param name="scenarios">The scenarios, the first being what the others are compared with; each has a plan.</param>
    public PlanTable(IReadOnlyList<StoredScenario> scenarios)
    {
        this.scenarios = scenarios;
        plans = [.. scenarios.Select(s => s.Outcome!)];
        comparisons = [.. plans.Select(p => PlanComparer.Compare(plans[0].Audit.Indicators, p.Audit.Indicators))];

        // In the order of the first plan; where baselines have different levels, those that only others have come last.
        levels = [.. plans.SelectMany(p => p.Proof.Levels).Select(l => l.Level).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The whole comparison.</summary>
    /// <param name="limit">Entries of each list of decisions at most.</param>
    public ComparisonReport Report(int limit) => new(
        [.. scenarios.Select(s => new ComparedScenario(
            s.Id, s.Name, s.Baseline, s.BaselineVersion, s.State, s.Settings, s.Outcome!.Proof.Termination))],
        [.. plans.SelectMany(p => p.Audit.Indicators.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Indicator)],
        [.. levels.Select(Level)],
        [.. scenarios.Skip(1).Select(s => new ComparedDecisions(s.Id, DecisionComparer.Compare(plans[0].Decisions, s.Outcome!.Decisions, limit)))]);

    private ComparedIndicator Indicator(string id)
    {
        Indicator?[] values = [.. plans.Select(p => p.Audit.Indicators.GetValueOrDefault(id))];
        Indicator shown = values.First(v => v is not null)!;
        IndicatorDifference?[] differences = [.. comparisons.Select(c => c.Indicators.GetValueOrDefault(id))];
        return new ComparedIndicator(
            id,
            shown.Unit,
            shown.Better,
            LevelOf(id),
            [.. values.Select(v => v?.Value)],
            [.. differences.Select(d => d?.Difference)],
            [.. differences.Select(d => d?.Verdict)]);
    }

    /// <summary>The level that counts what an indicator tells.</summary>
    private string? LevelOf(string indicator)
    {
        string? level = indicator switch
        {
            IndicatorIds.GuestsHoused or IndicatorIds.GuestsUnhousedDays =>
                Array.Find(levels, l => l.StartsWith("guests.", StringComparison.Ordinal)),
            IndicatorIds.OvertimeHours => ObjectiveLevels.Overtime,
            IndicatorIds.WasteExpiredUnits => ObjectiveLevels.Waste,
            IndicatorIds.TransportUnitKm => ObjectiveLevels.Transport,
            _ => indicator,
        };
        return levels.Contains(level) ? level : null;
    }

    private ComparedLevel Level(string level)
    {
        LevelProof?[] proofs = [.. plans.Select(p => p.Proof.Levels.FirstOrDefault(l => l.Level == level))];
        return new ComparedLevel(
            level,
            [.. proofs.Select(p => p is null ? null : LevelReport.Of(p))],
            [.. proofs.Select((p, i) => p is null || proofs[0] is not { } first ? null : LevelDifference.Between(first, p, ScopeOf(level, plans[i])))]);
    }

    private ProofScope ScopeOf(string level, PlanOutcome other) => new[] { plans[0], other }
        .SelectMany(p => p.Proof.Levels.TakeWhile(l => l.Level != level))
        .All(l => l.Gap <= LevelDifference.OptimalGap)
            ? ProofScope.AllPlans
            : ProofScope.SameHigherLevels;
}

using System.Collections.Immutable;

namespace Readiness.Supplies;

/// <summary>The objective of a plan, re-derived from its decisions by replaying them day by day.</summary>
/// <param name="Levels">One entry per level of the problem, in its order.</param>
/// <param name="Expired">Units that pass their last usable day unused inside the horizon.</param>
/// <param name="Transport">Transported units times lane cost.</param>
public sealed record SupplyEvaluation(ImmutableArray<SupplyLevelValue> Levels, long Expired, double Transport)
{
    /// <summary>Name of the level that counts units served by alternatives.</summary>
    public const string SubstitutedLevel = "substituted";

    /// <summary>Name of the level that counts what is spent on offers.</summary>
    public const string SpendingLevel = "spending";

    /// <summary>Name of the level that counts expired units.</summary>
    public const string ExpiredLevel = "expired";

    /// <summary>Name of the level that counts transport cost.</summary>
    public const string TransportLevel = "transport";

    /// <summary>Ending of the level that holds the logarithmic shortfall of a proportional level.</summary>
    public const string LogShortfallSuffix = ".logShortfall";

    /// <summary>Ending of the level that holds 1 - the lowest fill rate of a fair level, times the risk where that counts.</summary>
    public const string WorstShortfallSuffix = ".worstShortfall";

    /// <summary>Weighted units served by alternatives; <see langword="null"/> if no demand has any.</summary>
    public double? Substituted { get; init; }

    /// <summary>Sum of the prices of what is bought; <see langword="null"/> if there are no offers.</summary>
    public double? Spending { get; init; }

    /// <summary>The values by proof level, most important first, as <see cref="SupplyPlan.Proof"/> must list them.</summary>
    public ImmutableArray<(string Level, double Value)> Objective()
    {
        var values = ImmutableArray.CreateBuilder<(string, double)>();
        foreach (SupplyLevelValue level in Levels)
        {
            if (level.Rule == FairnessRule.Proportional)
            {
                values.Add((level.Name + LogShortfallSuffix, level.LogShortfall));
            }

            if (level.Rule != FairnessRule.MaximumFill)
            {
                values.Add((level.Name + WorstShortfallSuffix, level.WorstShortfall));
            }

            values.Add((level.Name, level.Unserved));
        }

        if (Substituted is { } substituted)
        {
            values.Add((SubstitutedLevel, substituted));
        }

        if (Spending is { } spending)
        {
            values.Add((SpendingLevel, spending));
        }

        values.Add((ExpiredLevel, Expired));
        values.Add((TransportLevel, Transport));
        return values.ToImmutable();
    }
}

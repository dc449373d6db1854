using System.Collections.Immutable;

namespace Readiness.Demand.Epidemics;

/// <summary>Where each parameter of an epidemic stands in its row.</summary>
internal static class ParameterLayout
{
    public const int Reproduction = 0, GenerationTime = 1, ImportGrowth = 2, ImportDecay = 3, ReportDelay = 4, DelayShortening = 5, Dispersion = 6, SurveillanceRamp = 7;

    /// <summary>Each intervention has its day, the reproduction number after it and the time constant of the transition.</summary>
    public const int FirstIntervention = 8, PerIntervention = 3;

    /// <summary>Numbers of parameters with some interventions.</summary>
    public static int Count(int interventions) => FirstIntervention + PerIntervention * interventions;

    /// <summary>Names of the parameters.</summary>
    public static ImmutableArray<string> Names(int interventions)
    {
        var names = ImmutableArray.CreateBuilder<string>(Count(interventions));
        names.AddRange("reproduction", "generationTime", "importGrowth", "importDecay", "reportDelay", "delayShortening", "dispersion", "surveillanceRamp");
        for (int number = 1; number <= interventions; number++)
        {
            names.AddRange(
                FormattableString.Invariant($"interventionDay{number}"),
                FormattableString.Invariant($"reproductionAfter{number}"),
                FormattableString.Invariant($"transition{number}"));
        }

        return names.MoveToImmutable();
    }
}

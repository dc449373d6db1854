using Readiness.Assessment;
using Readiness.Plans;

namespace Readiness.Api.Comparisons;

/// <summary>A figure of several plans.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Unit">Unit of the values and differences.</param>
/// <param name="Better">Which direction is better.</param>
/// <param name="Level">The objective level that measures the same, whose proof therefore speaks about this figure too; null if there is none.</param>
/// <param name="Values">Value in each plan; null where a plan does not have it.</param>
/// <param name="Differences">Value minus that of the first plan; null where one of the two does not have it.</param>
/// <param name="Verdicts">Whether it is better than in the first plan; null where there is no difference to judge.</param>
public sealed record ComparedIndicator(
    string Indicator,
    string Unit,
    IndicatorDirection Better,
    string? Level,
    IReadOnlyList<double?> Values,
    IReadOnlyList<double?> Differences,
    IReadOnlyList<IndicatorVerdict?> Verdicts);

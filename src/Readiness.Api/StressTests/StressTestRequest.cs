using System.ComponentModel.DataAnnotations;
using Readiness.Api.Scenarios;

namespace Readiness.Api.StressTests;

/// <summary>A plan to be tested.</summary>
/// <param name="Scenario">Id of a completed scenario, whose plan is tested.</param>
/// <param name="Futures">Number of sampled futures; at most 1,000 if they are planned anew.</param>
/// <param name="Seed">Seed of the futures: with equal seeds tests of different plans meet the same draws.</param>
/// <param name="Mode">What becomes of the plan.</param>
/// <param name="Uncertainty">What is sampled.</param>
/// <param name="Options">How every future is planned; only with the mode <c>replanned</c>.</param>
public sealed record StressTestRequest(
    string Scenario,
    [property: Range(1, StressTestRequest.MostFixed)] int Futures = 1000,
    [property: Range(0, int.MaxValue)] int Seed = 1,
    StressTestMode Mode = StressTestMode.Fixed,
    StressTestUncertainty? Uncertainty = null,
    SolveSettings? Options = null)
{
    /// <summary>Most futures that a plan is carried out in.</summary>
    internal const int MostFixed = 10_000;

    /// <summary>Most futures that are planned anew.</summary>
    internal const int MostReplanned = 1_000;
}

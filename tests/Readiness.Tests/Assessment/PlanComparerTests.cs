using System.Collections.Immutable;
using Readiness.Assessment;
using Readiness.Plans;

namespace Readiness.Tests.Assessment;

public sealed class PlanComparerTests
{
    [Theory]
    [InlineData(0.5, 0.75, IndicatorDirection.Higher, IndicatorVerdict.Better)]
    [InlineData(0.5, 0.25, IndicatorDirection.Higher, IndicatorVerdict.Worse)]
    [InlineData(0.5, 0.75, IndicatorDirection.Lower, IndicatorVerdict.Worse)]
    [InlineData(0.5, 0.25, IndicatorDirection.Lower, IndicatorVerdict.Better)]
    [InlineData(0.5, 0.5, IndicatorDirection.Lower, IndicatorVerdict.Same)]
    [InlineData(0, 1e-10, IndicatorDirection.Higher, IndicatorVerdict.Same)]
    [InlineData(0, 1e-8, IndicatorDirection.Higher, IndicatorVerdict.Better)]
    [InlineData(1e12, 1e12 + 100, IndicatorDirection.Lower, IndicatorVerdict.Same)]
    [InlineData(1e12, 1e12 + 10_000, IndicatorDirection.Lower, IndicatorVerdict.Worse)]
    [InlineData(-2, -1, IndicatorDirection.Higher, IndicatorVerdict.Better)]
    public void The_verdict_follows_the_direction(double before, double after, IndicatorDirection better, IndicatorVerdict verdict)
    {
        PlanComparison comparison = PlanComparer.Compare(
            Indicators(("x", new Indicator(before, "share", better))), Indicators(("x", new Indicator(after, "share", better))));

        Assert.Equal(new IndicatorDifference(before, after, after - before, "share", verdict), comparison.Indicators["x"]);
    }

    [Fact]
    public void What_only_one_plan_has_is_left_out()
    {
        var one = new Indicator(1, "days", IndicatorDirection.Lower);

        PlanComparison comparison = PlanComparer.Compare(Indicators(("a", one), ("b", one)), Indicators(("b", one), ("c", one)));

        Assert.Equal(["b"], comparison.Indicators.Keys);
    }

    [Fact]
    public void Different_measures_are_not_compared()
    {
        var days = new Indicator(1, "days", IndicatorDirection.Lower);

        Assert.Throws<ArgumentException>(() => PlanComparer.Compare(Indicators(("a", days)), Indicators(("a", days with { Unit = "hours" }))));
        Assert.Throws<ArgumentException>(() => PlanComparer.Compare(Indicators(("a", days)), Indicators(("a", days with { Better = IndicatorDirection.Higher }))));
    }

    private static ImmutableSortedDictionary<string, Indicator> Indicators(params (string Id, Indicator Indicator)[] indicators) =>
        indicators.ToImmutableSortedDictionary(each => each.Id, each => each.Indicator);
}

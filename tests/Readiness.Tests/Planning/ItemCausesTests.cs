using System.Diagnostics;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Tests.Planning;

public sealed class ItemCausesTests
{
    [Fact]
    public void The_causes_of_a_large_district_stand_up_to_the_audit()
    {
        District sample = DistrictDocument.LoadSample("xishan");
        PlanningContext context = PlanningContext.Of(sample with
        {
            StockLots = [.. sample.StockLots.Select(lot => lot with { Quantity = lot.Quantity / 3 })],
            Shipments = [.. sample.Shipments.Select(shipment => shipment with { Quantity = shipment.Quantity / 3 })],
        });
        var budget = new TimeBudget(new SequentialOptions { TimeLimit = TimeSpan.FromSeconds(10) });
        var round = new PlanningRound(context, budget, static _ => { }, TestContext.Current.CancellationToken) { FirstComeFirstServed = true };
        Candidate candidate = round.Run(SitesInOrder.Choose(context, SiteOrder.Nearest), start: null, RoundShares.Opening);

        var times = new double[3];
        Candidate explained = candidate;
        for (int k = 0; k < times.Length; k++)
        {
            long started = Stopwatch.GetTimestamp();
            explained = ItemCauses.Explain(context, candidate);
            times[k] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Units(candidate)} units in {string.Join(", ", times.Select(time => $"{time:F0} ms"))}: "
            + string.Join(", ", explained.Decisions.Unmet.Where(unmet => unmet.Kind == UnmetKind.Items).GroupBy(unmet => unmet.Cause).Select(group => $"{group.Key} {group.Sum(unmet => unmet.Amount)}")));
        Assert.NotSame(candidate, explained);
        Assert.True(explained.Audit.Passed);
        Assert.Equal(Units(candidate), Units(explained));
        Assert.Contains(explained.Decisions.Unmet, unmet => unmet.Kind == UnmetKind.Items && unmet.Cause != UnmetCause.Stock);
    }

    private static long Units(Candidate candidate) => candidate.Decisions.Unmet.Where(unmet => unmet.Kind == UnmetKind.Items).Sum(unmet => unmet.Amount);
}

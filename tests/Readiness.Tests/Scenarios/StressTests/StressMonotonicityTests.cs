using CsCheck;
using Readiness.Districts;
using Readiness.Plans;
using Readiness.Scenarios.StressTests;

namespace Readiness.Tests.Scenarios.StressTests;

/// <summary>Worse futures are no better where nothing that is spared can help elsewhere: every head wears one piece of one item that does not expire.</summary>
public sealed class StressMonotonicityTests
{
    private static readonly Lazy<ReadinessPlan> Plan = new(() => TestedPlans.Make(Plain()));

    [Fact]
    public void More_sickness_never_covers_more_work() => Check(district => Gen.Int[0, district.Staff.Length - 1].Select(Gen.Int[0, 7], Gen.Int[0, 7]).Array[0, 12].Select(
        Gen.Int[0, district.Staff.Length - 1].Select(Gen.Int[0, 7], Gen.Int[0, 7]),
        (some, one) => (Sick(district, some), Sick(district, [.. some, one]))));

    [Fact]
    public void Later_shipments_never_cover_more_work() => Check(district => Gen.Int[0, 5].Array[district.Shipments.Length].Select(
        Gen.Int[0, 5].Array[district.Shipments.Length],
        (some, more) => (Late(district, some), Late(district, [.. some.Zip(more, static (first, second) => first + second)]))));

    private static void Check(Func<District, Gen<(District Better, District Worse)>> pairs)
    {
        ReadinessPlan plan = Plan.Value;
        double planned = TestedPlans.Uncovered(plan.Audit);
        int worse = 0;
        pairs(plan.District).Sample(
            pair =>
            {
                double better = Uncovered(plan, pair.Better);
                double worst = Uncovered(plan, pair.Worse);
                Interlocked.Add(ref worse, worst > better ? 1 : 0);
                return planned <= better && better <= worst;
            },
            iter: 100);
        Assert.True(worse > 10, $"{worse} of 100 made a difference.");
    }

    private static double Uncovered(ReadinessPlan plan, District district) => TestedPlans.Uncovered(TestedPlans.Audit(plan, TestedPlans.Future(plan, _ => district)));

    private static District Sick(District district, (int Person, int From, int Days)[] sick) =>
        sick.Aggregate(district, (changed, one) => TestedPlans.Ill(changed, changed.Staff[one.Person].Id, one.From, one.From + one.Days));

    private static District Late(District district, int[] days) => district with
    {
        Shipments = [.. district.Shipments.Zip(days, static (shipment, delay) => shipment with { Arrives = shipment.Arrives.AddDays(delay) })],
    };

    // One place that all stock comes to, so that what one place is not sent cannot go to another.
    private static District Plain()
    {
        District district = DistrictGenerator.Generate(new GeneratorOptions { Seed = 5, Zones = 1, FacilitiesPerZone = 2, Staff = 30, Sites = 1, Days = 8, Items = 2, StaffScarcity = 0.9 });
        string item = district.Items[0].Id;
        string place = district.Duties[0].Place;
        return district with
        {
            BurnRates = [],
            CandidateSites = [],
            Lanes = [],
            Kits = [.. district.Kits.Select(kit => kit with { Items = [new KitItem(item, 1)] })],
            Duties = [.. district.Duties.Select(duty => duty with { Place = place, Together = false, TeamWorkload = null })],
            StockLots = [new StockLot(place, item, 10)],
            Shipments = [.. Enumerable.Range(0, 8).Select(day => new Shipment($"day{day}", item, place, 8, district.Horizon.DateOf(day)))],
        };
    }
}

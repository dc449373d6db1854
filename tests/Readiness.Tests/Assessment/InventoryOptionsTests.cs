using Readiness.Assessment;
using Readiness.Districts;

namespace Readiness.Tests.Assessment;

public sealed class InventoryOptionsTests
{
    private static readonly District Base = InventoryDistrict.Make();

    public static TheoryData<InventoryOptions> Bad =>
    [
        new InventoryOptions { WindowDays = 0 },
        new InventoryOptions { WindowDays = 367 },
        new InventoryOptions { Housing = (HousingAssumption)7 },
        With(new InventoryThresholds { Supplies = new LightThresholds(3, 4) }),
        With(new InventoryThresholds { Staff = new LightThresholds(1, -0.1) }),
        With(new InventoryThresholds { Skills = new LightThresholds(double.NaN, 0) }),
        With(new InventoryThresholds { Laboratory = new LightThresholds(1, double.NaN) }),
        With(new InventoryThresholds { Isolation = new LightThresholds(double.PositiveInfinity, 1) }),
        With(new InventoryThresholds { Quarantine = new LightThresholds(0, 1) }),
    ];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Bad))]
    public void Options_out_of_range_are_refused(InventoryOptions options) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => InventoryAssessor.Assess(Base, options: options));

    [Fact]
    public void A_value_reaches_the_threshold_that_it_equals()
    {
        var thresholds = new LightThresholds(1, 0.5);

        Assert.Equal(
            [TrafficLight.Green, TrafficLight.Amber, TrafficLight.Amber, TrafficLight.Red],
            new[] { 1 - 1e-12, 1 - 1e-6, 0.5, 0.5 - 1e-6 }.Select(thresholds.LightOf));
    }

    [Fact]
    public void Each_domain_has_thresholds_of_its_own()
    {
        var strict = new LightThresholds(1e9, 1e8);
        var forecast = InventoryDistrict.Forecast(contacts: [1], patients: [1], samples: [1]);
        (InventoryDomain, InventoryThresholds)[] all =
        [
            (InventoryDomain.Supplies, new InventoryThresholds { Supplies = strict }),
            (InventoryDomain.Staff, new InventoryThresholds { Staff = strict }),
            (InventoryDomain.Skills, new InventoryThresholds { Skills = strict }),
            (InventoryDomain.Laboratory, new InventoryThresholds { Laboratory = strict }),
            (InventoryDomain.Isolation, new InventoryThresholds { Isolation = strict }),
            (InventoryDomain.Quarantine, new InventoryThresholds { Quarantine = strict }),
        ];
        // Masks for nine days of ten, the only ones that do not suffice; lenient thresholds make them green.
        District district = Base with { StockLots = [new StockLot("clinic", "mask", 54)] };
        foreach ((InventoryDomain domain, InventoryThresholds thresholds) in all)
        {
            InventoryThresholds lenient = domain == InventoryDomain.Supplies ? thresholds : thresholds with { Supplies = new LightThresholds(1, 1) };
            ReadinessInventory inventory = InventoryAssessor.Assess(district, forecast, With(lenient));
            Assert.Equal([domain], inventory.Scorecard.Where(score => score.Light == TrafficLight.Red).Select(score => score.Domain));
        }
    }

    [Fact]
    public void A_place_has_its_own_entries_and_the_capacities_it_contributes_to()
    {
        District district = Base with { StockLots = [new StockLot("clinic", "mask", 5), new StockLot("store", "mask", 500)] };
        ReadinessInventory clinic = InventoryAssessor.Assess(district).At("clinic");

        Assert.Equal("clinic", Assert.Single(clinic.Supplies).Place);
        Assert.All(clinic.Staff, entry => Assert.Equal("clinic", entry.Place));
        Assert.Empty(clinic.Skills);
        Assert.Equal([InventoryDomain.Laboratory, InventoryDomain.Isolation], clinic.Capacities.Select(entry => entry.Domain));
        Assert.Equal(TrafficLight.Red, clinic.Scorecard.Single(score => score.Domain == InventoryDomain.Supplies).Light);
        Assert.Empty(InventoryAssessor.Assess(district).At("nowhere").Scorecard);
    }

    private static InventoryOptions With(InventoryThresholds thresholds) => new() { Thresholds = thresholds };
}

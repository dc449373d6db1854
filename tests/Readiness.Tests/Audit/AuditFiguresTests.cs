using System.Collections.Immutable;
using Readiness.Districts;
using Readiness.Plans;
using static Readiness.Tests.Audit.TinyPlan;

namespace Readiness.Tests.Audit;

public sealed class AuditFiguresTests
{
    [Fact]
    public void Indicators_equal_those_computed_by_hand()
    {
        double storeToHospital = Distance(0, 1);
        double storeToHotel = Good.District.Facilities[1].Location.DistanceKm(Good.District.CandidateSites[0].Location);
        double zoneToHotel = Good.District.Zones[0].Location.DistanceKm(Good.District.CandidateSites[0].Location);
        var expected = new Dictionary<string, double>
        {
            ["cover.class1"] = 2 / 3.0,
            ["cover.class2"] = 1,
            ["cover.class3"] = 1,
            ["cover.class4"] = 1,
            // Ward 3 + hotel staff 2 + patients 20 + guests 2; one head and two days of patients are missing.
            ["fillRate.mask"] = 22 / 27.0,
            ["fillRate.gown"] = 2 / 3.0,
            ["guests.housed"] = 2 / 3.0,
            ["guests.unhousedDays"] = 2,
            ["guests.peakHoused"] = 2,
            ["stockOut.days"] = 3,
            // n2 works three shifts of eight hours in a normal week of sixteen.
            ["overtime.hours"] = 8,
            ["distance.meanKm"] = zoneToHotel,
            // Eight masks until day 1, less three a day on two days.
            ["waste.expiredUnits"] = 2,
            ["substituted.units"] = 0,
            ["purchases.spending"] = 0,
            ["fairness.worstFillRate"] = 2 / 3.0,
            // Six shifts of 480 minutes; ten, ten and eight days of 960 / 7 minutes.
            ["staff.utilisation"] = 0.75,
            ["roster.lentHours"] = 24,
            ["transport.unitKm"] = 10 * storeToHospital + 10 * storeToHotel,
            ["sites.open"] = 1,
        };

        ImmutableSortedDictionary<string, Indicator> indicators = Good.Audit().Indicators;

        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), indicators.Keys);
        Assert.All(expected, entry => Assert.Equal(entry.Value, indicators[entry.Key].Value, 9));
    }

    [Fact]
    public void Levels_equal_those_computed_by_hand_and_come_in_order()
    {
        PlanAudit audit = Good.Audit();

        Assert.Equal(ObjectiveLevels.Names(Good.District), audit.Levels.Select(level => level.Level));
        Assert.Equal(
            ["cover.class1", "items.class1", "cover.class2", "guests.class2", "items.class2", "cover.class3", "items.class3", "cover.class4", "items.class4", "load.overtime", "cost.waste", "cost.transport", "cost.opening"],
            audit.Levels.Select(level => level.Level));
        double transport = audit.Indicators[IndicatorIds.TransportUnitKm].Value;
        Assert.Equal([1, 0, 0, 2, 0, 0, 4, 0, 0, 8, 2, transport, 100], audit.Levels.Select(level => level.Value));
    }

    [Fact]
    public void What_is_bought_and_substituted_counts_where_it_is_possible()
    {
        // A gown that is bought for 7 serves both masks that are missing on day 7, and two that nobody needs are missed on day 8 all the same.
        DraftPlan plan = Good.With(district => district with
        {
            Offers = [new PurchaseOffer("maker", "gown", "hospital", 1, 7, 1, 6)],
            Recipes = [new Recipe("gown", "mask", [new RecipeItem("gown", 1)], [3], 2, Weight: 1.5)],
        }).Plus(new PlannedPurchase("maker", 1)).Plus(new SubstitutedIssue("patients", "mask", "gown", Date(7), 2));
        plan = plan.Without(plan.Decisions.Unmet.Single(unmet => unmet.Kind == UnmetKind.Items && unmet.Day == Date(7)));

        PlanAudit audit = plan.Audit();

        Assert.Empty(audit.Violations);
        Assert.Equal((2, 7), (audit.Indicators[IndicatorIds.SubstitutedUnits].Value, audit.Indicators[IndicatorIds.PurchasesSpending].Value));
        Assert.Equal((2, 3, 7), (Value("items.class3"), Value(ObjectiveLevels.Substituted), Value(ObjectiveLevels.Spending)));
        Assert.Equal(24 / 27.0, audit.Indicators[IndicatorIds.FillRate("mask")].Value, 9);

        double Value(string level) => audit.Levels.Single(entry => entry.Level == level).Value;
    }

    [Fact]
    public void Without_contacts_guests_count_as_housed()
    {
        ImmutableArray<long> none = [.. new long[10]];
        DraftPlan plan = Good with
        {
            Forecast = Good.Forecast with
            {
                Trajectories = [Good.Forecast.Planned with { Zones = [.. Good.Forecast.Planned.Zones.Select(zone => zone with { NewContacts = none })] }],
            },
            Decisions = Good.Decisions with { Sites = [] },
        };

        ImmutableSortedDictionary<string, Indicator> indicators = plan.Audit().Indicators;

        Assert.Equal(1, indicators[IndicatorIds.GuestsHoused].Value);
        Assert.Equal(0, indicators[IndicatorIds.DistanceMeanKm].Value);
    }

    [Fact]
    public void Unhoused_days_end_with_the_horizon()
    {
        DraftPlan plan = Good.WithPolicy(policy => policy with { Quarantine = policy.Quarantine with { LengthDays = 14 } });

        Assert.Equal(9, plan.Audit().Indicators[IndicatorIds.GuestsUnhousedDays].Value);
    }

    [Fact]
    public void Levels_compare_lexicographically()
    {
        ImmutableArray<LevelValue> good = Good.Audit().Levels;
        ImmutableArray<LevelValue> worseFirst = good.SetItem(0, good[0] with { Value = 2 }).SetItem(3, good[3] with { Value = 0 });
        ImmutableArray<LevelValue> betterLast = good.SetItem(12, good[12] with { Value = 99 });
        ImmutableArray<LevelValue> same = good.SetItem(11, good[11] with { Value = good[11].Value + 1e-10 });

        Assert.True(LevelComparer.Instance.Compare(good, worseFirst) < 0);
        Assert.True(LevelComparer.Instance.Compare(good, betterLast) > 0);
        Assert.Equal(0, LevelComparer.Instance.Compare(good, same));
        Assert.Throws<ArgumentException>(() => LevelComparer.Instance.Compare(good, good.RemoveAt(0)));
        Assert.Throws<ArgumentException>(() => LevelComparer.Instance.Compare(good, good.SetItem(5, good[4])));
    }

    private static double Distance(int from, int to) =>
        Good.District.Facilities[from].Location.DistanceKm(Good.District.Facilities[to].Location);
}

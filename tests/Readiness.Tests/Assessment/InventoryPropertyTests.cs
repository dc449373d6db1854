using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using Readiness.Assessment;
using Readiness.Districts;

namespace Readiness.Tests.Assessment;

/// <summary>What holds in every district, found out in generated ones.</summary>
public sealed class InventoryPropertyTests
{
    private static readonly Gen<District> Districts = Gen.Int[0, 1_000].Select(seed => DistrictGenerator.Generate(new GeneratorOptions
    {
        Seed = seed,
        Zones = 2 + seed % 2,
        FacilitiesPerZone = 3,
        Staff = 30,
        Sites = 3,
        Days = 5 + seed % 13,
        Items = 3,
        Scarcity = 0.3 + seed % 7 * 0.2,
    }));

    private static readonly Gen<HousingAssumption> Housings = Gen.Enum<HousingAssumption>();

    [Fact]
    public void Places_add_up_to_the_district() => Gen.Select(Districts, Housings).Sample(
        (district, housing) =>
        {
            ReadinessInventory inventory = Assess(district, housing);
            foreach (IGrouping<string, StockEntry> item in inventory.Supplies.GroupBy(entry => entry.Item))
            {
                AddsUp(item, entry => entry.OnHand);
                AddsUp(item, entry => entry.Arriving);
                AddsUp(item, entry => entry.Consumption);
                AddsUp(item, entry => entry.Need);
                Assert.True(item.Single(entry => entry.Place is null).Missing <= item.Where(entry => entry.Place is not null).Sum(entry => entry.Missing));
            }

            foreach (IGrouping<string, StaffEntry> skill in inventory.Staff.GroupBy(entry => entry.Skill ?? "all"))
            {
                AddsUp(skill, entry => entry.Capacity);
                AddsUp(skill, entry => entry.AvailableHours);
                AddsUp(skill, entry => entry.RequiredHours);
            }

            StaffEntry all = inventory.Staff.Single(entry => entry.Place is null && entry.Skill is null);
            Assert.Equal(district.Staff.Length, all.Capacity);
            Assert.Equal(all.RequiredHours, inventory.Staff.Where(entry => entry.Place is null && entry.Skill is not null).Sum(entry => entry.RequiredHours), 6);
        },
        iter: 60);

    [Fact]
    public void Values_are_capacity_over_need_and_lights_follow_what_is_short() => Gen.Select(Districts, Housings).Sample(
        (district, housing) =>
        {
            ReadinessInventory inventory = Assess(district, housing);
            foreach (InventoryEntry entry in Entries(inventory))
            {
                Assert.Equal(entry.Need == 0, entry.Value is null);
                Assert.True(entry.Missing >= 0);
                if (entry.Value is { } value)
                {
                    Assert.Equal(entry.Capacity / entry.Need, value, 9);
                }
            }

            Assert.All(inventory.Supplies, entry => Assert.Equal(entry.FirstShort is not null, entry.Missing > 0));
            Assert.All(inventory.Capacities, entry => Assert.Equal(entry.FirstExceeded is not null, entry.Missing > 0));
            foreach (DomainScore score in inventory.Scorecard)
            {
                TrafficLight[] lights = [.. Entries(inventory).Where(entry => DomainOf(entry) == score.Domain).Select(entry => entry.Light)];
                Assert.Equal(lights.Length, Total(score.District) + Total(score.Places));
                Assert.Equal(lights.Count(light => light == TrafficLight.Red), score.District.Red + score.Places.Red);
                Assert.Equal(lights.Count(light => light == TrafficLight.Amber), score.District.Amber + score.Places.Amber);
                Assert.Equal(score.Light == TrafficLight.Red, score.District.Red > 0);
            }
        },
        iter: 60);

    [Fact]
    public void More_stock_never_worsens_a_light() => Gen.Select(Districts, Gen.Int[0, 1_000], Gen.Long[1, 500], Gen.Int[-1, 10]).Sample(
        (district, which, quantity, lastDay) =>
        {
            string place = district.Facilities[which % district.Facilities.Length].Id;
            string item = district.Items[which % district.Items.Length].Id;
            DateOnly? expires = lastDay < 0 ? null : district.Horizon.DateOf(lastDay);
            District richer = district with { StockLots = [.. district.StockLots, new StockLot(place, item, quantity, expires)] };
            NothingWorse(district, richer);
        },
        iter: 60);

    [Fact]
    public void One_more_person_never_worsens_a_light() => Gen.Select(Districts, Gen.Int[0, 1_000]).Sample(
        (district, which) =>
        {
            StaffMember model = district.Staff[which % district.Staff.Length];
            NothingWorse(district, district with { Staff = [.. district.Staff, model with { Id = "newcomer" }] });
        },
        iter: 60);

    [Fact]
    public void Equal_districts_give_equal_inventories() => Districts.Sample(
        district => Assert.Equal(
            JsonSerializer.Serialize(Assess(district, HousingAssumption.AtSites), DistrictJson.Options),
            JsonSerializer.Serialize(Assess(DistrictDocument.Read(DistrictDocument.Write(district)), HousingAssumption.AtSites), DistrictJson.Options)),
        iter: 10);

    [Fact]
    public void The_order_is_the_district_first_and_the_worst_first() => Districts.Sample(
        district =>
        {
            ReadinessInventory inventory = Assess(district, HousingAssumption.AtHome);
            foreach (IEnumerable<InventoryEntry> list in (IEnumerable<InventoryEntry>[])[inventory.Supplies, inventory.Staff, inventory.Skills, inventory.Capacities])
            {
                (int, int)[] order = [.. list.Select(entry => (entry.Place is null ? 0 : 1, -(int)entry.Light))];
                Assert.Equal(order.Order(), order);
            }

            Assert.Equal(inventory.Scorecard.Select(score => score.Light).OrderDescending(), inventory.Scorecard.Select(score => score.Light));
        },
        iter: 20);

    private static void NothingWorse(District before, District after)
    {
        Dictionary<string, TrafficLight> lights = Entries(Assess(before, HousingAssumption.AtHome)).ToDictionary(KeyOf, entry => entry.Light);
        foreach (InventoryEntry entry in Entries(Assess(after, HousingAssumption.AtHome)))
        {
            Assert.True(entry.Light <= lights.GetValueOrDefault(KeyOf(entry), TrafficLight.Green), $"{KeyOf(entry)}: {entry.Explanation}");
        }
    }

    private static ReadinessInventory Assess(District district, HousingAssumption housing) =>
        InventoryAssessor.Assess(district, options: new InventoryOptions { Housing = housing });

    private static ImmutableArray<InventoryEntry> Entries(ReadinessInventory inventory) =>
        [.. inventory.Supplies, .. inventory.Staff, .. inventory.Skills, .. inventory.Capacities];

    private static InventoryDomain DomainOf(InventoryEntry entry) => entry switch
    {
        StockEntry => InventoryDomain.Supplies,
        StaffEntry => InventoryDomain.Staff,
        SkillEntry => InventoryDomain.Skills,
        CapacityEntry capacity => capacity.Domain,
        _ => throw new ArgumentException("An unknown kind of entry.", nameof(entry)),
    };

    private static string KeyOf(InventoryEntry entry) => entry switch
    {
        StockEntry stock => $"{stock.Place}/item/{stock.Item}",
        StaffEntry staff => $"{staff.Place}/staff/{staff.Skill}",
        SkillEntry skill => $"skill/{skill.Skill}",
        _ => $"capacity/{DomainOf(entry)}",
    };

    private static int Total(LightCount count) => count.Red + count.Amber + count.Green;

    private static void AddsUp<T>(IEnumerable<T> entries, Func<T, double> figure)
        where T : InventoryEntry =>
        Assert.Equal(entries.Where(entry => entry.Place is null).Sum(figure), entries.Where(entry => entry.Place is not null).Sum(figure), 6);
}

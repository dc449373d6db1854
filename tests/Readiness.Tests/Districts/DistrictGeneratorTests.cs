using Readiness.Demand;
using Readiness.Districts;

namespace Readiness.Tests.Districts;

public sealed class DistrictGeneratorTests
{
    public static TheoryData<int, int, int, int, int, int> Sizes => new()
    {
        { 1, 1, 4, 0, 2, 1 },
        { 1, 4, 9, 1, 3, 3 },
        { 2, 1, 8, 2, 5, 2 },
        { 3, 2, 21, 5, 7, 9 },
        { 6, 3, 200, 6, 14, 6 },
        { 12, 5, 1500, 12, 28, 12 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void IsValidAtEverySizeAndSeed(int zones, int perZone, int staff, int sites, int days, int items)
    {
        for (int seed = 0; seed < (staff > 1000 ? 3 : 40); seed++)
        {
            var options = new GeneratorOptions
            {
                Seed = seed,
                Zones = zones,
                FacilitiesPerZone = perZone,
                Staff = staff,
                Sites = sites,
                Days = days,
                Items = items,
            };
            District district = DistrictGenerator.Generate(options);
            Assert.Empty(DistrictValidator.Validate(district));
            Assert.Equal(
                (zones, 1 + zones * perZone, staff, sites, days, items),
                (district.Zones.Length, district.Facilities.Length, district.Staff.Length, district.CandidateSites.Length,
                    district.Horizon.Days, district.Items.Length));
        }
    }

    [Fact]
    public void EqualOptionsGiveEqualDistrictsAndSeedsMatter()
    {
        var options = new GeneratorOptions { Seed = 7 };
        string first = DistrictDocument.Write(DistrictGenerator.Generate(options));
        Assert.Equal(first, DistrictDocument.Write(DistrictGenerator.Generate(options with { })));
        Assert.NotEqual(first, DistrictDocument.Write(DistrictGenerator.Generate(options with { Seed = 8 })));
    }

    /// <summary>Holds the sequence of the generator itself: a change of it changes every benchmark.</summary>
    [Fact]
    public void SequenceDoesNotDependOnThePlatform()
    {
        District district = DistrictGenerator.Generate(GeneratorOptions.Tiny);
        Assert.Equal([35_656, 87_659], district.Zones.Select(zone => zone.Population));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.85)]
    [InlineData(1)]
    [InlineData(2)]
    public void SupplyCoversTheAskedShareOfTheNeed(double scarcity)
    {
        for (int seed = 1; seed <= 10; seed++)
        {
            District district = DistrictGenerator.Generate(new GeneratorOptions { Seed = seed, Scarcity = scarcity });
            foreach (Item item in district.Items)
            {
                // Whole contacts by zone and roundings per zone move the need by a little against its expectation.
                Assert.Equal(scarcity, Supply(district, item.Id) / Need(district, item.Id), 0.1 * Math.Max(scarcity, 0.01));
            }
        }
    }

    [Fact]
    public void MoreSupplyNeverGivesLessOfAnything()
    {
        double[] scarcities = [0, 0.3, 0.6, 0.85, 1, 1.5];
        foreach (GeneratorOptions size in (GeneratorOptions[])[GeneratorOptions.Tiny, new GeneratorOptions()])
        {
            List<District> districts = [.. scarcities.Select(scarcity => DistrictGenerator.Generate(size with { Scarcity = scarcity }))];
            foreach ((District poor, District rich) in districts.Zip(districts.Skip(1)))
            {
                Assert.All(poor.Items, item => Assert.True(Supply(poor, item.Id) <= Supply(rich, item.Id)));
                Assert.True(poor.Items.Sum(item => Supply(poor, item.Id)) < rich.Items.Sum(item => Supply(rich, item.Id)));
                Assert.Equal(poor.Staff.Select(person => person.Id), rich.Staff.Select(person => person.Id));
                Assert.Equal(poor.Absences, rich.Absences);
            }
        }
    }

    [Fact]
    public void ScarcerStaffIsAskedForMoreWork()
    {
        double[] heads = [.. new[] { 0.5, 0.8, 1.0, 1.2 }.Select(share => DistrictGenerator
            .Generate(new GeneratorOptions { StaffScarcity = share }).Duties.Sum(duty => duty.Lines.Sum(line => (double)line.Heads)))];
        Assert.Equal(heads.OrderDescending(), heads);
        Assert.Equal(heads.Length, heads.Distinct().Count());
    }

    [Fact]
    public void GuestsWhoAreExpectedHaveSuppliesAndHoursOfTheirOwn()
    {
        for (int seed = 1; seed <= 10; seed++)
        {
            District home = DistrictGenerator.Generate(new GeneratorOptions { Seed = seed, Scarcity = 1 });
            District housed = DistrictGenerator.Generate(new GeneratorOptions { Seed = seed, Scarcity = 1, HousedShare = 1 });

            // Only urgent work and sites wear respirators, and a guest takes more heads than someone at home.
            Assert.InRange(Supply(housed, "respirator") / Supply(home, "respirator"), 1.2, 3);
            Assert.True(Supply(housed, "medicalMask") > Supply(home, "medicalMask"));
            Assert.True(RoutineHeads(housed) < RoutineHeads(home));
            Assert.Equal(home.CandidateSites, housed.CandidateSites, (one, other) => one.Id == other.Id && one.Rooms == other.Rooms);
            Assert.Equal(home.Staff.Select(person => person.Id), housed.Staff.Select(person => person.Id));
        }
    }

    [Fact]
    public void TheTinyOneHasEverything()
    {
        District district = DistrictGenerator.Generate(GeneratorOptions.Tiny);
        Assert.Equal(3, district.Facilities.Length);
        Assert.Equal(8, district.Staff.Length);
        Assert.Contains(district.Duties, duty => duty.Together && duty.Lines.Select(line => line.Organisation).Distinct().Count() == 2);
        Assert.Contains(district.Duties, duty => duty.Lines.Any(line => line.Workload is not null));
        Assert.Contains(district.Duties, duty => duty.Weekdays.Length > 0);
        Assert.Contains(district.ShiftTypes, shift => shift.Start.Hour * 60 + shift.LengthMinutes > 1440);
        Assert.Contains(district.Lanes, lane => lane.LeadTimeDays > 0);
        Assert.Contains(district.Lanes, lane => lane.CapacityLitresPerDay is not null);
        Assert.Contains(district.StockLots, lot => district.Horizon.End > lot.Expires);
        Assert.NotEmpty(district.Absences);
        Assert.NotEmpty(district.Shipments);
        Assert.Contains(DemandForecaster.Forecast(district).Planned.Zones, zone => zone.NewContacts.Sum() > 0);
    }

    [Fact]
    public void EverySkillThatIsAskedForExists()
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            District district = DistrictGenerator.Generate(GeneratorOptions.Tiny with { Seed = seed });
            HashSet<string> skills = [.. district.Staff.SelectMany(person => person.Skills)];
            Assert.All(district.Duties.SelectMany(duty => duty.Lines), line => Assert.Contains(line.Skill, skills));
        }
    }

    [Fact]
    public void EveryWorkingRuleIsUsedWhereAllAreAskedForAndNoneElse()
    {
        foreach (GeneratorOptions size in (GeneratorOptions[])[GeneratorOptions.Tiny, new GeneratorOptions()])
        {
            District basic = DistrictGenerator.Generate(size);
            District all = DistrictGenerator.Generate(size with { WorkingRules = WorkingRules.All });

            Assert.Empty(DistrictValidator.Validate(all));
            Assert.Equal(basic.Staff.Select(person => (person.Id, person.Home)), all.Staff.Select(person => (person.Id, person.Home)));
            Assert.Equal(basic.Absences, all.Absences);
            Assert.Equal(all.Contracts.Select(contract => contract.Id).Order(), all.Staff.Select(person => person.Contract).Distinct().Order());
            Assert.All(RulesOf(all), Assert.True);
            Assert.All(RulesOf(basic), Assert.False);
        }
    }

    [Fact]
    public void RefusesWhatItCannotMake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DistrictGenerator.Generate(new GeneratorOptions { WorkingRules = (WorkingRules)7 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => DistrictGenerator.Generate(new GeneratorOptions { Zones = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => DistrictGenerator.Generate(new GeneratorOptions { Staff = 3 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => DistrictGenerator.Generate(new GeneratorOptions { Days = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => DistrictGenerator.Generate(new GeneratorOptions { Scarcity = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => DistrictGenerator.Generate(new GeneratorOptions { StaffScarcity = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => DistrictGenerator.Generate(new GeneratorOptions { HousedShare = 1.1 }));
    }

    private static IEnumerable<bool> RulesOf(District district) =>
    [
        district.Contracts.Any(contract => contract.MaxWeekends is not null),
        district.Contracts.Any(contract => contract.MaxShifts.Length > 0),
        district.Contracts.Any(contract => contract.ClosedLoopDays < district.Horizon.Days),
        district.Contracts.Any(contract => contract.MaxProtectiveMinutesPerShift is not null),
        district.Contracts.Any(contract => contract.MaxProtectiveMinutesPerWeek is not null),
        district.Duties.Any(duty => duty.Lines.Any(line => line.ProtectiveMinutesPerHour > 0)),
        district.Staff.Any(person => person.History.Any(shift => shift.Date == district.Horizon.Start.AddDays(-1))),
        district.CandidateSites.Any(site => site.Lines.Any(line => line.ProtectiveMinutesPerHour > 0)),
    ];

    private static int RoutineHeads(District district) =>
        district.Duties.Where(duty => duty.Kind == DutyKind.RoutineCare).Sum(duty => duty.Lines.Sum(line => line.Heads));

    private static double Supply(District district, string item) =>
        district.StockLots.Where(lot => lot.Item == item).Sum(lot => lot.Quantity)
        + district.Shipments.Where(shipment => shipment.Item == item).Sum(shipment => shipment.Quantity);

    private static double Need(District district, string item)
    {
        DemandTrajectory course = DemandForecaster.Forecast(district).Planned;
        var model = new WorkloadModel(district, course);
        HomeMonitoring home = HomeMonitoring.From(course, district.Policy.Quarantine.LengthDays);
        var perHead = district.Kits.ToDictionary(kit => kit.Id, kit => kit.Items.FirstOrDefault(entry => entry.Item == item)?.Quantity ?? 0);
        double need = 0;
        for (int day = 0; day < district.Horizon.Days; day++)
        {
            need += district.Duties.Sum(duty => duty.Lines.Sum(line =>
                (double)duty.Shifts.Length * perHead[line.Kit!] * model.HeadsRequired(duty, line, day, home)));
            need += district.BurnRates.Where(rate => rate.Item == item).Sum(rate => model.UnitsNeeded(rate, day, home));
        }

        return need;
    }
}

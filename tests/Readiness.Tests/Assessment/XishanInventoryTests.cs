using Readiness.Assessment;
using Readiness.Districts;

namespace Readiness.Tests.Assessment;

/// <summary>
/// The inventory of Xishan's hospital, worked out by hand from the document. Day 0 is 24 January. Kunming's cases from day -1
/// on are 2, 1, 1, 3, 5, 3, 6, 3, 6, 1, 1, 2, 0, 3, 3, 1, ...; 0.18 of them are the district's.
/// </summary>
public sealed class XishanInventoryTests
{
    private static readonly ReadinessInventory Whole = InventoryAssessor.Assess(DistrictDocument.LoadSample("xishan"));
    private static readonly ReadinessInventory Hospital = Whole.At("hospital");

    /// <summary>84,000 ml on hand, 200 people x 17 ml = 3,400 a day: 24 days take 81,600, 2,400 are left for day 24.</summary>
    [Fact]
    public void Soap()
    {
        StockEntry soap = Stock("soap");

        Assert.Equal((84_000, 3_400, 84_000 / 3_400.0), (soap.OnHand, soap.Need, soap.Value));
        Assert.Equal((24, new DateOnly(2020, 2, 17)), (soap.DaysUntilShort, soap.FirstShort));
        Assert.Equal(28 * 3_400 - 84_000, soap.Missing);
        Assert.Equal(TrafficLight.Green, soap.Light);
    }

    /// <summary>
    /// Doctors and nurses of the isolation ward wear one each, in four shifts. Patients are 0.5 x 20 x 0.18 = 1.8 times the cases of three
    /// days: 5.4, 7.2, 9, 16.2, 19.8, 25.2, 21.6, 27, 18, 14.4, 7.2, 5.4, 9, 10.8 on days 0 to 13. Nurses, one for 6.8, at least two: 2, 2, 2, 3, 3, 4, 4, 4,
    /// 3, 3, 2, 2, 2, 2 = 38. Doctors, one for 24: 1, but 2 on days 5 and 7 = 16. (38 + 16) x 4 = 216 in 14 days.
    /// </summary>
    [Fact]
    public void Aprons()
    {
        StockEntry aprons = Stock("apron");

        Assert.Equal((280, 216 / 14.0), (aprons.OnHand, aprons.Need));
        Assert.Equal(280 * 14 / 216.0, aprons.Value!.Value, 12);
    }

    /// <summary>
    /// Gowns per day. Fever clinic: visits are 96.07 of the background and 3.6 a case, hence 2 doctors (72 each) and 3 nurses (48 each) with
    /// two gowns and a cleaner with one, in four shifts: 44. Ward: nurses as above, a doctor and a cleaner, in four shifts: 16, 16, 16, 20, 20.
    /// Laboratory: samples are 7.2 a case and one a contact (5.4 a case and 90, 85, 75, 62, 50 travellers): 102.2, 97.2, 112.6, 125, 87.6 or
    /// so, one technician for 47: 3, 3, 3, 3, 2, two gowns, two shifts: 12, 12, 12, 12, 8. Ambulance: one team of two for 12 patients, three shifts: 6, 6,
    /// 6, 12, 12. Disinfection: 2 x 2. Waste: 2. Together 84, 84, 84, 94, 90: 346 in four days, 436 in five; 392 are there.
    /// </summary>
    [Fact]
    public void Gowns()
    {
        StockEntry gowns = Stock("gown");

        Assert.Equal((392, 0), (gowns.OnHand, gowns.Arriving));
        Assert.Equal((4, new DateOnly(2020, 1, 28)), (gowns.DaysUntilShort, gowns.FirstShort));
        Assert.Equal(TrafficLight.Amber, gowns.Light);
        ReadinessInventory fiveDays = InventoryAssessor.Assess(
            DistrictDocument.LoadSample("xishan"), options: new InventoryOptions { WindowDays = 5 });
        Assert.Equal(436 / 5.0, fiveDays.At("hospital").Supplies.Single(entry => entry.Item == "gown").Need);
    }

    /// <summary>
    /// Every fourth doctor of 104 is drilled: 26, of whom numbers 17 and 85 work half time. Of the others 0009 is away for 6 days,
    /// 0013 for 7, 0033 for 10, 0057 for 8, 0069 for 10, 0081 for 7, 0093 for 8: 56. (24 x 28 - 56) x 40 / 7 + 2 x 28 x 20 / 7 = 3,520 + 160 hours.
    /// Work, around the clock: 2 in the fever clinic, 1 in the ward and 2 on days 5 and 7: (56 + 30) x 24 = 2,064 hours.
    /// In the first week they are away for 6 + 4 + 7 + 7 + 7 + 7 + 5 = 43 days: (168 - 43) x 40 / 7 + 2 x 7 x 20 / 7; work is (14 + 8) x 24.
    /// </summary>
    [Fact]
    public void Doctors_drilled_for_infectious_diseases()
    {
        StaffEntry doctors = Hospital.Staff.Single(entry => entry.Skill == "feverDoctor");

        Assert.Equal((26, 2_064), (doctors.Capacity, doctors.RequiredHours));
        Assert.Equal(3_680, doctors.AvailableHours, 9);
        Assert.Equal(3_680 / 2_064.0, doctors.Value!.Value, 12);
        Assert.Equal(26 * 2_064 / 3_680.0, doctors.Need, 12);
        Assert.Equal((new DateOnly(2020, 1, 24), 528), (doctors.WorstWeek, doctors.WorstWeekRequiredHours));
        Assert.Equal(125 * 40 / 7.0 + 40, doctors.WorstWeekAvailableHours, 9);
        Assert.Equal((new DateOnly(2020, 1, 29), 96), (doctors.PeakDay, doctors.PeakRequiredHours));
        Assert.Equal(TrafficLight.Green, doctors.Light);
    }

    /// <summary>On day 5, 2 + 2 heads in four shifts are 16 people, while 7 of the 26 are away (0009, 0013, 0033, 0057, 0069, 0081, 0093).</summary>
    [Fact]
    public void Trained_doctors()
    {
        SkillEntry trained = Whole.Skills.Single(entry => entry.Skill == "feverDoctor");

        Assert.Equal((26, 23, 26 / 23.0, 0), (trained.Capacity, trained.Need, trained.Value, trained.Missing));
        Assert.Equal((new DateOnly(2020, 1, 29), 16, 7), (trained.WorstDay, trained.WorstHeads, trained.WorstAway));
        Assert.Equal((16, 86 * 4 / 28.0), (trained.PeakHeads, trained.MeanHeads));
        Assert.Equal(TrafficLight.Green, trained.Light);
    }

    /// <summary>Most patients on day 7: 1.8 x (6 + 3 + 6) = 27 for 24 beds; before, 25.2 on day 5 exceed them, too.</summary>
    [Fact]
    public void Isolation_beds()
    {
        CapacityEntry beds = Hospital.Capacities.Single(entry => entry.Domain == InventoryDomain.Isolation);

        Assert.Equal((24, 3), (beds.Capacity, beds.Missing));
        Assert.Equal(27, beds.Need, 9);
        Assert.Equal(24 / 27.0, beds.Value!.Value, 12);
        Assert.Equal((new DateOnly(2020, 1, 31), new DateOnly(2020, 1, 29), 2), (beds.PeakDay, beds.FirstExceeded, beds.DaysExceeded));
        Assert.Equal(TrafficLight.Red, beds.Light);
    }

    /// <summary>Most samples on day 3: 5 x 0.18 x 20 x 2 = 36 of suspected patients, and 62 travellers + 5 x 0.18 x 30 = 89 contacts.</summary>
    [Fact]
    public void Laboratory()
    {
        CapacityEntry tests = Hospital.Capacities.Single(entry => entry.Domain == InventoryDomain.Laboratory);

        Assert.Equal((188, 125), (tests.Capacity, Math.Round(tests.Need, 9)));
        Assert.Equal((new DateOnly(2020, 1, 27), null, 0), (tests.PeakDay, tests.FirstExceeded, tests.DaysExceeded));
        Assert.Equal(TrafficLight.Green, tests.Light);
    }

    private static StockEntry Stock(string item) => Hospital.Supplies.Single(entry => entry.Item == item);
}

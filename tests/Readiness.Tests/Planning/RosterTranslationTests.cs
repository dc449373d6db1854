using Readiness.Districts;
using Readiness.Planning;
using Readiness.Staffing;
using Readiness.Tests.Districts;

namespace Readiness.Tests.Planning;

/// <summary>Each rule of the document arrives in the roster problem.</summary>
public class RosterTranslationTests
{
    [Fact]
    public void The_limits_of_a_contract_arrive()
    {
        RosterRules rules = Assert.Single(Problem(SmallDistrict.Make()).Rules);

        Assert.Equal(660, rules.MinRestMinutes);
        Assert.Equal(6, rules.MaxConsecutiveDays);
        Assert.Equal(3000, rules.MaxMinutesPer7Days);
        Assert.Equal(2400, rules.NormalMinutesPerWeek);
        Assert.Equal(1, rules.MaxWeekends);
        Assert.Equal([5, 0], rules.MaxShifts);
        Assert.Equal((14, 7), (rules.ClosedLoopDays, rules.IsolationDays));
        Assert.Equal((360, 1440), (rules.MaxProtectiveMinutesPerShift, rules.MaxProtectiveMinutesPerWeek));
    }

    [Fact]
    public void What_a_contract_does_not_limit_is_not_limited()
    {
        District district = SmallDistrict.Make() with { Contracts = [new Contract { Id = "full", Name = new LocalizedName("Full time") }] };

        Assert.Equal(
            new RosterRules { Name = "full", MinRestMinutes = 660, MaxConsecutiveDays = 6, MaxMinutesPer7Days = 3600, NormalMinutesPerWeek = 2400, MaxShifts = [] },
            Assert.Single(Problem(district).Rules));
    }

    [Fact]
    public void A_limit_on_one_type_of_shift_leaves_the_others_free()
    {
        District district = SmallDistrict.Make();
        district = district with { Contracts = [district.Contracts[0] with { ShiftTypes = [], MaxShifts = [new ShiftLimit("night", 8)] }] };

        Assert.Equal([int.MaxValue, 8], Problem(district).Rules[0].MaxShifts);
    }

    [Theory]
    [InlineData(24, 4)]
    [InlineData(26, 6)]
    [InlineData(27, 0)]
    public void The_horizon_begins_on_its_weekday(int day, int weekday)
    {
        District district = SmallDistrict.Make();
        district = district with
        {
            Horizon = new PlanningHorizon(new DateOnly(2020, 1, day), 7),
            StockLots = [],
            Shipments = [],
            Offers = [],
            Absences = [],
            Duties = [district.Duties[1]],
        };

        Assert.Equal(weekday, Problem(district).FirstWeekday);
    }

    [Fact]
    public void Time_in_protective_clothing_arrives_with_the_lines_of_duties_and_sites() =>
        Assert.Equal(
            [("fever/nurses", 30), ("visits/nurse", 0), ("visits/officer", 0), ("hotel/nurses", 20)],
            Problem(SmallDistrict.Make()).Tasks.Select(task => (task.Name, task.ProtectiveMinutesPerHour)));

    [Fact]
    public void What_people_worked_before_arrives_by_day() =>
        Assert.Equal(
            [[], [new PastShift(-4, 1), new PastShift(-1, 0)]],
            Problem(SmallDistrict.Make()).People.Select(person => person.History.ToArray()));

    private static RosterProblem Problem(District district)
    {
        PlanningContext context = PlanningContext.Of(district);
        return RosterTranslation.Build(context, new HeadCount(context));
    }
}

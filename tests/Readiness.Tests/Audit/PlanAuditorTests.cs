using System.Reflection;
using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;
using static Readiness.Tests.Audit.TinyPlan;

namespace Readiness.Tests.Audit;

public sealed class PlanAuditorTests
{
    internal static readonly PlanMutation[] Mutations =
        [.. SiteMutations.All, .. RosterMutations.All, .. SupplyMutations.All, .. UnmetMutations.All, .. PinMutations.All];

    public static TheoryData<int, string> MutationRows
    {
        get
        {
            var rows = new TheoryData<int, string>();
            for (int row = 0; row < Mutations.Length; row++)
            {
                rows.Add(row, Mutations[row].ToString());
            }

            return rows;
        }
    }

    [Fact]
    public void The_good_plan_passes()
    {
        PlanAudit audit = Good.Audit();

        Assert.Empty(audit.Violations);
        Assert.True(audit.Passed);
    }

    [Theory]
    [MemberData(nameof(MutationRows))]
    public void A_broken_rule_is_named_with_its_subject(int row, string name)
    {
        PlanMutation mutation = Mutations[row];
        Assert.Equal(mutation.ToString(), name);

        Assert.True(mutation.Of(Good).IsNamedAs(mutation.Rule));
    }

    [Fact]
    public void Every_rule_has_a_mutation()
    {
        IEnumerable<string> rules = typeof(AuditRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(rules.Order(StringComparer.Ordinal), Mutations.Select(mutation => mutation.Rule).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Limits_may_be_reached_exactly()
    {
        // The good plan is already at its limits of set-up, lending, weekly minutes and consecutive days.
        District district = Good.District;
        double toHotel = district.Zones[0].Location.DistanceKm(district.CandidateSites[0].Location);
        double toStation = district.Facilities[0].Location.DistanceKm(district.Facilities[2].Location);
        DraftPlan plan = Good
            .WithContract(contract => contract with
            {
                MinRestMinutes = 960,
                MaxWeekends = 1,
                MaxShifts = [new ShiftLimit("day", 3), new ShiftLimit("night", 0)],
                ClosedLoopDays = 3,
                IsolationDays = 7,
                MaxProtectiveMinutesPerShift = 320,
                MaxProtectiveMinutesPerWeek = 640,
            })
            .WithSite(site => site with { Lines = [site.Lines[0] with { ProtectiveMinutesPerHour = 40 }] })
            .WithSite(site => site with { Rooms = 2 })
            .WithPolicy(policy => policy with
            {
                TravelLimitKm = toStation,
                Quarantine = policy.Quarantine with { MaxDistanceKm = toHotel, MinimumSiteCover = 1 },
            })
            .With(facts => facts with { Lanes = [facts.Lanes[0] with { CapacityLitresPerDay = 2 }, .. facts.Lanes.Skip(1)] });

        Assert.Empty(plan.Audit().Violations);
    }

    [Fact]
    public void What_was_worked_before_is_no_violation_and_leaves_as_much_as_it_does_not_take()
    {
        DraftPlan plan = Good
            .WithContract(contract => contract with { MaxMinutesPerWeek = 1920, MaxConsecutiveDays = 4, MinRestMinutes = 960, ClosedLoopDays = 4, IsolationDays = 5 })
            .WithPerson("n2", person => person with { History = [new WorkedShift(Date(-1), "day"), new WorkedShift(Date(-7), "night"), new WorkedShift(Date(-8), "day")] })
            .WithPerson("n1", person => person with { History = [.. Enumerable.Range(6, 20).Select(days => new WorkedShift(Date(-days), "night"))] });

        Assert.Empty(plan.Audit().Violations);
    }

    [Fact]
    public void Demand_of_other_days_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            PlanAuditor.Audit(Good.District, Good.Forecast with { Horizon = Good.Forecast.Horizon with { Days = 9 } }, Good.Decisions));

    [Fact]
    public void A_site_that_must_be_open_may_lack_staff_but_says_so()
    {
        DraftPlan plan = Good
            .WithSite(site => site with { Status = SiteStatus.MustOpen })
            .WithOpening(opening => opening with { OpenTo = Date(9) });
        for (int day = 3; day < 10; day++)
        {
            plan = plan.Plus(new UnmetNeed(UnmetKind.Cover, 2, Date(day), "hotel", "watch", "day", null, 1, UnmetCause.Staff));
        }

        PlanAudit audit = plan.Audit();

        Assert.Empty(audit.Violations);
        Assert.Equal(2 / 9.0, audit.Indicators[IndicatorIds.Cover(2)].Value, 12);
    }

    [Fact]
    public void Missing_heads_may_be_split_over_two_causes()
    {
        DraftPlan plan = Good.With(district => district with
        {
            Duties = [district.Duties[0] with { Lines = [district.Duties[0].Lines[0] with { Heads = 2 }] }, district.Duties[1]],
        });
        foreach (int day in new[] { 0, 1, 2 })
        {
            plan = plan.Plus(new UnmetNeed(UnmetKind.Cover, 1, Date(day), "ward", "care", "day", null, 1, UnmetCause.Staff));
        }

        Assert.Empty(plan.Audit().Violations);
    }

    [Fact]
    public void A_kit_is_short_where_its_items_are_kept_for_later() =>
        Assert.Empty(UnmetMutations.ShortOfMasks(Good).Audit().Violations);

    [Fact]
    public void A_joint_team_lacks_the_kit_of_any_of_its_lines()
    {
        DraftPlan plan = Good.With(district => district with
        {
            Duties = [district.Duties[0], district.Duties[1] with { Lines = [district.Duties[1].Lines[0] with { Kit = "basic" }, district.Duties[1].Lines[1]] }],
        });
        plan = plan.Deciding(decisions => decisions with { Assignments = [.. decisions.Assignments.Where(assignment => assignment.Duty != "team")] });
        plan = plan.Plus(new UnmetNeed(UnmetKind.Cover, 4, Date(0), "team", "health", "day", null, 1, UnmetCause.Kit, "mask"));
        plan = plan.Plus(new UnmetNeed(UnmetKind.Cover, 4, Date(0), "team", "police", "day", null, 1, UnmetCause.Kit, "mask"));

        Assert.Empty(plan.Audit().Violations);
    }

    [Fact]
    public void Nonsense_gives_violations_and_never_an_exception()
    {
        var random = new Random(11);
        string?[] ids = [null, "", "hotel", "dorm", "ward", "team", "care", "watch", "day", "night", "n1", "p1", "west", "mask", "gown", "store", "hospital", "patients", "x"];
        DateOnly[] dates = [DateOnly.MinValue, DateOnly.MaxValue, .. Enumerable.Range(-2, 14).Select(Date)];
        long[] amounts = [long.MinValue, -1, 0, 1, 2, 10, 1_000_000_000_000, long.MaxValue];
        string Id() => ids[random.Next(ids.Length)]!;
        DateOnly Day() => dates[random.Next(dates.Length)];
        long Amount() => amounts[random.Next(amounts.Length)];
        for (int round = 0; round < 200; round++)
        {
            DraftPlan plan = Good with
            {
                Decisions = new PlanDecisions(
                    [.. Enumerable.Range(0, 4).Select(_ => new SiteOpening(Id(), Day(), Day(), round % 3 == 0 ? default : [new Admission(Id(), Day(), Amount())]))],
                    [.. Enumerable.Range(0, 20).Select(_ => Id() is { } id ? new Assignment(id, Id(), Id(), Day(), Id()) : null!)],
                    [.. Enumerable.Range(0, 20).Select(_ => new PlannedShipment(Id(), Id(), Id(), Day(), Day(), Amount()))],
                    [.. Enumerable.Range(0, 20).Select(_ => new StockIssue(Id(), Id(), Day(), Amount()))],
                    [.. Enumerable.Range(0, 20).Select(_ => new UnmetNeed((UnmetKind)random.Next(5), random.Next(-1, 6), Day(), Id(), Id(), Id(), Id(), Amount(), (UnmetCause)random.Next(17), Id()))]),
            };

            Assert.False(plan.Audit().Passed);
        }

        Assert.False((Good with { Decisions = new PlanDecisions(default, default, default, default, default) }).Audit().Passed);
    }
}

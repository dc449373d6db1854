using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;
using Readiness.Scenarios.StressTests;
using Readiness.Tests.Audit;
using Readiness.Tests.Planning;

namespace Readiness.Tests.Scenarios.StressTests;

/// <summary>Plans that are carried out in futures that they were not made for.</summary>
public sealed class FixedPlanTests
{
    /// <summary>What may be broken when a plan meets a future: policies that the plan kept in expectation, and the causes that its unmet needs are booked with.</summary>
    private static readonly string[] Bendable =
    [
        AuditRules.SiteUnderstaffed, AuditRules.ReserveBroken, AuditRules.RecipeUnneeded, AuditRules.UnmetCauseUnsupported, AuditRules.StorageExceeded,
    ];

    [Fact]
    public void In_the_future_that_it_was_made_for_a_plan_is_carried_out_to_the_letter()
    {
        ReadinessPlan[] plans =
        [
            TestedPlans.Tiny, TestedPlans.Make(TwoHotels.Make(5, 5)), TestedPlans.Make(TwoHotels.WithoutSurgeon()),
            TestedPlans.Make(TestedPlans.Rich(1)), TestedPlans.Make(TestedPlans.Rich(2)), TestedPlans.Make(TestedPlans.Rich(3)),
        ];
        Assert.All(plans, AssertCarriedOut);
    }

    [Fact]
    public void In_the_future_that_it_was_made_for_the_plan_of_a_large_district_is_carried_out_to_the_letter() => AssertCarriedOut(new SequentialPlanner().Plan(
        DistrictDocument.LoadSample("xishan"), new SequentialOptions { TimeLimit = TimeSpan.FromSeconds(10) }, progress: null, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_carried_out_can_be_carried_out(int seed)
    {
        ReadinessPlan plan = TestedPlans.Make(TestedPlans.Rich(seed));
        var sampler = new FutureSampler(plan, StressTestSettings.Standard with { SickLeave = new SickLeaveUncertainty(0.1) });
        for (int index = 0; index < 50; index++)
        {
            Future future = sampler.Sample(index);
            PlanAudit audit = TestedPlans.Audit(plan, future);
            Assert.DoesNotContain(audit.Violations, violation => !Bendable.Contains(violation.Rule));
        }
    }

    [Fact]
    public void Who_is_ill_does_not_come_and_uses_no_kit()
    {
        Future future = TestedPlans.Future(TestedPlans.Tiny, district => TestedPlans.Ill(district, "n1", 1, 1));

        PlanDecisions done = TestedPlans.CarriedOut(TestedPlans.Tiny, future);

        Assert.Equal(TestedPlans.Tiny.Decisions.Assignments.Remove(TinyPlan.Turn("n1", "ward", "care", 1)), done.Assignments);
        Assert.Equal([(1, UnmetCause.Staff), (2, UnmetCause.Kit)], TestedPlans.Heads(done).Select(unmet => (future.District.Horizon.DayOf(unmet.Day), unmet.Cause)));

        // The gown that is left over on day 1 could serve on day 2, but nobody is sent for that: then it is no stock-out.
        PlanAudit audit = TestedPlans.Audit(TestedPlans.Tiny, future);
        Assert.Equal(2, TestedPlans.Level(audit, "cover.class1"));
        Assert.Equal(
            TestedPlans.Tiny.Indicators[IndicatorIds.StockOutDays].Value - 1, audit.Indicators[IndicatorIds.StockOutDays].Value);
    }

    [Fact]
    public void A_team_that_is_not_complete_does_not_go_out()
    {
        Future future = TestedPlans.Future(TestedPlans.Tiny, district => TestedPlans.Ill(district, "p1", 0, 0));

        PlanDecisions done = TestedPlans.CarriedOut(TestedPlans.Tiny, future);

        Assert.DoesNotContain(done.Assignments, assignment => assignment.Duty == "team");
        Assert.Equal(2, TestedPlans.Level(TestedPlans.Audit(TestedPlans.Tiny, future), "cover.class4"));
    }

    [Fact]
    public void A_late_shipment_leaves_its_place_without()
    {
        // The donation of day 9 is what the ward lives on that day; two of its four masks are used.
        Future future = TestedPlans.Future(
            TestedPlans.Tiny, district => district with { Shipments = [.. district.Shipments.Select(shipment => shipment with { Arrives = TinyPlan.Date(10) })] });

        PlanAudit audit = TestedPlans.Audit(TestedPlans.Tiny, future);

        Assert.Equal(TestedPlans.Level(TestedPlans.Tiny.Audit, "items.class3") + 2, TestedPlans.Level(audit, "items.class3"));
        Assert.Equal(TestedPlans.Tiny.Indicators[IndicatorIds.StockOutDays].Value + 1, audit.Indicators[IndicatorIds.StockOutDays].Value);
    }

    [Fact]
    public void Stock_that_is_not_there_is_not_sent_and_kits_come_before_other_needs_of_their_class()
    {
        // The store has 13 masks of 100: a pack of ten goes to the ward on day 0, and nothing but loose masks are left for the hotel on day 1, so that nobody can work there.
        Future future = TestedPlans.Future(TestedPlans.Tiny, district => district with
        {
            StockLots = [.. district.StockLots.Select(lot => lot.Place == "store" ? lot with { Quantity = 13 } : lot)],
        });
        var plan = TestedPlans.Of(TinyPlan.Good);
        ReadinessPlan poorer = plan with { District = future.District };

        PlanDecisions done = new FixedPlan(poorer).CarryOut(future);

        Assert.Equal([TinyPlan.Send("mask", "store", "hospital", 0, 1, 10)], done.Shipments);
        Assert.DoesNotContain(done.Assignments, assignment => assignment.Duty == "hotel");
        Assert.Equal(2, TestedPlans.Heads(done).Count(unmet => unmet is { Subject: "hotel", Cause: UnmetCause.Kit, ShortItem: "mask", Amount: 1 }));
        Assert.Equal([1L, 1L], done.Unmet.Where(unmet => unmet is { Kind: UnmetKind.Items, Subject: "hotel" }).Select(unmet => unmet.Amount));
    }

    [Fact]
    public void Fewer_contacts_move_in_and_more_stay_at_home()
    {
        PlanDecisions fewer = TestedPlans.CarriedOut(TestedPlans.Tiny, TestedPlans.Future(TestedPlans.Tiny, demand: course => Contacts(course, west: 1, north: 0)));
        PlanDecisions more = TestedPlans.CarriedOut(TestedPlans.Tiny, TestedPlans.Future(TestedPlans.Tiny, demand: course => Contacts(course, west: 5, north: 1)));

        Assert.Equal([new Admission("west", TinyPlan.Date(1), 1)], fewer.Sites[0].Admissions);
        Assert.DoesNotContain(fewer.Unmet, unmet => unmet.Kind == UnmetKind.Guests);
        Assert.Equal([new Admission("west", TinyPlan.Date(1), 2)], more.Sites[0].Admissions);
        Assert.Equal([3L, 1L], more.Unmet.Where(unmet => unmet.Kind == UnmetKind.Guests).Select(unmet => unmet.Amount));
    }

    [Fact]
    public void What_is_needed_beyond_expectation_comes_from_what_the_shelf_has_left()
    {
        // Two masks a day and one per fever visit: on day 1 five visits come, of which the plan knew nothing. The hospital has 8 (2 of them used on day 0, 1 by the ward each day), and 10 more on day 1.
        District district = TinyPlan.Good.District;
        var draft = TinyPlan.Good with
        {
            District = district with { BurnRates = [district.BurnRates[0] with { Driver = WorkloadDriver.FeverVisits, PerDriverUnit = 1 }] },
        };
        ReadinessPlan plan = TestedPlans.Of(draft);
        Future Visits(double count) => TestedPlans.Future(plan, demand: course => course with
        {
            Zones = [course.Zones[0] with { FeverVisits = [0, count, 0, 0, 0, 0, 0, 0, 0, 0] }, course.Zones[1]],
        });

        PlanDecisions five = TestedPlans.CarriedOut(plan, Visits(5));
        PlanDecisions twenty = TestedPlans.CarriedOut(plan, Visits(20));

        Assert.Equal(7, Issued(five, 1));
        // 5 + 10 - 1 - 7 are left, one less than four days ask for.
        Assert.Equal([2L, 2L, 2L, 1L, 0L], new[] { 2, 3, 4, 5, 6 }.Select(day => Issued(five, day)));

        // 8 - 2 - 1 on day 0; 5 + 10 - 1 for the ward on day 1.
        Assert.Equal(14, Issued(twenty, 1));
        Assert.Equal(8, Missing(twenty, 1));
        Assert.Equal([2L, 2L, 2L, 2L, 2L, 2L, 2L], new[] { 2, 3, 4, 5, 6, 7, 8 }.Select(day => Missing(twenty, day)));
    }

    [Fact]
    public void Heads_beyond_the_need_are_sent_home()
    {
        ReadinessPlan plan = TestedPlans.Make(TwoHotels.Make(5, 5) with { StockLots = [new StockLot("clinic", "gown", 9)] });
        Future quiet = TestedPlans.Future(plan, district => district with
        {
            Duties = [.. district.Duties.Select(duty => duty.Id == "desk" ? duty with { To = TwoHotels.Date(0) } : duty)],
        });

        PlanDecisions done = TestedPlans.CarriedOut(plan, quiet);

        Assert.Equal(2, plan.Decisions.Assignments.Count(assignment => assignment.Duty == "desk"));
        Assert.Equal(1, done.Assignments.Count(assignment => assignment.Duty == "desk"));
        Assert.True(TestedPlans.Audit(plan, quiet).Passed);
    }

    private static void AssertCarriedOut(ReadinessPlan plan)
    {
        var future = new FutureSampler(plan, new StressTestSettings()).Sample(7);

        PlanDecisions done = TestedPlans.CarriedOut(plan, future);

        AssertSame(plan.Decisions.Assignments, done.Assignments);
        AssertSame(plan.Decisions.Shipments, done.Shipments);
        AssertSame(plan.Decisions.Issues, done.Issues);
        AssertSame(plan.Decisions.Substitutions, done.Substitutions);
        AssertSame(plan.Decisions.Unmet, done.Unmet);
        PlanAudit audit = PlanAuditor.Audit(future.District, future.Forecast, done);
        Assert.True(audit.Passed, string.Join('\n', audit.Violations));
        Assert.Equal(plan.Audit.Levels, audit.Levels);
        Assert.Equal(plan.Audit.Indicators, audit.Indicators);
    }

    private static void AssertSame<T>(ImmutableArray<T> expected, ImmutableArray<T> actual)
    {
        Assert.Empty(expected.Except(actual));
        Assert.Equal(expected.Length, actual.Length);
    }

    private static DemandTrajectory Contacts(DemandTrajectory course, long west, long north) => course with
    {
        Zones =
        [
            course.Zones[0] with { NewContacts = [0, west, 0, 0, 0, 0, 0, 0, 0, 0] },
            course.Zones[1] with { NewContacts = [0, north, 0, 0, 0, 0, 0, 0, 0, 0] },
        ],
    };

    private static long Issued(PlanDecisions decisions, int day) =>
        decisions.Issues.Where(issue => issue.Need == "patients" && issue.Day == TinyPlan.Date(day)).Sum(issue => issue.Quantity);

    private static long Missing(PlanDecisions decisions, int day) =>
        decisions.Unmet.Where(unmet => unmet.Subject == "patients" && unmet.Day == TinyPlan.Date(day)).Sum(unmet => unmet.Amount);
}

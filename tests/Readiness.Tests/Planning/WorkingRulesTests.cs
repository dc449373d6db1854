using Readiness.Audit;
using Readiness.Districts;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Tests.Planning;

/// <summary>Plans of districts that use every working-time rule of the document.</summary>
public class WorkingRulesTests
{
    private static readonly PlannerOptions Quick = new() { TimeLimit = TimeSpan.FromSeconds(5), Threads = 1 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_district_with_every_rule_has_a_plan_that_keeps_them(int seed)
    {
        District district = Generate(seed, WorkingRules.All);

        ReadinessPlan plan = new ReadinessPlanner().Plan(district, Quick, progress: null, TestContext.Current.CancellationToken);

        Assert.True(plan.Audit.Passed, string.Join('\n', plan.Audit.Violations));
        Assert.NotEmpty(plan.Decisions.Assignments);
        Assert.All(plan.Proof.Levels, level => Assert.InRange(level.Bound, 0, level.Objective));
    }

    [Fact]
    public void A_plan_made_without_the_rules_breaks_each_of_them()
    {
        District all = Generate(1, WorkingRules.All);
        District free = all with
        {
            Contracts = [.. all.Contracts.Select(contract => contract with
            {
                MaxWeekends = null,
                MaxShifts = [],
                ClosedLoopDays = null,
                IsolationDays = null,
                MaxProtectiveMinutesPerShift = null,
                MaxProtectiveMinutesPerWeek = null,
            })],
        };

        ReadinessPlan plan = new ReadinessPlanner().Plan(free, Quick, progress: null, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                AuditRules.ClosedLoop, AuditRules.MaximumProtectiveMinutesPerShift, AuditRules.MaximumProtectiveMinutesPerWeek, AuditRules.MaximumShifts,
                AuditRules.MaximumWeekends,
            ],
            PlanAuditor.Audit(all, plan.Forecast, plan.Decisions).Violations.Select(violation => violation.Rule).Distinct().Order());
    }

    [Fact]
    public void Whoever_worked_until_the_horizon_rests_at_its_beginning()
    {
        District district = Generate(3, WorkingRules.Basic);
        District tired = district with
        {
            Staff = [.. district.Staff.Select(person => person with
            {
                History = [.. Enumerable.Range(1, 6).Select(days => new WorkedShift(district.Horizon.DateOf(-days), "day"))],
            })],
        };

        ReadinessPlan plan = new ReadinessPlanner().Plan(tired, Quick, progress: null, TestContext.Current.CancellationToken);

        Assert.True(plan.Audit.Passed, string.Join('\n', plan.Audit.Violations));
        Assert.DoesNotContain(plan.Decisions.Assignments, assignment => assignment.Day == district.Horizon.Start);
        Assert.Contains(plan.Decisions.Assignments, assignment => assignment.Day == district.Horizon.Start.AddDays(1));
    }

    private static District Generate(int seed, WorkingRules rules) => DistrictGenerator.Generate(
        new GeneratorOptions { Seed = seed, Zones = 2, FacilitiesPerZone = 3, Staff = 36, Sites = 2, Days = 9, Items = 3, Scarcity = 1.5, WorkingRules = rules });
}

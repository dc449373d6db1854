using System.Reflection;
using Readiness.Audit;
using Readiness.Plans;
using Readiness.Tests.Audit.Mutations;

namespace Readiness.Tests.Audit;

public sealed class MutationTableTests
{
    private static readonly RuleBreaker[] Generated =
    [
        .. EntryBreakers.All, .. SiteBreakers.All, .. GuestBreakers.All, .. CoverBreakers.All, .. TurnBreakers.All, .. ShiftBreakers.All, .. RestBreakers.All,
        .. WorkingTimeBreakers.All, .. OutbreakDutyBreakers.All, .. TransferBreakers.All, .. StockBreakers.All, .. StockRuleBreakers.All, .. IssueBreakers.All, .. RecipeBreakers.All, .. PurchaseBreakers.All, .. UnmetBreakers.All, .. CauseBreakers.All, .. ItemCauseBreakers.All, .. PinBreakers.All,
    ];

    private static readonly string[] Rules =
        [.. typeof(AuditRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public void Good_plans_of_random_districts_pass() =>
        Assert.All(RandomPlans.All, facts => Assert.Empty(facts.Plan.Audit().Violations));

    [Fact]
    public void The_random_plans_have_everything_that_can_be_broken()
    {
        Assert.DoesNotContain(RandomPlans.All, facts => facts.Decisions.Shipments.IsEmpty || facts.Decisions.Issues.IsEmpty || !facts.Admissions.Any());
        Assert.Contains(RandomPlans.All, facts => facts.Decisions.Assignments.Any(turn => facts.LineOf(turn).Together));
        (UnmetKind, UnmetCause)[] booked = [.. RandomPlans.All.SelectMany(facts => facts.Decisions.Unmet).Select(unmet => (unmet.Kind, unmet.Cause)).Distinct().Order()];
        Assert.Equal([(UnmetKind.Cover, UnmetCause.Staff), (UnmetKind.Cover, UnmetCause.Kit), (UnmetKind.Guests, UnmetCause.Room)], booked.Where(entry => entry.Item1 != UnmetKind.Items));
        Assert.True(booked.Count(entry => entry.Item1 == UnmetKind.Items) > 1, string.Join(' ', booked));
    }

    [Fact]
    public void A_good_plan_asks_for_no_more_stock_than_there_is() =>
        Assert.All(RandomPlans.All, facts => Assert.Empty(StockWalk.Shortages(facts.Plan)));

    /// <summary>Prints the table: every rule, the ways in which it was broken, at how many places, and how many of them the audit named.</summary>
    [Fact]
    public void Every_rule_is_named_at_every_place_in_whatever_way_it_is_broken()
    {
        var table = new MutationTable();
        foreach (RuleBreaker breaker in Generated)
        {
            BrokenPlan[] broken = [.. RandomPlans.All.SelectMany(breaker.Break)];
            bool[] caught = [.. broken.AsParallel().AsOrdered().Select(plan => plan.IsNamedAs(breaker.Rule))];
            for (int place = 0; place < broken.Length; place++)
            {
                table.Add(breaker.Rule, breaker.Way, $"{broken[place].Plan.District.Id} {broken[place].Subject} on day {broken[place].Day}", caught[place]);
            }
        }

        Assert.Equal(Rules.Order(), table.Rules.Order());
        foreach (PlanMutation mutation in PlanAuditorTests.Mutations)
        {
            table.Add(mutation.Rule, $"by hand: {mutation.Subject}", "the tiny plan", mutation.Of(TinyPlan.Good).IsNamedAs(mutation.Rule));
        }

        table.AssertAllCaught();
    }
}

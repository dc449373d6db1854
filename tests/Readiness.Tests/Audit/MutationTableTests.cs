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
        .. WorkingTimeBreakers.All, .. TransferBreakers.All, .. StockBreakers.All, .. IssueBreakers.All, .. UnmetBreakers.All, .. CauseBreakers.All,
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
        Assert.Equal(
            [(UnmetKind.Cover, UnmetCause.Staff), (UnmetKind.Cover, UnmetCause.Kit), (UnmetKind.Guests, UnmetCause.Room), (UnmetKind.Items, UnmetCause.Stock)],
            RandomPlans.All.SelectMany(facts => facts.Decisions.Unmet).Select(unmet => (unmet.Kind, unmet.Cause)).Distinct().Order());
    }

    [Fact]
    public void A_good_plan_asks_for_no_more_stock_than_there_is() =>
        Assert.All(RandomPlans.All, facts => Assert.Empty(StockWalk.Shortages(facts.Plan)));

    /// <summary>Prints the table: every rule, the ways in which it was broken, at how many places, and how many of them the audit named.</summary>
    [Fact]
    public void Every_rule_is_named_at_every_place_in_whatever_way_it_is_broken()
    {
        var misses = new List<string>();
        var generated = new List<Row>();
        foreach (RuleBreaker breaker in Generated)
        {
            BrokenPlan[] broken = [.. RandomPlans.All.SelectMany(breaker.Break)];
            BrokenPlan[] missed = [.. broken.AsParallel().AsOrdered().Where(plan => !plan.IsNamedAs(breaker.Rule))];
            misses.AddRange(missed.Select(plan => $"{breaker.Rule}, {breaker.Way}: {plan.Plan.District.Id} {plan.Subject} on day {plan.Day}"));
            generated.Add(new Row(breaker.Rule, breaker.Way, broken.Length, broken.Length - missed.Length));
        }

        Row[] rows =
        [
            .. generated,
            .. PlanAuditorTests.Mutations.Select(mutation =>
                new Row(mutation.Rule, $"by hand: {mutation.Subject}", 1, mutation.Of(TinyPlan.Good).IsNamedAs(mutation.Rule) ? 1 : 0)),
        ];
        Print(rows);

        Assert.Equal(Rules.Order(), generated.Where(row => row.Places > 0).Select(row => row.Rule).Distinct().Order());
        Assert.Empty(misses);
        Assert.All(rows, row => Assert.Equal(row.Places, row.Caught));
    }

    private static void Print(Row[] rows)
    {
        ITestOutputHelper output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"{"rule",-58} {"ways",6} {"places",6} {"caught",6}");
        foreach (string rule in Rules)
        {
            var ways = rows.Where(row => row.Rule == rule).ToList();
            output.WriteLine($"{rule,-58} {ways.Count,6} {ways.Sum(way => way.Places),6} {ways.Sum(way => way.Caught),6}");
            foreach ((_, string way, int places, int caught) in ways)
            {
                output.WriteLine($"  {way,-63} {places,6} {caught,6}");
            }
        }

        output.WriteLine($"{Rules.Length + " rules",-58} {rows.Length,6} {rows.Sum(row => row.Places),6} {rows.Sum(row => row.Caught),6}");
    }

    private sealed record Row(string Rule, string Way, int Places, int Caught);
}

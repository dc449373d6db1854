using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Scenarios.StressTests;

/// <summary>Carries a plan out in futures that it was not made for, without planning anew.</summary>
/// <remarks>
/// <para>What a plan decides is done as far as it can be, and nothing else but for one thing: units that are needed beyond what the plan expected are handed out as long as the shelf of the place
/// has any after the day's planned uses. Who is ill does not come; a team that is not complete does not go out; nobody takes another's place. More heads than are needed are sent home. No more
/// guests move in than become contacts, and none whom the plan does not foresee. Kits, issues and dispatches are cut down to what is there, and are not made up for later. Reserves do not bind:
/// this is what they are kept for. Sites stay open, however few come to work there.</para>
/// <para>In the future that the plan was made for, exactly the plan is carried out. Instances may be shared between threads.</para>
/// </remarks>
internal sealed class FixedPlan
{
    private readonly ReadinessPlan plan;
    private readonly DistrictIndex index;
    private readonly PlannedShifts shifts;
    private readonly PlannedSupplies supplies;
    private readonly UnmetInFuture unmet;

    // By shipment of the plan: its transfer.
    private readonly int[] transferOf;

    public FixedPlan(ReadinessPlan plan)
    {
        this.plan = plan;
        AuditFindings findings = PlanAuditor.Find(plan.District, plan.Forecast, plan.Decisions);
        index = findings.Context.Index;
        shifts = new PlannedShifts(findings.Context, findings.Parts.Table);
        supplies = new PlannedSupplies(findings, shifts.Crews);
        unmet = new UnmetInFuture(plan.Decisions);
        Dictionary<(int, int, int, int), int> positions = Enumerable.Range(0, supplies.Transfers.Count).ToDictionary(at => Key(supplies.Transfers[at]));
        transferOf =
        [
            .. plan.Decisions.Shipments.Select(sent => positions[
                (index.Items[sent.Item], index.Places[sent.From], index.Places[sent.To], plan.District.Horizon.DayOf(sent.Day))]),
        ];
    }

    /// <summary>What is done in a future.</summary>
    public PlanDecisions CarryOut(Future future)
    {
        ImmutableArray<SiteOpening> sites = GuestList.Of(plan.Decisions.Sites, index, future);
        var needs = new FutureNeeds(future, sites);
        var execution = new ShelfExecution(supplies, needs, shifts.Present(needs));
        execution.Run();
        return new PlanDecisions(
            sites,
            [.. shifts.Worked(needs, execution.Heads)],
            [.. Shipments(execution)],
            [.. Issues(needs, execution)],
            unmet.Of(needs, execution))
        {
            Substitutions = [.. Substitutions(needs, execution)],
            Purchases = plan.Decisions.Purchases,
        };
    }

    // In the plan's order, so that sums over them round in the same way.
    private IEnumerable<PlannedShipment> Shipments(ShelfExecution execution) =>
        from pair in plan.Decisions.Shipments.Zip(transferOf)
        let units = execution.Dispatched[pair.Second]
        where units > 0
        select units == pair.First.Quantity ? pair.First : pair.First with { Quantity = units };

    private IEnumerable<StockIssue> Issues(FutureNeeds needs, ShelfExecution execution) =>
        from need in Enumerable.Range(0, needs.Items.Length)
        from day in Enumerable.Range(0, needs.Context.Days)
        where execution.Issued[need][day] > 0
        select new StockIssue(needs.Items[need].Id, plan.District.Items[needs.Items[need].Item].Id, plan.District.Horizon.DateOf(day), execution.Issued[need][day]);

    private IEnumerable<SubstitutedIssue> Substitutions(FutureNeeds needs, ShelfExecution execution) =>
        from at in Enumerable.Range(0, supplies.Recipes.Length)
        where execution.OfRecipe[at] > 0
        let use = supplies.Recipes[at]
        select new SubstitutedIssue(
            needs.Items[use.Need].Id, plan.District.Items[needs.Items[use.Need].Item].Id, use.Recipe.Id, plan.District.Horizon.DateOf(use.Day), execution.OfRecipe[at]);

    private static (int Item, int From, int To, int Day) Key(AuditedTransfer transfer) => (transfer.Item, transfer.From, transfer.To, transfer.Day);
}

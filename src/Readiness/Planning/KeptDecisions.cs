using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Plans;
using Readiness.Staffing;
using Readiness.Supplies;

namespace Readiness.Planning;

/// <summary>The published plan in the indices of the problems that are solved. Without one, nothing is kept.</summary>
internal sealed class KeptDecisions
{
    private readonly PlanningContext context;
    private readonly PinnedDecisions? pins;
    private readonly Dictionary<(string Duty, string Line), int> tasks;

    public KeptDecisions(PlanningContext context, PinnedDecisions? pins)
    {
        this.context = context;
        this.pins = pins;
        tasks = Enumerable.Range(0, context.Tasks.Length).ToDictionary(task => (context.Tasks[task].Duty, context.Tasks[task].Line));
        Told = Translated(pins?.Published.Assignments ?? []);
        Possible = Translated(pins?.Possible.Assignments ?? []);
        Pinned = [.. Possible.Where(work => pins!.InWindow(context.District.Horizon.DateOf(work.Day)))];
    }

    /// <summary>Whether there is a published plan.</summary>
    public bool Any => pins is not null;

    /// <summary>What people have been told, as far as there are such people and tasks.</summary>
    public ImmutableArray<RosterAssignment> Told { get; }

    /// <summary>What of it is possible.</summary>
    public ImmutableArray<RosterAssignment> Possible { get; }

    /// <summary>What of that must stay.</summary>
    public ImmutableArray<RosterAssignment> Pinned { get; }

    /// <summary>Transfers that a round keeps and that arrive within the horizon.</summary>
    public ImmutableArray<Transfer> Transfers(Keep keep) => [.. Shipments(keep).Where(Arrives).Select(sent => new Transfer(
        LaneOf(sent), context.Index.Items[sent.Item], context.District.Horizon.DayOf(sent.Day), sent.Quantity))];

    /// <summary>Shipments that a round keeps and that arrive only after the horizon.</summary>
    public ImmutableArray<PlannedShipment> Leaving(Keep keep) => [.. Shipments(keep).Where(sent => !Arrives(sent))];

    /// <summary>Lots that a round keeps, by offer.</summary>
    public ImmutableArray<long> Lots(Keep keep)
    {
        var lots = new long[context.District.Offers.Length];
        foreach (PlannedPurchase bought in pins?.Possible.Purchases ?? [])
        {
            if (keep != Keep.Window || pins!.InWindow(pins.OrderDay(bought)))
            {
                lots[context.District.Offers.TakeWhile(offer => offer.Id != bought.Offer).Count()] += bought.Lots;
            }
        }

        return [.. lots];
    }

    private ImmutableArray<RosterAssignment> Translated(ImmutableArray<Assignment> assignments) =>
        [.. assignments
            .Where(work => context.Index.Staff.ContainsKey(work.Staff) && context.Index.ShiftTypes.ContainsKey(work.Shift) && tasks.ContainsKey((work.Duty, work.Line)))
            .Select(work => new RosterAssignment(
                context.Index.Staff[work.Staff], context.District.Horizon.DayOf(work.Day), context.Index.ShiftTypes[work.Shift], tasks[(work.Duty, work.Line)]))
            .DistinctBy(work => (work.Person, work.Day))];

    private IEnumerable<PlannedShipment> Shipments(Keep keep) =>
        pins?.Possible.Shipments.Where(sent => keep != Keep.Window || pins.InWindow(sent.Day)) ?? [];

    private bool Arrives(PlannedShipment sent) => context.District.Horizon.Contains(sent.Arrives);

    private int LaneOf(PlannedShipment sent) => context.Index.LaneBetween(context.Index.Places[sent.From], context.Index.Places[sent.To])!.Value;
}

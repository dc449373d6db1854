using System.Globalization;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>Checks transfers against items and lanes.</summary>
internal sealed class TransferAudit
{
    private readonly AuditContext context;
    private readonly double[] litres;

    public TransferAudit(AuditContext context)
    {
        this.context = context;
        litres = new double[context.District.Lanes.Length * context.Days];
        Transfers = new List<AuditedTransfer>(context.Shipments.Count);
    }

    /// <summary>
    /// The transfers that count, by day of dispatch; within a day by lead time, then lane. Where lots expire, whoever arrives
    /// first takes the lots that expire first, which leaves the longest-lived to those who need them.
    /// </summary>
    public List<AuditedTransfer> Transfers { get; }

    /// <summary>Sum of units x great-circle km.</summary>
    public double UnitKm { get; private set; }

    public void Run()
    {
        var seen = new HashSet<(int Lane, int Item, int Day)>();
        foreach (PlannedShipment shipment in context.Shipments)
        {
            Check(shipment, seen);
        }

        Transfers.Sort((left, right) => Key(left).CompareTo(Key(right)));
        CheckCapacity();
    }

    private static (int, int, int, int) Key(AuditedTransfer transfer) => (transfer.Day, transfer.LeadDays, transfer.Lane, transfer.Item);

    private void Check(PlannedShipment shipment, HashSet<(int Lane, int Item, int Day)> seen)
    {
        string subject = $"{shipment.Item}/{shipment.From}/{shipment.To}";
        int item = AuditContext.Find(context.Index.Items, shipment.Item);
        if (item < 0)
        {
            context.Report(AuditRules.UnknownItem, subject, null, "There is no such item.");
            return;
        }

        int from = AuditContext.Find(context.Index.Places, shipment.From);
        int to = AuditContext.Find(context.Index.Places, shipment.To);
        if (from < 0 || to < 0 || context.Index.LaneBetween(from, to) is not { } position)
        {
            context.Report(AuditRules.UnknownLane, subject, null, "There is no lane between the places.");
            return;
        }

        if (!context.TryDay(shipment.Day, subject, out int day) || !context.TryAmount(shipment.Quantity, subject, day))
        {
            return;
        }

        if (!seen.Add((position, item, day)))
        {
            context.Report(AuditRules.DuplicateShipment, subject, day, "Dispatched in more than one entry.");
            return;
        }

        Lane lane = context.District.Lanes[position];
        int arrives = context.District.Horizon.DayOf(shipment.Arrives);
        if (arrives != day + lane.LeadTimeDays)
        {
            context.Report(AuditRules.WrongArrival, subject, day, $"Arrives on day {arrives}; the lead time is {lane.LeadTimeDays} days.");
        }

        Item article = context.District.Items[item];
        if (shipment.Quantity % article.PackSize != 0)
        {
            context.Report(AuditRules.NotWholePacks, subject, day, $"{shipment.Quantity} units in packs of {article.PackSize}.");
        }

        if (shipment.Quantity < lane.MinimumUnits)
        {
            context.Report(AuditRules.MinimumDispatch, subject, day, $"{shipment.Quantity} units on a lane that takes at least {lane.MinimumUnits} of an item.");
        }

        litres[position * context.Days + day] += (double)shipment.Quantity / article.PackSize * article.LitresPerPack;
        UnitKm += shipment.Quantity * context.Index.DistanceKm(from, to);
        Transfers.Add(new AuditedTransfer(position, from, to, item, day, lane.LeadTimeDays, shipment.Quantity));
    }

    private void CheckCapacity()
    {
        for (int position = 0; position < context.District.Lanes.Length; position++)
        {
            Lane lane = context.District.Lanes[position];
            for (int day = 0; day < context.Days && lane.CapacityLitresPerDay is not null; day++)
            {
                double load = litres[position * context.Days + day];
                double capacity = lane.CapacityLitresPerDay.Value;
                if (load > capacity + 1e-6)
                {
                    context.Report(
                        AuditRules.LaneCapacity,
                        $"{lane.From}/{lane.To}",
                        day,
                        string.Create(CultureInfo.InvariantCulture, $"{load:F1} litres; the capacity is {capacity:F1}."));
                }
            }
        }
    }
}

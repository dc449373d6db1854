using System.Collections.Immutable;
using Readiness.Supplies.Online;

namespace Readiness.Benchmarks.Tables.Supplies;

/// <summary>What a replay is worth, by the definitions of the framework MatchingPPE, save that days are not rounded</summary>
/// <param name="FillRate">Mean over the items that anyone asked for of the mean over the recipients who did of received ÷ requested units.</param>
/// <param name="HoldingDays">Days between donation and dispatch, as a mean over dispatched units. Of a donor's donations of an item the oldest leaves first.</param>
/// <param name="Shipments">Distinct donor, recipient and day.</param>
/// <param name="Donors">Donors who sent anything.</param>
/// <param name="DispatchedShare">Share of the donated units that left.</param>
internal sealed record ReplayMeasures(double FillRate, double HoldingDays, int Shipments, int Donors, double DispatchedShare)
{
    /// <summary>Shipments per donor who sent anything.</summary>
    public double ShipmentsPerDonor => (double)Shipments / Math.Max(1, Donors);

    /// <summary>Measures dispatches.</summary>
    public static ReplayMeasures Of(ReplayInstance instance, IReadOnlyCollection<Dispatch> dispatches)
    {
        long dispatched = dispatches.Sum(static d => d.Quantity);
        return new ReplayMeasures(
            MeanFillRate(instance.Requests, dispatches),
            UnitDays(instance, dispatches) / Math.Max(1, dispatched),
            dispatches.Select(static d => (d.Donor, d.Recipient, d.Day)).Distinct().Count(),
            dispatches.Select(static d => d.Donor).Distinct().Count(),
            (double)dispatched / instance.Donations.Sum(static d => d.Quantity));
    }

    private static double MeanFillRate(ImmutableArray<SupplyRequest> requests, IReadOnlyCollection<Dispatch> dispatches)
    {
        Dictionary<(int Item, int Recipient), long> received = dispatches
            .GroupBy(static d => (d.Item, d.Recipient))
            .ToDictionary(static g => g.Key, static g => g.Sum(static d => d.Quantity));
        return requests
            .GroupBy(static r => (r.Item, r.Recipient))
            .Select(g => (g.Key.Item, Rate: (double)received.GetValueOrDefault(g.Key) / g.Sum(static r => r.Quantity)))
            .GroupBy(static pair => pair.Item, static pair => pair.Rate)
            .Average(static item => item.Average());
    }

    private static double UnitDays(ReplayInstance instance, IReadOnlyCollection<Dispatch> dispatches)
    {
        Dictionary<(int, int), Queue<(DateTimeOffset Since, long Units)>> stocks = instance.Donations
            .Zip(instance.DonationInstants)
            .GroupBy(static d => (d.First.Donor, d.First.Item))
            .ToDictionary(static g => g.Key, static g => new Queue<(DateTimeOffset, long)>(g.Select(static d => (d.Second, d.First.Quantity))));
        double sum = 0;
        foreach (IGrouping<(int Donor, int Item), Dispatch> lines in dispatches.GroupBy(static d => (d.Donor, d.Item)))
        {
            Queue<(DateTimeOffset Since, long Units)> stock = stocks[lines.Key];
            (DateTimeOffset since, long units) = stock.Dequeue();
            foreach (Dispatch line in lines)
            {
                for (long left = line.Quantity; left > 0;)
                {
                    if (units == 0)
                    {
                        (since, units) = stock.Dequeue();
                    }

                    long taken = Math.Min(left, units);
                    sum += taken * (instance.Leaves(line.Day) - since).TotalDays;
                    left -= taken;
                    units -= taken;
                }
            }
        }

        return sum;
    }
}

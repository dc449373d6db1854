using Google.OrTools.Sat;
using Readiness.Districts;

namespace Readiness.Tests.Planning.Exact;

/// <summary>The stock of one item at all places while a day goes by: whatever is taken is what expires first of what is usable.</summary>
internal sealed class Shelves
{
    private const int Never = int.MaxValue;

    private readonly CpModel model;
    private readonly int[] expiries;
    private readonly List<(int Place, int Expires, int Day, long Units)> deliveries = [];
    private readonly IntVar?[,] stock;

    public Shelves(CpModel model, DistrictIndex index, int item)
    {
        this.model = model;
        District district = index.District;
        string id = district.Items[item].Id;
        int days = district.Horizon.Days;
        foreach (StockLot lot in district.StockLots.Where(lot => lot.Item == id))
        {
            deliveries.Add((index.Places[lot.Place], Expiry(lot.Expires), 0, lot.Quantity));
        }

        foreach (Shipment shipment in district.Shipments.Where(shipment => shipment.Item == id && district.Horizon.Contains(shipment.Arrives)))
        {
            deliveries.Add((index.Places[shipment.To], Expiry(shipment.Expires), district.Horizon.DayOf(shipment.Arrives), shipment.Quantity));
        }

        Total = deliveries.Sum(delivery => delivery.Units);
        expiries = [.. deliveries.Select(delivery => delivery.Expires).Distinct().Order()];
        stock = new IntVar?[index.PlaceIds.Length, expiries.Length];
        foreach ((int place, int expires, int _, long _) in deliveries)
        {
            stock[place, Array.IndexOf(expiries, expires)] = model.NewConstant(0);
        }

        Spread(index);

        // Lots that outlast the horizon are all alike.
        int Expiry(DateOnly? date) => date is { } last && district.Horizon.DayOf(last) < days ? district.Horizon.DayOf(last) : Never;
    }

    /// <summary>All units that there will ever be.</summary>
    public long Total { get; }

    /// <summary>Whether a place may ever have any.</summary>
    public bool Holds(int place) => Enumerable.Range(0, expiries.Length).Any(expiry => stock[place, expiry] is not null);

    /// <summary>Adds what comes from outside and on longer lanes.</summary>
    public void BeginDay(int day, List<(int Place, int Expires, int Day, IntVar Units)> transfers)
    {
        for (int place = 0; place < stock.GetLength(0); place++)
        {
            for (int expiry = 0; expiry < expiries.Length; expiry++)
            {
                var coming = new Terms().Add(deliveries
                    .Where(delivery => delivery.Place == place && delivery.Day == day && delivery.Expires == expiries[expiry])
                    .Sum(delivery => delivery.Units));
                foreach (var transfer in transfers.Where(transfer =>
                    transfer.Place == place && transfer.Day == day && transfer.Expires == expiries[expiry]))
                {
                    coming.Add(transfer.Units);
                }

                Change(place, expiry, coming);
            }
        }
    }

    /// <summary>Adds what came on lanes without lead time.</summary>
    public void Deliver(List<(int Place, int Expires, int Day, IntVar Units)> transfers)
    {
        foreach (var group in transfers.GroupBy(transfer => (transfer.Place, transfer.Expires)))
        {
            var coming = new Terms();
            foreach (var transfer in group)
            {
                coming.Add(transfer.Units);
            }

            Change(group.Key.Place, Array.IndexOf(expiries, group.Key.Expires), coming);
        }
    }

    /// <summary>Takes a quantity of what is usable on a day, first expired first.</summary>
    public List<(int Expires, IntVar Units)> Take(int place, Terms quantity, int usableOn)
    {
        if (quantity.IsConstant && quantity.Constant == 0)
        {
            return [];
        }

        var all = new Terms();
        var taken = new List<(int Expires, IntVar Units)>();
        BoolVar? emptied = null;
        for (int expiry = 0; expiry < expiries.Length; expiry++)
        {
            if (stock[place, expiry] is null || expiries[expiry] < usableOn)
            {
                continue;
            }

            IntVar units = model.NewIntVar(0, Total, "");
            if (emptied is not null)
            {
                // Nothing of this one unless all that expire earlier are gone.
                model.Add(units == 0).OnlyEnforceIf(emptied.Not());
            }

            Change(place, expiry, new Terms().Add(units, -1));
            BoolVar gone = model.NewBoolVar("");
            model.Add(stock[place, expiry]! == 0).OnlyEnforceIf(gone);
            if (emptied is not null)
            {
                model.AddImplication(gone, emptied);
            }

            emptied = gone;
            all.Add(units);
            taken.Add((expiries[expiry], units));
        }

        model.Add(all.Sum() == quantity.Sum());
        return taken;
    }

    /// <summary>Throws away what may not be used any more.</summary>
    public void EndDay(int day, Terms waste)
    {
        for (int place = 0; place < stock.GetLength(0); place++)
        {
            for (int expiry = 0; expiry < expiries.Length; expiry++)
            {
                if (stock[place, expiry] is { } left && expiries[expiry] <= day)
                {
                    waste.Add(left);
                    stock[place, expiry] = model.NewConstant(0);
                }
            }
        }
    }

    private void Change(int place, int expiry, Terms difference)
    {
        if (difference.IsConstant && difference.Constant == 0)
        {
            return;
        }

        IntVar after = model.NewIntVar(0, Total, "");
        model.Add(after == stock[place, expiry]! + difference.Sum());
        stock[place, expiry] = after;
    }

    /// <summary>A place may have what a place upstream of it may have.</summary>
    private void Spread(DistrictIndex index)
    {
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (Lane lane in index.District.Lanes)
            {
                for (int expiry = 0; expiry < expiries.Length; expiry++)
                {
                    if (stock[index.Places[lane.From], expiry] is not null && stock[index.Places[lane.To], expiry] is null)
                    {
                        stock[index.Places[lane.To], expiry] = model.NewConstant(0);
                        changed = true;
                    }
                }
            }
        }
    }
}

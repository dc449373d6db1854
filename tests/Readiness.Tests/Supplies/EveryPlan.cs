using System.Collections.Immutable;
using Readiness.Supplies;

namespace Readiness.Tests.Supplies;

/// <summary>Finds the best plan of a tiny problem by trying every plan, day by day and lot by lot.</summary>
internal sealed class EveryPlan
{
    private readonly AllocationProblem problem;
    private readonly long[] served;
    private readonly long[,,] stock;
    private readonly long[,,] coming;
    private readonly int classes;
    private long[,] arrivedToday = new long[0, 0];
    private double transport;

    // Of the current day, by pair: taken by those who may not break the reserve, dispatched on longer lanes, taken on its last day.
    private readonly long[] restricted;
    private readonly long[] dispatched;
    private readonly long[] takenOnLastDay;

    // Units with a volume that transfers bring, by place and day.
    private readonly long[,] arriving;
    private long expired;
    private double substituted;
    private readonly long[] bought;

    private EveryPlan(AllocationProblem problem)
    {
        this.problem = problem;
        classes = problem.Days + 1;
        served = new long[problem.Demands.Length];
        bought = new long[problem.Offers.Length];
        stock = new long[problem.Places.Length, problem.Items.Length, classes];
        restricted = new long[problem.Places.Length * problem.Items.Length];
        dispatched = new long[restricted.Length];
        takenOnLastDay = new long[restricted.Length];
        arriving = new long[problem.Places.Length, problem.Days];
        coming = new long[problem.Days, problem.Places.Length * problem.Items.Length, classes];
    }

    /// <summary>None if no plan has all pins. The best value: for each level the ascending rates if fair, then unserved; then expired and transport. All to be minimised.</summary>
    public double[]? Best { get; private set; }

    /// <summary>Number of complete plans looked at.</summary>
    public long Plans { get; private set; }

    public static EveryPlan Of(AllocationProblem problem)
    {
        var search = new EveryPlan(problem);
        foreach (SupplyLot lot in problem.Lots)
        {
            if (lot.AvailableDay >= problem.Days)
            {
                continue;
            }

            if (lot.LastUsableDay < lot.AvailableDay)
            {
                search.expired += lot.Quantity;
                continue;
            }

            search.coming[lot.AvailableDay, (lot.Place * problem.Items.Length) + lot.Item, Math.Min(lot.LastUsableDay, problem.Days)] += lot.Quantity;
        }

        search.Buy(0);
        return search;
    }

    // Tries every number of lots of one offer after the other, as far as every budget allows.
    private void Buy(int o)
    {
        if (o == problem.Offers.Length)
        {
            Morning(0);
            return;
        }

        SupplyOffer offer = problem.Offers[o];
        for (long lots = 0; lots <= offer.MostLots; lots++)
        {
            bought[o] = lots;
            if (problem.Budgets.Any(budget => Enumerable.Range(0, o + 1)
                .Where(k => problem.Offers[k].PayDay >= budget.FirstDay && problem.Offers[k].PayDay <= budget.LastDay)
                .Sum(k => bought[k] * problem.Offers[k].PricePerLot) > budget.Amount + 1e-9))
            {
                break;
            }

            long units = offer.AvailableDay < problem.Days ? lots * offer.UnitsPerLot : 0;
            int pair = (offer.Place * problem.Items.Length) + offer.Item;
            int day = Math.Min(offer.AvailableDay, problem.Days - 1);
            coming[day, pair, Math.Min(offer.LastUsableDay, problem.Days)] += units;
            Buy(o + 1);
            coming[day, pair, Math.Min(offer.LastUsableDay, problem.Days)] -= units;
        }

        bought[o] = 0;
    }

    private void Morning(int day)
    {
        if (day == problem.Days)
        {
            Plans++;
            double[] value = PlanVector.Of(problem, served, substituted, bought, expired, transport);
            if (Best is null || PlanVector.IsLess(value, Best))
            {
                Best = value;
            }

            return;
        }

        long[,,] before = (long[,,])stock.Clone();
        Arrive(day);
        long[,,] comingBefore = (long[,,])coming.Clone();
        Dispatch(day, 0, sameDay: true, new double[problem.Lanes.Length]);
        Array.Copy(comingBefore, coming, coming.Length);
        Array.Copy(before, stock, stock.Length);
    }

    private void Arrive(int day)
    {
        for (int pair = 0; pair < coming.GetLength(1); pair++)
        {
            for (int c = 0; c < classes; c++)
            {
                stock[pair / problem.Items.Length, pair % problem.Items.Length, c] += coming[day, pair, c];
            }
        }
    }

    // Tries every number of packs for one lane and item after the other; lanes in their order.
    private void Dispatch(int day, int k, bool sameDay, double[] load)
    {
        int items = problem.Items.Length;
        if (k == problem.Lanes.Length * items)
        {
            if (!sameDay)
            {
                Evening(day);
                return;
            }

            // Only now does what was sent today come in.
            long[,,] before = (long[,,])stock.Clone();
            for (int pair = 0; pair < arrivedToday.GetLength(0); pair++)
            {
                for (int c = 0; c < classes; c++)
                {
                    stock[pair / items, pair % items, c] += arrivedToday[pair, c];
                }
            }

            long[,] kept = arrivedToday;
            arrivedToday = new long[kept.GetLength(0), classes];
            Serve(day, 0);
            arrivedToday = kept;
            Array.Copy(before, stock, stock.Length);
            return;
        }

        TransportLane lane = problem.Lanes[k / items];
        int item = k % items;
        if (k == 0 && sameDay)
        {
            arrivedToday = new long[problem.Places.Length * items, classes];
        }

        Transfer? pin = problem.Pins.FirstOrDefault(pinned => pinned.Lane == k / items && pinned.Item == item && pinned.Day == day);
        if (pin is null || (lane.LeadTimeDays == 0) != sameDay)
        {
            Dispatch(day, k + 1, sameDay, load);
        }

        if ((lane.LeadTimeDays == 0) != sameDay)
        {
            return;
        }

        long pack = problem.Items[item].PackSize;
        int arrival = day + lane.LeadTimeDays;
        for (long packs = 1; ; packs++)
        {
            double volume = load[k / items] + (packs * problem.Items[item].VolumePerPack);
            long[] taken = Fefo(lane.From, item, packs * pack, arrival);
            if (arrival >= problem.Days || taken.Sum() < packs * pack || volume > lane.CapacityPerDay)
            {
                return;
            }

            if (packs * pack < lane.MinimumUnits || (pin is not null && packs * pack != pin.Quantity))
            {
                continue;
            }

            Move(lane, item, day, arrival, taken, 1);
            transport += packs * pack * lane.CostPerUnit;
            double[] loads = [.. load];
            loads[k / items] = volume;
            Dispatch(day, k + 1, sameDay, loads);
            transport -= packs * pack * lane.CostPerUnit;
            Move(lane, item, day, arrival, taken, -1);
        }
    }

    private void Move(TransportLane lane, int item, int day, int arrival, long[] taken, int sign)
    {
        bool sameDay = arrival == day;
        int from = (lane.From * problem.Items.Length) + item;
        (sameDay ? restricted : dispatched)[from] += sign * taken.Sum();
        takenOnLastDay[from] += sign * taken[day];
        arriving[lane.To, arrival] += problem.Items[item].VolumePerPack > 0 ? sign * taken.Sum() : 0;
        for (int c = 0; c < classes; c++)
        {
            stock[lane.From, item, c] -= sign * taken[c];
            if (sameDay)
            {
                arrivedToday[(lane.To * problem.Items.Length) + item, c] += sign * taken[c];
            }
            else
            {
                coming[arrival, (lane.To * problem.Items.Length) + item, c] += sign * taken[c];
            }
        }
    }

    private long[] Fefo(int place, int item, long units, int usableOn)
    {
        long[] taken = new long[classes];
        for (int c = usableOn; c < classes; c++)
        {
            taken[c] = Math.Min(units, stock[place, item, c]);
            units -= taken[c];
        }

        return taken;
    }

    // Tries every number of units for one demand after the other, and for each of its ways: the regular recipe is way 0.
    private void Serve(int day, int demand, int way = 0)
    {
        if (demand == problem.Demands.Length)
        {
            Dispatch(day, 0, sameDay: false, new double[problem.Lanes.Length]);
            return;
        }

        SupplyDemand wanted = problem.Demands[demand];
        if (wanted.Day != day || way > wanted.Alternatives.Length)
        {
            Serve(day, demand + 1);
            return;
        }

        Serve(day, demand, way + 1);
        long[,,] before = (long[,,])stock.Clone();
        long[] restrictedBefore = [.. restricted];
        long[] lastDayBefore = [.. takenOnLastDay];
        long alreadyServed = served[demand];
        double alreadySubstituted = substituted;
        DemandAlternative? other = way == 0 ? null : wanted.Alternatives[way - 1];
        long most = Math.Min(wanted.Units - alreadyServed, other?.MostUnits ?? wanted.Units);
        for (long units = 1; units <= most; units++)
        {
            bool possible = true;
            long batches = (units + (other?.UnitsPerBatch ?? 1) - 1) / (other?.UnitsPerBatch ?? 1);
            foreach (ItemNeed need in other?.Needs ?? wanted.Needs)
            {
                long[] taken = Fefo(wanted.Place, need.Item, need.Quantity * batches, day);
                possible &= taken.Sum() == need.Quantity * batches;
                int pair = (wanted.Place * problem.Items.Length) + need.Item;
                takenOnLastDay[pair] += taken[day];
                restricted[pair] += problem.Reserves.Any(r => r.Place == wanted.Place && r.Item == need.Item && r.LastLevel >= wanted.Level) ? 0 : taken.Sum();
                for (int c = 0; c < classes; c++)
                {
                    stock[wanted.Place, need.Item, c] -= taken[c];
                }
            }

            if (possible)
            {
                served[demand] = alreadyServed + units;
                substituted = alreadySubstituted + (units * (other?.Weight ?? 0));
                Serve(day, demand, way + 1);
                served[demand] = alreadyServed;
                substituted = alreadySubstituted;
            }

            restrictedBefore.CopyTo(restricted, 0);
            lastDayBefore.CopyTo(takenOnLastDay, 0);
            Array.Copy(before, stock, stock.Length);
        }
    }

    private bool KeepsReserves(int day) => problem.Reserves.All(reserve =>
    {
        int pair = (reserve.Place * problem.Items.Length) + reserve.Item;
        long left = Enumerable.Range(day + 1, classes - day - 1).Sum(c => stock[reserve.Place, reserve.Item, c]);
        long onLastDay = takenOnLastDay[pair] + stock[reserve.Place, reserve.Item, day];
        return left >= reserve.Quantity || (dispatched[pair] == 0 && restricted[pair] <= onLastDay);
    });

    private bool FitsStorage(int day) => problem.StorageLimits.All(limit =>
    {
        double volume = 0;
        for (int item = 0; item < problem.Items.Length; item++)
        {
            for (int c = day + 1; c < classes; c++)
            {
                volume += stock[limit.Place, item, c] * problem.Items[item].VolumePerPack / problem.Items[item].PackSize;
            }
        }

        return arriving[limit.Place, day] == 0 || volume <= limit.Volume + 1e-9;
    });

    private void Evening(int day)
    {
        if (!KeepsReserves(day) || !FitsStorage(day))
        {
            return;
        }

        long[][] counts = [[.. restricted], [.. dispatched], [.. takenOnLastDay]];
        Array.Clear(restricted);
        Array.Clear(dispatched);
        Array.Clear(takenOnLastDay);
        long[,,] before = (long[,,])stock.Clone();
        long expiredBefore = expired;
        for (int place = 0; place < stock.GetLength(0); place++)
        {
            for (int item = 0; item < stock.GetLength(1); item++)
            {
                expired += stock[place, item, day];
                stock[place, item, day] = 0;
            }
        }

        Morning(day + 1);
        counts[0].CopyTo(restricted, 0);
        counts[1].CopyTo(dispatched, 0);
        counts[2].CopyTo(takenOnLastDay, 0);
        expired = expiredBefore;
        Array.Copy(before, stock, stock.Length);
    }
}

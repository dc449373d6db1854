using Google.OrTools.Sat;
using Readiness.Demand;
using Readiness.Districts;

namespace Readiness.Tests.Planning.Exact;

/// <summary>Stock by place, item, day and expiry, in the course of the day that the decisions' documentation gives.</summary>
internal sealed class ExactStock
{
    /// <summary>Parts of a unit-kilometre that are counted.</summary>
    public const long TransportScale = 1_000_000;

    private const double LitreScale = 1_000_000;

    private readonly CpModel model;
    private readonly DistrictIndex index;
    private readonly District district;
    private readonly int days;

    public ExactStock(CpModel model, DistrictIndex index, WorkloadModel workload, ExactSites sites, ExactRoster roster)
    {
        this.model = model;
        this.index = index;
        district = index.District;
        days = district.Horizon.Days;
        WriteNeeds(workload, sites);
        for (int item = 0; item < district.Items.Length; item++)
        {
            WriteItem(item, Uses(item, roster));
        }

        WriteLorries();
    }

    /// <summary>Packs dispatched by item, lane and day. What would arrive after the horizon helps nobody and is left out.</summary>
    public Dictionary<(int Item, int Lane, int Day), IntVar> Packs { get; } = [];

    /// <summary>Units needed and issued, of burn rates and guests' needs.</summary>
    public List<(string Need, string Place, string Item, int Class, int Day, IntVar Required, IntVar Issued)> Issues { get; } = [];

    /// <summary>Units that expire unused.</summary>
    public Terms Waste { get; } = new();

    /// <summary>Units x km, in parts of <see cref="TransportScale"/>.</summary>
    public Terms Transport { get; } = new();

    private void WriteNeeds(WorkloadModel workload, ExactSites sites)
    {
        HomeMonitoring nobody = HomeMonitoring.None(district.Zones.Length, days);
        for (int day = 0; day < days; day++)
        {
            foreach (BurnRate rate in district.BurnRates)
            {
                IntVar required = rate.Driver == WorkloadDriver.HomeMonitored
                    ? sites.FunctionOfHome(rate.Zones, day, people => Rounding.Up(rate.PerDay + (rate.PerDriverUnit * people)))
                    : model.NewConstant(workload.UnitsNeeded(rate, day, nobody));
                AddNeed(rate.Id, rate.Place, rate.Item, rate.PriorityClass, day, required);
            }

            for (int site = 0; site < district.CandidateSites.Length; site++)
            {
                CandidateSite candidate = district.CandidateSites[site];
                foreach (GuestNeed need in candidate.GuestNeeds)
                {
                    IntVar required = sites.Function(site, day, guests => Rounding.Up(guests * need.PerGuestDay));
                    AddNeed(candidate.Id, candidate.Id, need.Item, need.PriorityClass, day, required);
                }
            }
        }
    }

    private void AddNeed(string need, string place, string item, int priorityClass, int day, IntVar required)
    {
        IntVar issued = model.NewIntVar(0, 100_000_000, "");
        model.Add(issued <= required);
        Issues.Add((need, place, item, priorityClass, day, required, issued));
    }

    /// <summary>Units of an item that kits and issues take, by place and day.</summary>
    private Terms[,] Uses(int item, ExactRoster roster)
    {
        string id = district.Items[item].Id;
        var uses = new Terms[index.PlaceIds.Length, days];
        for (int place = 0; place < index.PlaceIds.Length; place++)
        {
            for (int day = 0; day < days; day++)
            {
                uses[place, day] = new Terms();
            }
        }

        foreach (((string place, string kit, int day), Terms heads) in roster.Kits)
        {
            long perHead = district.Kits[index.Kits[kit]].Items.Where(entry => entry.Item == id).Sum(entry => entry.Quantity);
            if (perHead > 0)
            {
                uses[index.Places[place], day].Add(heads, perHead);
            }
        }

        foreach (var need in Issues.Where(need => need.Item == id))
        {
            uses[index.Places[need.Place], need.Day].Add(need.Issued);
        }

        return uses;
    }

    private void WriteItem(int item, Terms[,] uses)
    {
        var shelves = new Shelves(model, index, item);
        var pending = new List<(int Place, int Expires, int Day, IntVar Units)>();
        var lanes = Enumerable.Range(0, district.Lanes.Length)
            .OrderBy(lane => district.Lanes[lane].LeadTimeDays).ThenBy(lane => lane).ToList();
        for (int day = 0; day < days; day++)
        {
            shelves.BeginDay(day, pending);
            var delivered = new List<(int Place, int Expires, int Day, IntVar Units)>();
            foreach (int lane in lanes.Where(lane => district.Lanes[lane].LeadTimeDays == 0))
            {
                Dispatch(shelves, item, lane, day, delivered);
            }

            shelves.Deliver(delivered);
            for (int place = 0; place < index.PlaceIds.Length; place++)
            {
                shelves.Take(place, uses[place, day], day);
            }

            foreach (int lane in lanes.Where(lane => district.Lanes[lane].LeadTimeDays > 0))
            {
                Dispatch(shelves, item, lane, day, pending);
            }

            shelves.EndDay(day, Waste);
        }
    }

    private void Dispatch(
        Shelves shelves, int item, int position, int day, List<(int Place, int Expires, int Day, IntVar Units)> arriving)
    {
        Lane lane = district.Lanes[position];
        int from = index.Places[lane.From];
        int to = index.Places[lane.To];
        int arrives = day + lane.LeadTimeDays;
        if (arrives >= days || !shelves.Holds(from))
        {
            return;
        }

        long pack = district.Items[item].PackSize;
        IntVar packs = model.NewIntVar(0, shelves.Total / pack, "");
        Packs.Add((item, position, day), packs);
        Transport.Add(packs, pack * (long)Math.Round(index.DistanceKm(from, to) * TransportScale));
        foreach ((int expires, IntVar units) in shelves.Take(from, new Terms().Add(packs, pack), arrives))
        {
            arriving.Add((to, expires, arrives, units));
        }
    }

    private void WriteLorries()
    {
        for (int lane = 0; lane < district.Lanes.Length; lane++)
        {
            for (int day = 0; day < days && district.Lanes[lane].CapacityLitresPerDay is not null; day++)
            {
                var load = new Terms();
                for (int item = 0; item < district.Items.Length; item++)
                {
                    if (Packs.TryGetValue((item, lane, day), out IntVar? packs))
                    {
                        load.Add(packs, (long)Math.Round(district.Items[item].LitresPerPack * LitreScale));
                    }
                }

                // A thousandth of a millilitre is forgiven.
                model.Add(load.Sum() <= (long)Math.Floor((district.Lanes[lane].CapacityLitresPerDay!.Value * LitreScale) + 1));
            }
        }
    }
}

using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Planning;

namespace Readiness.Assessment;

/// <summary>Tests, isolation beds and quarantine rooms against the forecast.</summary>
internal sealed class CapacityAssessment(PlanningContext context, InventoryOptions options)
{
    // Needs are sums of binary fractions: 24.000000000000004 patients fit into 24 beds.
    private const double Tolerance = 1e-9;

    public IEnumerable<CapacityEntry> Entries()
    {
        District district = context.District;
        HomeMonitoring everybody = HomeMonitoring.From(context.Trajectory, district.Policy.Quarantine.LengthDays);
        yield return Assess(
            InventoryDomain.Laboratory, "tests a day", "samples", options.Thresholds.Laboratory,
            district.Facilities.Select(facility => new PlaceCapacity(facility.Id, facility.TestsPerDay)),
            day => context.Workload.DriverValue(WorkloadDriver.Samples, [], day, everybody));
        yield return Assess(
            InventoryDomain.Isolation, "beds", "patients", options.Thresholds.Isolation,
            district.Facilities.Select(facility => new PlaceCapacity(facility.Id, facility.IsolationBeds)),
            day => context.Workload.DriverValue(WorkloadDriver.IsolationPatients, [], day, everybody));
        yield return Assess(
            InventoryDomain.Quarantine, "rooms", "people in quarantine", options.Thresholds.Quarantine,
            district.CandidateSites.Where(site => site.Status != SiteStatus.Closed).Select(site => new PlaceCapacity(site.Id, site.Rooms)),
            day => everybody.Total(day));
    }

    private CapacityEntry Assess(
        InventoryDomain domain, string measure, string counted, LightThresholds thresholds, IEnumerable<PlaceCapacity> places, Func<int, double> needOf)
    {
        ImmutableArray<PlaceCapacity> parts = [.. places.Where(part => part.Capacity > 0).OrderByDescending(part => part.Capacity)];
        double[] need = [.. Enumerable.Range(0, context.Days).Select(needOf)];
        double capacity = parts.Sum(part => (double)part.Capacity);
        int peak = Array.IndexOf(need, need.Max());
        bool needed = need[peak] > 0;
        int first = Array.FindIndex(need, Exceeds);
        var entry = new CapacityEntry
        {
            Domain = domain,
            Light = needed ? thresholds.LightOf(capacity / need[peak]) : TrafficLight.Green,
            Value = needed ? capacity / need[peak] : null,
            Unit = "ratio",
            Capacity = capacity,
            Need = need[peak],
            Missing = Math.Max(0, Words.WholeUp(need[peak] - capacity)),
            Measure = measure,
            Places = parts,
            PeakDay = needed ? context.District.Horizon.DateOf(peak) : null,
            MeanNeed = need.Average(),
            FirstExceeded = first >= 0 ? context.District.Horizon.DateOf(first) : null,
            DaysExceeded = need.Count(Exceeds),
            Explanation = string.Empty,
        };
        return entry with { Explanation = Explain(entry, counted) };

        bool Exceeds(double today) => today > capacity + Tolerance * Math.Max(1, capacity);
    }

    private string Explain(CapacityEntry entry, string counted)
    {
        if (entry.PeakDay is not { } peak)
        {
            return Words.Text($"{entry.Capacity:N0} {entry.Measure}, no {counted} expected.");
        }

        string exceeded = entry.FirstExceeded is { } first
            ? Words.Text($"exceeded on {entry.DaysExceeded} of {context.Days} days, first on {first:yyyy-MM-dd}; {entry.Missing:N0} more for the peak")
            : "never exceeded";
        return Words.Text($"{entry.Capacity:N0} {entry.Measure} / {entry.Need:#,0.#} {counted} on {peak:yyyy-MM-dd} = {entry.Value:0.00}; ")
            + Words.Text($"{entry.MeanNeed:#,0.#} a day on average, {exceeded}.");
    }
}

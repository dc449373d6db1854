using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Demand.Scores;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Scenarios.StressTests;

/// <summary>Turns the counts and figures of batches into a report.</summary>
internal sealed class ReportFold(ReadinessPlan plan, ImmutableArray<StressTestBatch> batches, ImmutableArray<FutureOutcome> futures)
{
    private readonly DistrictIndex index = new(plan.District);
    private readonly FutureFigures planned = new(PlanAuditor.Find(plan.District, plan.Forecast, plan.Decisions));

    public StressTestReport ToReport(int requested)
    {
        RiskTable stockOuts = new(futures.Length, plan.District.Horizon, planned.StockOuts);
        RiskTable uncovered = new(futures.Length, plan.District.Horizon, planned.Uncovered);
        RiskTable unhoused = new(futures.Length, plan.District.Horizon, planned.Unhoused);
        foreach (StressTestBatch batch in batches)
        {
            foreach (StockOutCount count in batch.StockOuts)
            {
                stockOuts.Add(count.Place is null ? DayAmounts.All : index.Places[count.Place], index.Items[count.Item], count.Day, count.Futures, count.Units);
            }

            foreach (UncoveredCount count in batch.Uncovered)
            {
                uncovered.Add(count.Duty is null ? DayAmounts.All : index.Works[count.Duty], count.PriorityClass, count.Day, count.Futures, count.Heads);
            }

            foreach (UnhousedCount count in batch.Unhoused)
            {
                unhoused.Add(count.Zone is null ? DayAmounts.All : index.Zones[count.Zone], 0, count.Day, count.Futures, count.Guests);
            }
        }

        return new StressTestReport(
            batches[0].Settings,
            batches[0].Replanned,
            requested,
            futures.Length,
            [.. Levels()],
            [.. Indicators()],
            [.. Items(stockOuts)],
            [.. from priorityClass in Enumerable.Range(1, 4)
                where uncovered.Overall(DayAmounts.All, priorityClass) is not null
                select new ClassStress(
                    priorityClass, uncovered.Overall(DayAmounts.All, priorityClass)!, uncovered.Days(DayAmounts.All, priorityClass))],
            [.. from duty in Enumerable.Range(0, index.WorkIds.Length)
                from priorityClass in Enumerable.Range(1, 4)
                where uncovered.Overall(duty, priorityClass) is not null
                select new DutyStress(
                    index.WorkIds[duty], priorityClass, uncovered.Overall(duty, priorityClass)!, uncovered.Days(duty, priorityClass))],
            unhoused.Overall(DayAmounts.All, 0) is { } guests ? new GuestStress(guests, unhoused.Days(DayAmounts.All, 0)) : null);
    }

    private IEnumerable<ItemStress> Items(RiskTable stockOuts) =>
        from item in Enumerable.Range(0, plan.District.Items.Length)
        where stockOuts.Overall(DayAmounts.All, item) is not null
        let places = from place in Enumerable.Range(0, index.PlaceIds.Length)
                     where stockOuts.Overall(place, item) is not null
                     let overall = stockOuts.Overall(place, item)!
                     orderby overall.Probability descending, overall.MeanMissing descending, place
                     select new PlaceStress(index.PlaceIds[place], overall, stockOuts.Days(place, item).MaxBy(day => day.Probability)!)
        select new ItemStress(
            plan.District.Items[item].Id,
            stockOuts.Overall(DayAmounts.All, item)!,
            stockOuts.Days(DayAmounts.All, item),
            [.. places.Take(ItemStress.MostPlaces)]);

    private IEnumerable<StressFigure> Levels() =>
        from level in Enumerable.Range(0, futures.IsEmpty ? 0 : batches[0].LevelNames.Length)
        select Figure(
            batches[0].LevelNames[level], "level", IndicatorDirection.Lower, plan.Audit.Levels[level].Value,
            [.. futures.Select(future => future.Levels[level])]);

    private IEnumerable<StressFigure> Indicators() =>
        from position in Enumerable.Range(0, batches[0].IndicatorIds.Length)
        let values = futures.Where(future => future.Indicators[position] is not null).Select(future => future.Indicators[position]!.Value).ToArray()
        where values.Length > 0
        let id = batches[0].IndicatorIds[position]
        let indicator = plan.Indicators.GetValueOrDefault(id)

        // What the plan does not have are fill rates of items that it expects nobody to need.
        select Figure(id, indicator?.Unit ?? "share", indicator?.Better ?? IndicatorDirection.Higher, indicator?.Value, values);

    private static StressFigure Figure(string id, string unit, IndicatorDirection better, double? planned, double[] values)
    {
        double mean = values.Average();
        double squares = values.Sum(value => (value - mean) * (value - mean));
        double error = values.Length < 2 ? 0 : Math.Sqrt(squares / (values.Length - 1) / values.Length);
        double[] sorted = [.. values.Order()];
        double Quantile(double level) => SortedSample.Quantile(sorted, level);
        return new StressFigure(
            id, unit, better, values.Length, planned, mean, error, Quantile(0.05), Quantile(0.25), Quantile(0.5), Quantile(0.75), Quantile(0.95));
    }
}

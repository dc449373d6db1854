using System.Collections.Immutable;
using System.Globalization;

namespace Readiness.Demand.Series;

/// <summary>Turns published cumulative counts into new cases by day, by explicit steps that report what they change.</summary>
public static class SeriesCleaner
{
    private const int MostDays = 3660, FirstYear = 1800, LastYear = 2200;

    /// <summary>Cleans a series. The first day has the cases up to it.</summary>
    /// <param name="series">Published counts.</param>
    /// <param name="steps">Steps, in the order in which they are taken; none leaves a series that is clean already.</param>
    /// <returns>Daily cases and all changes.</returns>
    /// <exception cref="ArgumentNullException">The series is null.</exception>
    /// <exception cref="SeriesFormatException">
    /// The published series or a step is malformed, or days without a row or with negative cases remain after the steps; all faults are named.
    /// </exception>
    public static CleanedSeries Clean(CumulativeSeries series, params ImmutableArray<CleaningStep> steps)
    {
        ArgumentNullException.ThrowIfNull(series);
        ThrowIfAny(series.Id, Faults(series).Concat(Faults(steps)));
        var draft = new SeriesDraft(series);
        foreach (CleaningStep step in steps)
        {
            step.Apply(draft);
        }

        ThrowIfAny(series.Id, Faults(draft));
        ImmutableArray<long> counts = [.. Enumerable.Range(0, draft.Cumulative.Length).Select(day => draft.Daily(day)!.Value)];
        return new CleanedSeries(new DailySeries(series.Id, draft.Start, counts), draft.Changes);
    }

    private static IEnumerable<SeriesFault> Faults(CumulativeSeries series)
    {
        if (series.Points.IsDefaultOrEmpty)
        {
            yield return new SeriesFault("/points", "none", "there must be at least one row");
            yield break;
        }

        for (int index = 0; index < series.Points.Length; index++)
        {
            (DateOnly date, long count) = series.Points[index];
            if (count < 0)
            {
                yield return new SeriesFault($"/points/{index}/count", Text(count), "must be 0 or more");
            }

            if (index > 0 && date <= series.Points[index - 1].Date)
            {
                yield return new SeriesFault($"/points/{index}/date", Text(date), "must be later than that of the row before");
            }
        }

        if (series.Points.Min(static point => point.Date).Year < FirstYear || series.Points.Max(static point => point.Date).Year > LastYear)
        {
            yield return new SeriesFault("/points", Text(series.Points[0].Date), $"dates must be within the years {FirstYear} to {LastYear}");
        }

        if (series.Points.Max(static point => point.Date).DayNumber - series.Points.Min(static point => point.Date).DayNumber >= MostDays)
        {
            yield return new SeriesFault("/points", Text(series.Points[^1].Date), $"first and last date must be less than {MostDays} days apart");
        }
    }

    private static IEnumerable<SeriesFault> Faults(ImmutableArray<CleaningStep> steps) =>
        steps.SelectMany(static (step, index) => step.Faults().Select(fault => fault with { Pointer = $"/steps/{index}{fault.Pointer}" }));

    private static IEnumerable<SeriesFault> Faults(SeriesDraft draft)
    {
        for (int day = 0; day < draft.Cumulative.Length; day++)
        {
            string date = Text(draft.Start.AddDays(day));
            if (draft.Cumulative[day] is null)
            {
                yield return new SeriesFault($"/{date}", "no row", $"every day needs a row: take the step {nameof(FillGaps)}");
            }
            else if (draft.Daily(day) is < 0)
            {
                yield return new SeriesFault(
                    $"/{date}", Text(draft.Daily(day)!.Value), $"cumulative counts must not fall: take the step {nameof(CarryBackCorrections)}");
            }
        }
    }

    private static void ThrowIfAny(string id, IEnumerable<SeriesFault> faults)
    {
        ImmutableArray<SeriesFault> all = [.. faults];
        if (!all.IsEmpty)
        {
            throw new SeriesFormatException(id, all);
        }
    }

    private static string Text(IFormattable value) => value.ToString(value is DateOnly ? "yyyy-MM-dd" : null, CultureInfo.InvariantCulture);
}

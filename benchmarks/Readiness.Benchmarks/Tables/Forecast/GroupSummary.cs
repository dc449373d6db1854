using System.Collections.Immutable;
using System.Text;
using Readiness.Demand.Calibration;

namespace Readiness.Benchmarks.Tables.Forecast;

/// <summary>What the series of a group have in common, as a Markdown table.</summary>
internal sealed class GroupSummary
{
    private readonly StringBuilder text = new StringBuilder()
        .AppendLine("| group | horizon | series | relative WIS | below 1 | against the daily baseline | against the better of both | coverage 50 % | coverage 90 % | PIT in fifths |")
        .AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");

    private readonly StringBuilder origins = new StringBuilder()
        .AppendLine("By origin: WIS of log(1 + cases) divided by that of the weekly baseline, and how far medians lie above what came (mean difference of log(1 + cases)).")
        .AppendLine()
        .AppendLine("| group | origin | horizon | relative log WIS | bias |")
        .AppendLine("| --- | --- | ---: | ---: | ---: |");

    /// <summary>Adds a group.</summary>
    public void Add(string group, CalibrationReport report)
    {
        foreach (OriginScore origin in report.Origins)
        {
            origins.AppendLine(FormattableString.Invariant(
                $"| {group} | {origin.Origin:yyyy-MM-dd} | {origin.Days} | {origin.LogWis / origin.WeeklyLogWis:0.00} | {origin.Bias:0.00} |"));
        }

        foreach (IGrouping<int, CalibrationScore> horizon in report.Scores.GroupBy(static score => score.Days))
        {
            CalibrationScore[] scores = [.. horizon];
            text.AppendLine(FormattableString.Invariant(
                $"| {group} | {horizon.Key} | {scores.Length} | {GeometricMean(scores, static s => s.RelativeWis):0.00} | {scores.Count(static s => s.RelativeWis < 1)} | {GeometricMean(scores, static s => s.RelativeToDaily):0.00} | {GeometricMean(scores, static s => Math.Max(s.RelativeWis, s.RelativeToDaily)):0.00} | {scores.Average(static s => s.Coverage50):0.00} | {scores.Average(static s => s.Coverage90):0.00} | {Fifths(scores)} |"));
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{text}\n{origins}";

    private static double GeometricMean(CalibrationScore[] scores, Func<CalibrationScore, double> ratio) =>
        Math.Exp(scores.Average(score => Math.Log(ratio(score))));

    private static string Fifths(CalibrationScore[] scores)
    {
        ImmutableArray<double> pit = [.. scores.SelectMany(static score => score.Pit)];
        return string.Join(' ', Enumerable.Range(0, 5).Select(fifth =>
            FormattableString.Invariant($"{pit.Count(value => Math.Min(4, (int)(value * 5)) == fifth) / (double)pit.Length:0.00}")));
    }
}

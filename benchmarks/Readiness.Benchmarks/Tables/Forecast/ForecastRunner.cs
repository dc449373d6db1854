using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Readiness.Demand.Calibration;
using Readiness.Demand.Epidemics;
using Readiness.Demand.Series;

namespace Readiness.Benchmarks.Tables.Forecast;

/// <summary>Cleans the series of an outbreak, forecasts them from every origin and writes the table.</summary>
/// <param name="request">What the user wants.</param>
/// <param name="output">Receives the table.</param>
/// <param name="error">Receives faults.</param>
internal sealed class ForecastRunner(ForecastRequest request, TextWriter output, TextWriter error)
{
    private static readonly ImmutableArray<string> ChangeColumns = ["series", "date", "quantity", "before", "after", "step", "reason"];

    /// <summary>Runs.</summary>
    /// <param name="preface">What the Markdown says above the table.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="TableRequestException">The data are not as they must be.</exception>
    public int Run(string preface, CancellationToken cancellationToken)
    {
        var folder = new OutbreakFolder(request.Data);
        Outbreak outbreak = folder.Outbreak;
        (OutbreakSeries Series, CleanedSeries Cleaned)[] all = [.. outbreak.Series.Select(series => (series, folder.Clean(series)))];
        Directory.CreateDirectory(request.Folder);
        ResultTable.WriteCsv(
            Path.Combine(request.Folder, "forecast-cleaning.csv"),
            ChangeColumns,
            all.SelectMany(static each => each.Cleaned.Changes.Select(change => Line(each.Series.Name, change))));
        var options = new EpidemicOptions { Seed = request.Seed, Threads = request.Threads };
        try
        {
            return Run(preface, outbreak, all, options, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("Stopped.");
            return TableCommand.Stopped;
        }
        catch (EpidemicProblemException exception)
        {
            throw new TableRequestException(exception.Message);
        }
    }

    private int Run(
        string preface,
        Outbreak outbreak,
        (OutbreakSeries Series, CleanedSeries Cleaned)[] all,
        EpidemicOptions options,
        CancellationToken cancellationToken)
    {
        var summary = new GroupSummary();
        var simulations = "";
        var table = ResultTable.Open(
            Path.Combine(request.Folder, "forecast.csv"),
            preface + ForecastProtocol.Text(outbreak, options),
            ForecastRow.Layout,
            resume: false,
            _ => $"{summary}{simulations}");
        var lines = new ConsoleTable(output, ForecastRow.Layout);
        EpidemicPrior? prior = null;
        foreach (IGrouping<string, (OutbreakSeries Series, CleanedSeries Cleaned)> group in all.GroupBy(static each => each.Series.Group))
        {
            CalibrationProblem problem = Problem(outbreak, [.. group.Select(static each => each.Cleaned.Series)]);
            long setUp = Stopwatch.GetTimestamp();
            if (prior is null)
            {
                prior = EpidemicPrior.Build(problem.Setting, null, options, null, cancellationToken);
                output.WriteLine(FormattableString.Invariant($"{prior.Count} prior epidemics in {Stopwatch.GetElapsedTime(setUp).TotalSeconds:0.0} s"));
            }

            long start = Stopwatch.GetTimestamp();
            CalibrationReport report = new CalibrationAssessor().Assess(problem, options, prior, null, cancellationToken);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds / report.Fans.Length;
            summary.Add(group.Key, report);
            table.Add([.. report.Scores.Select(score => ForecastRow.Cells(group.Key, score, seconds))]);
            foreach (CalibrationScore score in report.Scores)
            {
                lines.Write(ForecastRow.Cells(group.Key, score, seconds));
            }
        }

        if (request.Simulations > 0)
        {
            simulations = "\n" + SimulationTrial.Run(request.Simulations, options, cancellationToken);
            table.Add();
        }

        output.WriteLine();
        output.WriteLine($"{summary}{simulations}");
        return TableCommand.Done;
    }

    private static CalibrationProblem Problem(Outbreak outbreak, ImmutableArray<DailySeries> regions) =>
        new(regions, outbreak.FirstOrigin, outbreak.LastOrigin, outbreak.StepDays, outbreak.Horizons)
        {
            FirstDay = outbreak.FirstDay,
            ImportTurn = outbreak.ImportTurn,
            SurveillanceStart = outbreak.SurveillanceStart,
            Interventions = [.. outbreak.Interventions.Select(static date => new Intervention(date))],
        };

    private static ImmutableArray<string> Line(string series, SeriesChange change) =>
    [
        series,
        change.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        change.Quantity == SeriesQuantity.Daily ? "daily" : "cumulative",
        TableCell.Figure(change.Before),
        TableCell.Figure(change.After),
        change.Step,
        change.Reason,
    ];
}

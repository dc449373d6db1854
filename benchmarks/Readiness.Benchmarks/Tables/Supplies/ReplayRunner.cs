using System.Collections.Immutable;
using System.Diagnostics;
using Readiness.Supplies.Online;

namespace Readiness.Benchmarks.Tables.Supplies;

/// <summary>Replays donations and requests under one rule after the other and keeps the table up to date.</summary>
/// <param name="request">What the user wants.</param>
/// <param name="output">Receives the table as it grows.</param>
/// <param name="error">Receives faults.</param>
internal sealed class ReplayRunner(ReplayRequest request, TextWriter output, TextWriter error)
{
    /// <summary>Runs.</summary>
    /// <param name="preface">What the Markdown says above the table.</param>
    /// <param name="cancellationToken">Ends the run; the replay in work leaves no row.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="TableRequestException">The table in the folder is another one.</exception>
    public int Run(string preface, CancellationToken cancellationToken)
    {
        if (Read() is not var (donations, requests))
        {
            return TableCommand.WrongInput;
        }

        Directory.CreateDirectory(Path.Combine(request.Results, "supplies"));
        string excluded = ExclusionSummary.Of(donations, requests);
        ResultTable.WriteCsv(
            Path.Combine(request.Results, "supplies", "excluded.csv"),
            ExcludedRow.Columns,
            donations.Excluded.Concat(requests.Excluded).Select(static row => row.Cells));
        ResultTable table = ResultTable.Open(
            Path.Combine(request.Results, "supplies-replay.csv"), $"{preface}{excluded}\n", ReplayRow.Layout, request.Resume, ReplaySummary.Of);
        output.WriteLine(excluded);
        var lines = new ConsoleTable(output, ReplayRow.Layout);
        foreach (ImmutableArray<string> row in table.Rows)
        {
            lines.Write(row);
        }

        var instance = new ReplayInstance(donations.Rows, requests.Rows);
        foreach ((int every, ReplayRule rule) in Replays().Where(r => !table.Contains(KeysOf(r.Every, r.Rule))))
        {
            if (Replay(instance, every, rule, cancellationToken) is not { } row)
            {
                error.WriteLine($"Stopped in {rule.Name}; --resume goes on from there.");
                return TableCommand.Stopped;
            }

            table.Add(row.Cells);
            lines.Write(row.Cells);
        }

        output.WriteLine();
        output.Write(ReplaySummary.Of(table.Rows));
        return table.Rows.Any(static row => row[^1] == TableCell.Failed) ? TableCommand.AuditFailed : TableCommand.Done;
    }

    private static ImmutableArray<string> KeysOf(int every, ReplayRule rule) => rule.Name == ReplayRule.OursName
        ? ReplayRow.Keys(every, rule.Name, rule.Options.ShipmentPrice, rule.Options.MostDaysHeld)
        : ReplayRow.Keys(every, rule.Name, null, null);

    private IEnumerable<(int Every, ReplayRule Rule)> Replays() =>
        from every in request.Every
        from rule in ReplayRule.References.Append(ReplayRule.Leximin)
            .Concat(request.DaysHeld.SelectMany(_ => request.Prices, static (days, price) => ReplayRule.Ours(price, days)))
        select (every, rule);

    private ReplayRow? Replay(ReplayInstance instance, int every, ReplayRule rule, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        if (Match(instance, every, rule, cancellationToken) is not { } record)
        {
            return null;
        }

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        ImmutableArray<RuleViolation> violations = new MatchingAuditor().Audit(record, rule.Options);
        foreach (RuleViolation violation in violations)
        {
            error.WriteLine(FormattableString.Invariant(
                $"{rule.Name} every {every} days: {violation.Rule} {violation.Subject} on day {violation.Day}: {violation.Message}"));
        }

        bool isOurs = rule.Name == ReplayRule.OursName;
        return new ReplayRow(
            every,
            rule.Name,
            isOurs ? rule.Options.ShipmentPrice : null,
            isOurs ? rule.Options.MostDaysHeld : null,
            ReplayMeasures.Of(instance, record.Dispatches),
            seconds,
            violations.IsEmpty);
    }

    private static MatchingRecord? Match(ReplayInstance instance, int every, ReplayRule rule, CancellationToken cancellationToken)
    {
        MatchingState state = MatchingState.Empty;
        List<Dispatch> dispatches = [];
        foreach (int day in instance.Rounds(every))
        {
            try
            {
                DayMatch match = rule.Match(
                    state,
                    day,
                    [.. instance.Donations.Where(d => d.Day > state.Day && d.Day <= day)],
                    [.. instance.Requests.Where(r => r.Day > state.Day && r.Day <= day)],
                    cancellationToken);
                dispatches.AddRange(match.Dispatches);
                state = match.State;
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }

        return new MatchingRecord(instance.Donations, instance.Requests, [.. dispatches], state);
    }

    private (GiftFile Donations, GiftFile Requests)? Read()
    {
        try
        {
            return (
                GiftFile.Donations(Path.Combine(request.Folder, ReplayRequest.DonorFile)),
                GiftFile.Requests(Path.Combine(request.Folder, ReplayRequest.RecipientFile)));
        }
        catch (InstanceFormatException exception)
        {
            error.WriteLine($"{request.Folder} cannot be read:");
            foreach (InstanceError fault in exception.Errors)
            {
                error.WriteLine($"  {fault}");
            }

            return null;
        }
    }
}

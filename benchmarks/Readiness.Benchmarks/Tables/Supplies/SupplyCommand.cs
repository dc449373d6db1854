using System.Collections.Immutable;
using System.CommandLine;
using Readiness.Benchmarks.Tables.Supplies.Scale;

namespace Readiness.Benchmarks.Tables.Supplies;

/// <summary>The command of the table <c>supplies</c>.</summary>
internal static class SupplyCommand
{
    /// <summary>Forms the command.</summary>
    public static Command Create(TimeProvider clock)
    {
        var replay = new Option<string>("--replay")
        {
            Description = "Match the donations and requests of a shipped set (matchingppe), or of a folder with files like its two, as they came.",
            HelpName = "NAME",
        };
        Option<string> every = List("--every", "Days between rounds of matching.", "1,7");
        Option<string> prices = List("--price", "Prices of a shipment, in full requests of the item that is asked for most often.", "0,0.5,1,1.2,1.5,2,3,4,5,6,12,50");
        Option<string> daysHeld = List("--may-wait", "Days that a donation may wait for shipments that are worth their price.", "0");
        var scale = new ScaleOptions();
        var command = new Command(
            "supplies", "Supplies: generated instances of allocation at scale, or with --replay donations and requests matched day by day, without knowledge of the future.")
        {
            replay, every, prices, daysHeld,
        };
        scale.AddTo(command);
        TableAction.Set(command, clock, (parsed, preface, cancellationToken) =>
        {
            if (parsed.GetValue(replay) is not { } name)
            {
                return new ScaleRunner(scale.Read(parsed), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error).Run(preface, cancellationToken);
            }

            if (scale.Stated(parsed).ToArray() is { Length: > 0 } stated)
            {
                throw new TableRequestException($"--replay: {string.Join(", ", stated)} belong to generated instances, not to a replay.");
            }

            RunRequest run = scale.ReadRun(parsed);
            var request = new ReplayRequest(
                ReplayRequest.FolderOf(name),
                Days("--every", parsed.GetRequiredValue(every), least: 1),
                ReplayRequest.Numbers("--price", parsed.GetRequiredValue(prices), 0, 1e6, whole: false),
                Days("--may-wait", parsed.GetRequiredValue(daysHeld), least: 0),
                run.Folder,
                run.Resume);
            return new ReplayRunner(request, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error)
                .Run(preface, cancellationToken);
        });
        return command;
    }

    private static ImmutableArray<int> Days(string option, string text, int least) =>
        [.. ReplayRequest.Numbers(option, text, least, 366, whole: true).Select(static day => (int)day)];

    private static Option<string> List(string name, string description, string usual) => new(name)
    {
        Description = description,
        HelpName = "A,B",
        DefaultValueFactory = _ => usual,
    };
}

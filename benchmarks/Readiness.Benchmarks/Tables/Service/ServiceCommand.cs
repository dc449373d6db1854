using System.CommandLine;
using System.Globalization;

namespace Readiness.Benchmarks.Tables.Service;

/// <summary>The command of the table <c>service</c>.</summary>
internal static class ServiceCommand
{
    /// <summary>Forms the command.</summary>
    public static Command Create(TimeProvider clock)
    {
        var workers = new Option<string>("--workers")
        {
            Description = "Numbers of worker processes, 1 to 64 each, one run after the other; the first is what the others are compared with.",
            DefaultValueFactory = static _ => "1,2",
            HelpName = "N,N",
        };
        Option<int> cells = Number("--cells", "Cells of the sweep.", 64, 1, 10_000);
        Option<int> work = Number("--work-limit", "Rounds of every solve, which has one thread and no other limit that matters.", 4, 1, 1_000_000);
        Option<bool> server = StoreOption.Create();
        var folder = new Option<string>("--out")
        {
            Description = "Folder of the results.",
            DefaultValueFactory = static _ => Path.Combine("artifacts", "table"),
            HelpName = "DIR",
        };
        var command = new Command("service", "A sweep of a tiny district solved by one worker process of the service, then by several.") { workers, cells, work, server, folder };
        TableAction.Set(command, clock, (parsed, preface, cancellationToken) =>
        {
            var request = new ServiceRequest(
                [.. parsed.GetRequiredValue(workers).Split(',').Select(Count)],
                parsed.GetValue(cells),
                parsed.GetValue(work),
                StoreOption.Read(parsed, server),
                parsed.GetRequiredValue(folder));
            return new ServiceRunner(request, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error)
                .RunAsync(preface, cancellationToken).GetAwaiter().GetResult();
        });
        return command;
    }

    private static int Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is >= 1 and <= 64
        ? count
        : throw new TableRequestException($"--workers: '{text}' must be a whole number from 1 to 64.");

    private static Option<int> Number(string name, string description, int standard, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        Validators = { OptionRange.Within(least, most) },
    };
}

using System.CommandLine;

namespace Readiness.Benchmarks.Tables.Forecast;

/// <summary>The command of the table <c>forecast</c>.</summary>
internal static class ForecastCommand
{
    /// <summary>Forms the command.</summary>
    public static Command Create(TimeProvider clock)
    {
        Option<DirectoryInfo> data = new Option<DirectoryInfo>("--data")
        {
            Description = "Folder with outbreak.json and its files of counts, instead of the shipped one of early 2020 in China.",
            HelpName = "DIR",
        }.AcceptExistingOnly();
        var folder = new Option<string>("--out")
        {
            Description = "Folder of the results.",
            HelpName = "DIR",
            DefaultValueFactory = static _ => Path.Combine("artifacts", "table"),
        };
        Option<int> simulations = Number("--simulations", "Try so many simulated epidemics of known truth besides.", 0, 0, 1000);
        Option<int> seed = Number("--seed", "Seed of every random choice.", 1, 0, int.MaxValue);
        Option<int> threads = Number("--threads", "Threads of each forecast, 1 to 64.", 2, 1, 64);
        var command = new Command("forecast", "Forecasts of cases from rolling origins of a past outbreak, scored against two baselines.")
        {
            data, folder, simulations, seed, threads,
        };
        TableAction.Set(command, clock, (parsed, preface, cancellationToken) =>
        {
            var request = new ForecastRequest(
                parsed.GetValue(data)?.FullName ?? InstanceCatalogue.FolderOf("epidemic"),
                parsed.GetRequiredValue(folder),
                parsed.GetValue(simulations),
                parsed.GetValue(seed),
                parsed.GetValue(threads));
            return new ForecastRunner(request, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error).Run(preface, cancellationToken);
        });
        return command;
    }

    private static Option<int> Number(string name, string description, int value, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => value,
        Validators = { OptionRange.Within(least, most) },
    };
}

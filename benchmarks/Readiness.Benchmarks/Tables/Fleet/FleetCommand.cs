using System.CommandLine;
using Readiness.Benchmarks.Tables.Service;

namespace Readiness.Benchmarks.Tables.Fleet;

/// <summary>The command of the table <c>fleet</c>.</summary>
internal static class FleetCommand
{
    /// <summary>Forms the command.</summary>
    public static Command Create(TimeProvider clock)
    {
        Option<bool> server = StoreOption.Create();
        Option<int> jobs = Number("--jobs", "Jobs that go through the store while it is measured.", 2000, 10, 50_000);
        Option<int> clients = Number("--clients", "Operations at the same time while it is measured.", 16, 1, 90);
        Option<int> workers = Number("--workers", "Workers of the greatest simulated fleet.", 1000, 1, 1_000_000);
        Option<int> scenarios = Number("--scenarios", "Scenarios that each simulated fleet solves.", 1_000_000, 1, 100_000_000);
        Option<int> seed = Number("--seed", "Seed of the simulated lengths of solves.", 1, 0, int.MaxValue);
        var folder = new Option<string>("--out")
        {
            Description = "Folder of the results.",
            DefaultValueFactory = static _ => Path.Combine("artifacts", "table"),
            HelpName = "DIR",
        };
        var command = new Command("fleet", "A simulation of a great fleet of workers over the measured operations of their store.")
        {
            server, jobs, clients, workers, scenarios, seed, folder,
        };
        TableAction.Set(command, clock, (parsed, preface, cancellationToken) =>
        {
            var request = new FleetRequest(
                StoreOption.Read(parsed, server),
                parsed.GetValue(jobs),
                parsed.GetValue(clients),
                parsed.GetValue(workers),
                parsed.GetValue(scenarios),
                parsed.GetValue(seed),
                parsed.GetRequiredValue(folder));
            return new FleetRunner(request, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error)
                .RunAsync(preface, cancellationToken).GetAwaiter().GetResult();
        });
        return command;
    }

    private static Option<int> Number(string name, string description, int standard, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        Validators = { OptionRange.Within(least, most) },
    };
}

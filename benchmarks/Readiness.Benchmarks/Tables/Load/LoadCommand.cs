using System.CommandLine;

namespace Readiness.Benchmarks.Tables.Load;

/// <summary>The command of the table <c>load</c>.</summary>
internal static class LoadCommand
{
    /// <summary>Forms the command.</summary>
    public static Command Create(TimeProvider clock)
    {
        Option<int> clients = Number("--clients", "Clients, each with a connection of its own and a request a second.", 500, 1, 10_000);
        Option<int> seconds = Number("--seconds", "How long they send requests.", 60, 2, 86_400);
        Option<int> solves = Number("--solves", "Solves of the sample district that run in the service meanwhile, one thread each.", 2, 0, 64);
        var folder = new Option<string>("--out")
        {
            Description = "Folder of the results.",
            DefaultValueFactory = static _ => Path.Combine("artifacts", "table"),
            HelpName = "DIR",
        };
        var command = new Command("load", "Many clients at one process of the service while it solves, beside an empty ASP.NET endpoint.") { clients, seconds, solves, folder };
        TableAction.Set(command, clock, (parsed, preface, cancellationToken) =>
        {
            var request = new LoadRequest(parsed.GetValue(clients), parsed.GetValue(seconds), parsed.GetValue(solves), parsed.GetRequiredValue(folder));
            return new LoadRunner(request, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error)
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

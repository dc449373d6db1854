using System.Collections.Immutable;
using System.CommandLine;

namespace Readiness.Benchmarks.Tables.Districts;

/// <summary>The command of a table over districts.</summary>
internal static class DistrictCommand
{
    /// <summary>Forms the command.</summary>
    public static Command Create(DistrictTable table, TimeProvider clock)
    {
        var districts = new Option<string>("--districts")
        {
            Description = "Samples, files of districts, or numbers of people: a district with so many is generated, with every working-time rule in use.",
            HelpName = "A,B",
            DefaultValueFactory = static _ => "xishan,1200",
        };
        var seed = new Option<int>("--seed")
        {
            Description = "Seed of each solve and of the generated districts.",
            DefaultValueFactory = static _ => 1,
            HelpName = "N",
            Validators = { OptionRange.Within(0, int.MaxValue) },
        };
        var options = new RunOptions(FormattableString.Invariant($"{table.Limit.TotalSeconds} if none is stated"));
        var command = new Command(table.Name, table.Description) { districts, seed };
        options.AddTo(command);
        TableAction.Set(command, clock, (parsed, preface, cancellationToken) =>
        {
            RunRequest run = options.Read(parsed);
            int number = parsed.GetValue(seed);
            ImmutableArray<NamedDistrict> wanted =
                [.. parsed.GetRequiredValue(districts).Split(',').Distinct().Select(name => NamedDistrict.Parse(name, number))];
            var solve = new SolveOptions { TimeLimit = run.Limit ?? table.Limit, Threads = run.Threads, Seed = number };
            return new DistrictRunner(table, wanted, solve, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error)
                .Run(preface, run.Folder, run.Resume, cancellationToken);
        });
        return command;
    }
}

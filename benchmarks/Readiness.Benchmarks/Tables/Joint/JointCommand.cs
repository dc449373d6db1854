using System.CommandLine;

namespace Readiness.Benchmarks.Tables.Joint;

/// <summary>The command of the table <c>joint</c>.</summary>
internal static class JointCommand
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(60);

    /// <summary>Forms the command.</summary>
    public static Command Create(TimeProvider clock)
    {
        Option<string> seeds = List("--seeds", "Seeds of the districts: a range such as 1..10, or a list.", "1..10");
        Option<string> scarcities = List(
            "--scarcity", "Shares of the needed supplies and working hours that are there, up to 2.", "0.6,0.8,1.0");
        var options = new RunOptions(FormattableString.Invariant($"{DefaultLimit.TotalSeconds} if none is stated"));
        var command = new Command("joint", "Joint planning against planning in order, on generated districts.") { seeds, scarcities };
        options.AddTo(command);
        TableAction.Set(command, clock, (parsed, preface, cancellationToken) =>
        {
            RunRequest run = options.Read(parsed);
            var request = new JointRequest(
                SeedRanges.Parse(parsed.GetRequiredValue(seeds)),
                ScarcityList.Parse(parsed.GetRequiredValue(scarcities)),
                JointRequest.StandardSize,
                new SolveOptions { TimeLimit = run.Limit ?? DefaultLimit, Threads = run.Threads },
                run.Folder,
                run.Resume);
            return new JointRunner(request, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error)
                .Run(preface, cancellationToken);
        });
        return command;
    }

    private static Option<string> List(string name, string description, string usual) => new(name)
    {
        Description = description,
        HelpName = "A,B",
        DefaultValueFactory = _ => usual,
    };
}

using System.CommandLine;

namespace Readiness.Benchmarks.Tables.National;

/// <summary>The command of the table <c>national</c>.</summary>
internal static class NationalCommand
{
    private const int DefaultSites = 500;

    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(120);

    /// <summary>Forms the command.</summary>
    public static Command Create(TimeProvider clock)
    {
        Option<FileInfo> file = new Option<FileInfo>("--file")
        {
            Description = "Take the hospitals of this file, with columns as in the shipped one, instead of those of the United States.",
            HelpName = "F",
        }.AcceptExistingOnly();
        var sites = new Option<int>("--sites")
        {
            Description = "Number of candidate sites: the hospitals with the most beds.",
            HelpName = "N",
            DefaultValueFactory = static _ => DefaultSites,
            Validators = { OptionRange.Within(1, 100_000) },
        };
        var seed = new Option<int>("--seed")
        {
            Description = "Seed of the solve.",
            HelpName = "N",
            DefaultValueFactory = static _ => 1,
            Validators = { OptionRange.Within(0, int.MaxValue) },
        };
        var options = new RunOptions(FormattableString.Invariant($"{DefaultLimit.TotalSeconds} if none is stated"));
        var command = new Command("national", "Sites for the beds of a country's hospitals: capacitated facility location at the scale of the United States.")
        {
            file, sites, seed,
        };
        options.AddTo(command);
        TableAction.Set(command, clock, (parsed, preface, cancellationToken) =>
        {
            RunRequest run = options.Read(parsed);
            var request = new NationalRequest(
                parsed.GetValue(file)?.FullName ?? Path.Combine(InstanceCatalogue.FolderOf("national"), "hospitals.csv"),
                parsed.GetValue(sites),
                new SolveOptions { TimeLimit = run.Limit ?? DefaultLimit, Threads = run.Threads, Seed = parsed.GetValue(seed) },
                run.Folder,
                run.Resume);
            return new NationalRunner(request, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error)
                .Run(preface, cancellationToken);
        });
        return command;
    }
}

using System.CommandLine;

namespace Readiness.Benchmarks.Tables;

/// <summary>The options that all tables have in common.</summary>
/// <param name="withoutLimit">What holds where the user states no limit, as the end of the option's description.</param>
internal sealed class RunOptions(string withoutLimit)
{
    private static readonly SolveOptions Defaults = new();

    private readonly Option<double?> limit = new("--limit")
    {
        Description = $"Wall-clock limit of each solve; {withoutLimit}.",
        HelpName = "SECONDS",
        Validators = { OptionRange.Within(0.001, 1_000_000) },
    };

    private readonly Option<int> threads = new("--threads")
    {
        Description = "Threads of each solve, 1 to 64.",
        DefaultValueFactory = static _ => Defaults.Threads,
        HelpName = "N",
        Validators = { OptionRange.Within(1, 64) },
    };

    private readonly Option<string> folder = new("--out")
    {
        Description = "Folder of the results.",
        DefaultValueFactory = static _ => Path.Combine("artifacts", "table"),
        HelpName = "DIR",
    };

    private readonly Option<bool> resume = new("--resume")
    {
        Description = "Keep the rows that are already in the table and go on with the missing ones.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[limit, threads, folder, resume])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What the user wants.</summary>
    public RunRequest Read(ParseResult parsed) => new(
        parsed.GetValue(limit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        parsed.GetValue(threads),
        parsed.GetRequiredValue(folder),
        parsed.GetValue(resume));
}

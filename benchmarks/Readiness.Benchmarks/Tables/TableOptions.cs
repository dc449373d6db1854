using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Readiness.Benchmarks.Peers;

namespace Readiness.Benchmarks.Tables;

/// <summary>The options that the sets of instances have in common.</summary>
internal sealed class TableOptions
{
    private static readonly SolveOptions Defaults = new();

    private readonly Option<FileInfo> file = new Option<FileInfo>("--file")
    {
        Description = "Solve this file instead of the instances that come with Readiness.",
        HelpName = "F",
    }.AcceptExistingOnly();

    private readonly Option<string[]> instances = new("--instances")
    {
        Description = "Solve only these instances.",
        HelpName = "A,B",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = static result =>
            [.. result.Tokens.SelectMany(static t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()],
    };

    private readonly Option<double?> limit = new("--limit")
    {
        Description = "Wall-clock limit of each solve, also of the peers; without it the limit that the set states for each instance.",
        HelpName = "SECONDS",
        Validators = { Within(0.001, 1_000_000) },
    };

    private readonly Option<int> threads = new("--threads")
    {
        Description = "Threads of each solve, 1 to 64.",
        DefaultValueFactory = static _ => Defaults.Threads,
        HelpName = "N",
        Validators = { Within(1, 64) },
    };

    private readonly Option<int> seed = new("--seed")
    {
        Description = "Seed of each solve.",
        DefaultValueFactory = static _ => Defaults.Seed,
        HelpName = "N",
        Validators = { Within(0, int.MaxValue) },
    };

    private readonly Option<string> peers = new("--peers")
    {
        Description = $"Solvers that get the same instances, limit and threads beside Readiness: any of {string.Join(", ", PeerList.All.Select(static p => p.Name))}.",
        DefaultValueFactory = static _ => "none",
        HelpName = "none|A,B",
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
        foreach (Option option in (Option[])[file, instances, limit, threads, seed, peers, folder, resume])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What the user wants.</summary>
    public TableRequest Read(ParseResult parsed) => new(
        parsed.GetValue(file),
        [.. parsed.GetValue(instances) ?? []],
        parsed.GetValue(limit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        parsed.GetValue(threads),
        parsed.GetValue(seed),
        parsed.GetRequiredValue(peers),
        parsed.GetRequiredValue(folder),
        parsed.GetValue(resume));

    // What is no number at all is the parser's to refuse; NaN compares as false.
    private static Action<OptionResult> Within(double least, double most) => result =>
    {
        if (result.Tokens is [var token]
            && double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && !(value >= least && value <= most))
        {
            result.AddError(FormattableString.Invariant($"{result.IdentifierToken?.Value} must be from {least} to {most}."));
        }
    };
}

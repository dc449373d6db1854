using System.Collections.Immutable;
using System.CommandLine;
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

    private readonly Option<string[]> instances = Names("--instances", "Solve only these instances.");

    private readonly RunOptions run = new("the peers get the same; without it the one that the set states for each instance");

    private readonly Option<int> seed = new("--seed")
    {
        Description = "Seed of each solve, and of what is generated.",
        DefaultValueFactory = static _ => Defaults.Seed,
        HelpName = "N",
        Validators = { OptionRange.Within(0, int.MaxValue) },
    };

    private readonly Option<string> peers = new("--peers")
    {
        Description = $"Solvers that get the same instances, limit and threads beside Readiness: any of {string.Join(", ", PeerList.All.Select(static p => p.Name))}.",
        DefaultValueFactory = static _ => "none",
        HelpName = "none|A,B",
    };

    private readonly Option<string[]> peerInstances = Names("--peer-instances", "Give the peers only these instances; their cells stay empty in the other rows.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[file, instances, seed, peers, peerInstances])
        {
            command.Options.Add(option);
        }

        run.AddTo(command);
    }

    /// <summary>What the user wants.</summary>
    public TableRequest Read(ParseResult parsed)
    {
        (TimeSpan? limit, int threads, string folder, bool resume) = run.Read(parsed);
        return new TableRequest(
            parsed.GetValue(file),
            [.. parsed.GetValue(instances) ?? []],
            limit,
            threads,
            parsed.GetValue(seed),
            parsed.GetRequiredValue(peers),
            [.. parsed.GetValue(peerInstances) ?? []],
            folder,
            resume);
    }

    private static Option<string[]> Names(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "A,B",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = static result =>
            [.. result.Tokens.SelectMany(static t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()],
    };
}

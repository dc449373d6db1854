using System.CommandLine;
using Readiness.Supplies.Flows;

namespace Readiness.Benchmarks.Tables.Supplies.Scale;

/// <summary>The options of generated instances.</summary>
internal sealed class ScaleOptions
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(120);

    private readonly Option<string> instances = new("--instances")
    {
        Description = "Sizes of the instances: facilities x items x days.",
        HelpName = "FxIxD,...",
        DefaultValueFactory = static _ => "50x10x30,200x10x30,1000x10x30",
    };

    private readonly Option<int> lorries = new("--lorries")
    {
        Description = "Volume of a lorry in percent of the daily demand of the facility at its end.",
        HelpName = "P",
        DefaultValueFactory = static _ => ScaleGenerator.LorryPercent,
        Validators = { OptionRange.Within(1, 10_000) },
    };

    private readonly Option<double> gap = new("--gap")
    {
        Description = "Proven gap at which a solve ends, in percent.",
        HelpName = "P",
        DefaultValueFactory = static _ => 0.1,
        Validators = { OptionRange.Within(0, 100) },
    };

    private readonly Option<int> seed = new("--seed")
    {
        Description = "Seed of the draws.",
        HelpName = "N",
        DefaultValueFactory = static _ => 1,
        Validators = { OptionRange.Within(0, int.MaxValue) },
    };

    private readonly Option<string> peers = new("--peers")
    {
        Description = $"Solvers that get the same linear programme and limit: any of {string.Join(", ", ScalePeers.All.Select(static p => p.Name))}.",
        HelpName = "none|A,B",
        DefaultValueFactory = static _ => "none",
    };

    private readonly Option<string> peerInstances = new("--peer-instances")
    {
        Description = "Give the peers only these instances, by the names of their rows.",
        HelpName = "A,B",
        DefaultValueFactory = static _ => "",
    };

    private readonly Option<bool> export = new("--export") { Description = "Write each model (MPS) and the values of its columns." };

    private readonly RunOptions run = new(FormattableString.Invariant($"{DefaultLimit.TotalSeconds} if none is stated"));

    private Option[] Own => [instances, lorries, gap, seed, peers, peerInstances, export];

    /// <summary>Those that the user stated.</summary>
    public IEnumerable<string> Stated(ParseResult parsed) => Own.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(static option => option.Name);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in Own)
        {
            command.Options.Add(option);
        }

        run.AddTo(command);
    }

    /// <summary>What holds for every table.</summary>
    public RunRequest ReadRun(ParseResult parsed) => run.Read(parsed);

    /// <summary>What the user wants.</summary>
    /// <exception cref="TableRequestException">A size or a peer is wrong.</exception>
    public ScaleRequest Read(ParseResult parsed)
    {
        RunRequest common = ReadRun(parsed);
        return new ScaleRequest(
            ScaleSize.ParseList(parsed.GetRequiredValue(instances)),
            parsed.GetValue(lorries),
            new FlowOptions
            {
                TimeLimit = common.Limit ?? DefaultLimit,
                Threads = common.Threads,
                Seed = parsed.GetValue(seed),
                RelativeGap = parsed.GetValue(gap) / 100,
            },
            ScalePeers.Parse(parsed.GetRequiredValue(peers)),
            [.. parsed.GetRequiredValue(peerInstances).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            parsed.GetValue(export),
            common.Folder,
            common.Resume);
    }
}

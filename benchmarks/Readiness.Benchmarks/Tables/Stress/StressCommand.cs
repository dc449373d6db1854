using System.CommandLine;
using Readiness.Scenarios.StressTests;

namespace Readiness.Benchmarks.Tables.Stress;

/// <summary>The command of the table <c>stress</c>.</summary>
internal static class StressCommand
{
    /// <summary>Limit of the plan that is tested if the user states none: the subject here is what becomes of a plan, not how good it is.</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(60);

    /// <summary>Forms the command.</summary>
    public static Command Create(TimeProvider clock)
    {
        var district = new Option<string>("--district")
        {
            Description = "Sample or path of the document whose plan is tested.",
            HelpName = "D",
            DefaultValueFactory = static _ => "xishan",
        };
        var futures = new Option<int>("--futures")
        {
            Description = "Number of sampled futures.",
            HelpName = "N",
            DefaultValueFactory = static _ => 1000,
            Validators = { OptionRange.Within(1, StressTester.MostFutures) },
        };
        var replan = new Option<double?>("--replan")
        {
            Description = "Plan every future anew in so many seconds, instead of carrying the plan out as it is.",
            HelpName = "SECONDS",
            Validators = { OptionRange.Within(0.1, 100_000) },
        };
        var seed = new Option<int>("--seed")
        {
            Description = "Seed of the futures.",
            HelpName = "N",
            DefaultValueFactory = static _ => 1,
            Validators = { OptionRange.Within(0, int.MaxValue) },
        };
        var options = new RunOptions(FormattableString.Invariant($"that of the plan that is tested, {DefaultLimit.TotalSeconds} if none is stated"));
        var command = new Command("stress", "A plan of a district in sampled futures: demand, late shipments and sick leave.") { district, futures, replan, seed };
        options.AddTo(command);
        TableAction.Set(command, clock, (parsed, preface, cancellationToken) => new StressRunner(
            new StressRequest(
                parsed.GetRequiredValue(district),
                parsed.GetValue(futures),
                parsed.GetValue(replan) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                StressTestSettings.Standard with { Seed = parsed.GetValue(seed) },
                options.Read(parsed)),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error).Run(preface, cancellationToken));
        return command;
    }
}

using System.CommandLine;

namespace Readiness.Benchmarks.Tables;

/// <summary>The command of a set of instances.</summary>
internal static class InstanceSetCommand
{
    /// <summary>Forms the command.</summary>
    /// <param name="name">Name of the set.</param>
    /// <param name="description">What it holds.</param>
    /// <param name="choose">Makes the set that the options ask for; may throw <see cref="TableRequestException"/>.</param>
    /// <param name="clock">Tells the date that stands in the report.</param>
    /// <param name="own">Options that only this set has.</param>
    public static Command Create(string name, string description, Func<ParseResult, IInstanceSet> choose, TimeProvider clock, params Option[] own)
    {
        var options = new TableOptions();
        var command = new Command(name, description);
        options.AddTo(command);
        foreach (Option option in own)
        {
            command.Options.Add(option);
        }

        TableAction.Set(command, clock, (parsed, preface, cancellationToken) =>
        {
            InvocationConfiguration console = parsed.InvocationConfiguration;
            return new TableRunner(choose(parsed), options.Read(parsed), console.Output, console.Error).Run(preface, cancellationToken);
        });
        return command;
    }
}

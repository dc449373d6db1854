using System.CommandLine;
using System.Runtime.InteropServices;

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

        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));
        return command;

        int Run(ParseResult parsed, CancellationToken cancellationToken)
        {
            TextWriter error = parsed.InvocationConfiguration.Error;
            try
            {
                var runner = new TableRunner(choose(parsed), options.Read(parsed), parsed.InvocationConfiguration.Output, error);
                return runner.Run(Preface(name, parsed, clock), cancellationToken);
            }
            catch (Exception exception) when (exception is TableRequestException or IOException or UnauthorizedAccessException)
            {
                error.WriteLine(exception.Message);
                return TableCommand.WrongInput;
            }
        }
    }

    private static string Preface(string name, ParseResult parsed, TimeProvider clock) => FormattableString.Invariant(
        $"""
        # {name}

        `{string.Join(' ', parsed.Tokens)}`

        {clock.GetLocalNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture}), {RuntimeInformation.FrameworkDescription}.
        Objectives are minimised, gaps are in percent, times are wall seconds.

        """);
}

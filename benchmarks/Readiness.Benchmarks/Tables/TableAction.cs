using System.CommandLine;
using System.Runtime.InteropServices;

namespace Readiness.Benchmarks.Tables;

/// <summary>What the commands of all tables do alike: they compute off the console's thread, date their table, and report a wrong request in a line.</summary>
internal static class TableAction
{
    /// <summary>Makes a command run something.</summary>
    /// <param name="command">The command.</param>
    /// <param name="clock">Tells the date that stands in the table.</param>
    /// <param name="run">
    /// Runs, given what the Markdown says above the table; returns the exit code, may throw <see cref="TableRequestException"/>.
    /// </param>
    public static void Set(Command command, TimeProvider clock, Func<ParseResult, string, CancellationToken, int> run)
    {
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));

        int Run(ParseResult parsed, CancellationToken cancellationToken)
        {
            try
            {
                return run(parsed, Preface(command.Name, parsed, clock), cancellationToken);
            }
            catch (Exception exception) when (exception is TableRequestException or IOException or UnauthorizedAccessException)
            {
                parsed.InvocationConfiguration.Error.WriteLine(exception.Message);
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

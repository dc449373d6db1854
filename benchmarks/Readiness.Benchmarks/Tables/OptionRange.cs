using System.CommandLine.Parsing;
using System.Globalization;

namespace Readiness.Benchmarks.Tables;

/// <summary>The range that a number on the command line must be in.</summary>
internal static class OptionRange
{
    /// <summary>Refuses numbers outside a range. What is no number at all is the parser's to refuse; NaN compares as false.</summary>
    public static Action<OptionResult> Within(double least, double most) => result =>
    {
        if (result.Tokens is [var token]
            && double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && !(value >= least && value <= most))
        {
            result.AddError(FormattableString.Invariant($"{result.IdentifierToken?.Value} must be from {least} to {most}."));
        }
    };
}

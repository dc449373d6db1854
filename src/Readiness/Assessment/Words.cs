using System.Globalization;

namespace Readiness.Assessment;

/// <summary>Writes figures the same way wherever the program runs.</summary>
internal static class Words
{
    private const double Tolerance = 1e-9;

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The next whole number, where 3.0000000001 is 3.</summary>
    public static double WholeUp(double value) => Math.Ceiling(value - Tolerance * Math.Max(1, Math.Abs(value)));
}

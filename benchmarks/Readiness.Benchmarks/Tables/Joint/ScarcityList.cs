using System.Collections.Immutable;
using System.Globalization;

namespace Readiness.Benchmarks.Tables.Joint;

/// <summary>Degrees of scarcity as the user lists them: <c>0.6,0.8,1.0</c>.</summary>
internal static class ScarcityList
{
    // Below this the generator cannot make up enough work for the staff.
    private const double Least = 0.05;
    private const double Most = 2;

    /// <summary>The degrees, in the order of the list and each once.</summary>
    /// <exception cref="TableRequestException">The text is no such list.</exception>
    public static ImmutableArray<double> Parse(string text) => [.. text.Split(',').Select(Degree).Distinct()];

    private static double Degree(string part) =>
        double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double degree) && degree is >= Least and <= Most
            ? degree
            : throw new TableRequestException(string.Create(
                CultureInfo.InvariantCulture, $"--scarcity: '{part}' is no scarcity; wanted are numbers from {Least} to {Most}, such as 0.6,0.8,1.0."));
}

using System.Globalization;
using System.Runtime.CompilerServices;

namespace Readiness.Quarantine;

/// <summary>
/// The text of a fault, put together only if there is one: a large problem passes millions of checks, and writing the numbers of each would take longer than solving a small problem.
/// </summary>
[InterpolatedStringHandler]
internal ref struct FaultText
{
    private DefaultInterpolatedStringHandler text;

    /// <summary>Called by the compiler in place of putting the text together.</summary>
    public FaultText(int literalLength, int formattedCount, bool holds, out bool isWanted)
    {
        isWanted = !holds;
        text = isWanted ? new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
    }

    public void AppendLiteral(string value) => text.AppendLiteral(value);

    public void AppendFormatted<T>(T value) => text.AppendFormatted(value);

    /// <summary>The text; only once.</summary>
    public string ToStringAndClear() => text.ToStringAndClear();
}

using System.Globalization;
using Readiness.Solving;

namespace Readiness.Benchmarks.Peers;

/// <summary>What the executable of CBC wrote: a file with its solution, and a protocol that has its bound.</summary>
/// <param name="Status">How it ended; a search that was stopped counts as one at its time limit.</param>
/// <param name="HasPoint">Whether the values keep every row and are whole where they must be.</param>
/// <param name="Objective">Objective of the values; not a number without a point.</param>
/// <param name="Bound">Its lower bound; infinite if none is stated.</param>
/// <param name="Values">Value of every column; empty without a point.</param>
internal sealed record CbcAnswer(SolveStatus Status, bool HasPoint, double Objective, double Bound, double[] Values)
{
    private const string ObjectiveMark = " - objective value ";
    private const string BoundMark = "Lower bound:";

    /// <summary>Reads both.</summary>
    /// <param name="solution">The solution file: a line that says how it ended, then a line (number, name, value, reduced cost) for each column that is not zero.</param>
    /// <param name="protocol">What the process printed.</param>
    /// <param name="columns">Number of columns of the model.</param>
    /// <exception cref="FormatException">The file is not of that form.</exception>
    public static CbcAnswer Read(string solution, string protocol, int columns)
    {
        string[] lines = solution.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string first = lines.Length > 0 ? lines[0] : string.Empty;
        int mark = first.LastIndexOf(ObjectiveMark, StringComparison.Ordinal);
        if (mark < 0)
        {
            throw new FormatException($"The solution of cbc begins with '{first}', which does not say how it ended.");
        }

        string ending = first[..mark];
        SolveStatus status = StatusOf(ending);
        bool hasPoint = status is SolveStatus.Optimal
            || (status == SolveStatus.TimeLimit && !ending.Contains("no integer solution", StringComparison.Ordinal));
        double objective = hasPoint ? Number(first[(mark + ObjectiveMark.Length)..]) : double.NaN;
        double bound = BoundOf(protocol) ?? (status == SolveStatus.Optimal ? objective : double.NegativeInfinity);
        return new CbcAnswer(status, hasPoint, objective, bound, hasPoint ? ValuesOf(lines, columns) : []);
    }

    private static SolveStatus StatusOf(string ending) =>
        ending.StartsWith("Optimal", StringComparison.Ordinal) ? SolveStatus.Optimal
        : ending.StartsWith("Stopped", StringComparison.Ordinal) ? SolveStatus.TimeLimit
        : ending.StartsWith("Unbounded", StringComparison.Ordinal) ? SolveStatus.Unbounded
        : ending is "Infeasible" or "Integer infeasible" ? SolveStatus.Infeasible
        : SolveStatus.Failed;

    private static double? BoundOf(string protocol)
    {
        int mark = protocol.LastIndexOf(BoundMark, StringComparison.Ordinal);
        if (mark < 0)
        {
            return null;
        }

        int from = mark + BoundMark.Length;
        int end = protocol.IndexOf('\n', from);
        return double.TryParse(protocol.AsSpan(from, (end < 0 ? protocol.Length : end) - from), NumberStyles.Float, CultureInfo.InvariantCulture, out double bound)
            ? bound
            : null;
    }

    private static double[] ValuesOf(string[] lines, int columns)
    {
        double[] values = new double[columns];
        foreach (string line in lines.Skip(1))
        {
            // Two asterisks before a line say that the column exceeds a bound by more than a tolerance.
            string[] fields = line.TrimStart('*').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 3
                || !int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out int column)
                || column >= columns)
            {
                throw new FormatException($"The solution of cbc has a line '{line}' that is not one of a column.");
            }

            values[column] = Number(fields[2]);
        }

        return values;
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw new FormatException($"The solution of cbc has '{text}' in the place of a number.");
}

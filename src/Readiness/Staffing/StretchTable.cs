using System.Numerics;
using System.Runtime.InteropServices;

namespace Readiness.Staffing;

/// <summary>
/// Costs of the states of <see cref="StretchProgram"/>: by day, weekends and caps used a row of totals. Each row knows between which totals it
/// has been reached.
/// </summary>
internal sealed class StretchTable
{
    private const double None = double.PositiveInfinity;

    private double[] cells = [];
    private double[] floor = [];
    private int[] rowFirst = [];
    private int[] rowLast = [];
    private int[] least = [];
    private CapStates caps = null!;

    /// <summary>Rows of a day: weekends × states of caps.</summary>
    public int RowsPerDay { get; private set; }

    /// <summary>Length of a row.</summary>
    public int Totals { get; private set; }

    /// <summary>Empties the table but for the first day's first state, which costs nothing.</summary>
    /// <param name="days">Days; there is one more morning than days.</param>
    /// <param name="weekendStates">Weekends worked that are told apart.</param>
    /// <param name="capStates">States of the counted caps.</param>
    /// <param name="totals">Length of a row.</param>
    public void Reset(int days, int weekendStates, CapStates capStates, int totals)
    {
        caps = capStates;
        Totals = totals;
        RowsPerDay = weekendStates * caps.Count;
        int rows = (days + 1) * RowsPerDay;
        Grow(ref rowFirst, rows);
        Grow(ref rowLast, rows);
        Grow(ref floor, RowsPerDay * totals);
        Grow(ref cells, rows * totals);
        Grow(ref least, days + 1);
        Array.Fill(rowFirst, int.MaxValue, 0, rows);
        Array.Fill(rowLast, -1, 0, rows);
        Array.Fill(cells, None, 0, rows * totals);
        cells[0] = 0;
        rowFirst[0] = rowLast[0] = 0;
    }

    /// <summary>Says which totals of a morning need not be followed: from those below the least, the least total of all cannot be reached any more.</summary>
    public void SetLeast(int day, int total) => least[day] = total;

    /// <summary>Cost of a state.</summary>
    /// <param name="row">Day × rows per day + weekends × states of caps + state of caps.</param>
    /// <param name="total">Total.</param>
    public double this[int row, int total] => cells[(row * Totals) + total];

    /// <summary>Whether a row has been reached.</summary>
    public bool IsReached(int row) => rowLast[row] >= 0;

    /// <summary>Totals between which a row has been reached.</summary>
    public (int First, int Last) Reached(int row) => (rowFirst[row], rowLast[row]);

    /// <summary>Whether any row of a day has been reached.</summary>
    public bool IsDayReached(int day) => rowLast.AsSpan(day * RowsPerDay, RowsPerDay).ContainsAnyExceptInRange(int.MinValue, -1);

    /// <summary>Goes from all states of a row to those of another, where that is cheaper than what is known.</summary>
    /// <param name="from">The row.</param>
    /// <param name="to">The other row.</param>
    /// <param name="day">Its day.</param>
    /// <param name="units">What the total grows by.</param>
    /// <param name="cost">What it costs.</param>
    public void Relax(int from, int to, int day, int units, double cost)
    {
        int first = Math.Max(rowFirst[from], least[day] - units);
        int last = Math.Min(rowLast[from], Totals - 1 - units);
        if (first > last)
        {
            return;
        }

        ReadOnlySpan<double> source = cells.AsSpan((from * Totals) + first, last - first + 1);
        Span<double> target = cells.AsSpan((to * Totals) + first + units, last - first + 1);
        int i = 0;
        if (source.Length >= Vector<double>.Count)
        {
            var add = new Vector<double>(cost);
            ReadOnlySpan<Vector<double>> sources = MemoryMarshal.Cast<double, Vector<double>>(source);
            Span<Vector<double>> targets = MemoryMarshal.Cast<double, Vector<double>>(target);
            for (int v = 0; v < sources.Length; v++)
            {
                targets[v] = Vector.Min(targets[v], sources[v] + add);
            }

            i = sources.Length * Vector<double>.Count;
        }

        for (; i < source.Length; i++)
        {
            target[i] = Math.Min(target[i], source[i] + cost);
        }

        rowFirst[to] = Math.Min(rowFirst[to], first + units);
        rowLast[to] = Math.Max(rowLast[to], last + units);
    }

    /// <summary>
    /// Drops the states of a day that cost as much as one with the same total and no more weekends and caps used: they lead to nothing better.
    /// </summary>
    public void Prune(int day)
    {
        int firstRow = day * RowsPerDay;
        if (RowsPerDay == 1)
        {
            return;
        }

        for (int row = 0; row < RowsPerDay; row++)
        {
            Span<double> below = floor.AsSpan(row * Totals, Totals);
            below.Fill(None);
            if (row >= caps.Count)
            {
                Lower(below, floor.AsSpan((row - caps.Count) * Totals, Totals));
            }

            for (int cap = 0; cap < caps.Caps; cap++)
            {
                if (caps.Uses(row % caps.Count, cap))
                {
                    Lower(below, floor.AsSpan((row - caps.One(cap)) * Totals, Totals));
                }
            }

            int first = rowFirst[firstRow + row];
            int last = rowLast[firstRow + row];
            rowFirst[firstRow + row] = int.MaxValue;
            rowLast[firstRow + row] = -1;
            Span<double> costs = cells.AsSpan((firstRow + row) * Totals, Totals);
            for (int total = first; total <= last; total++)
            {
                if (costs[total] >= below[total])
                {
                    costs[total] = None;
                }
                else
                {
                    below[total] = costs[total];
                    rowFirst[firstRow + row] = Math.Min(rowFirst[firstRow + row], total);
                    rowLast[firstRow + row] = total;
                }
            }
        }
    }

    private static void Lower(Span<double> values, ReadOnlySpan<double> others)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Math.Min(values[i], others[i]);
        }
    }

    private static void Grow<T>(ref T[] array, int size)
    {
        if (array.Length < size)
        {
            array = new T[Math.Max(size, 2 * array.Length)];
        }
    }
}

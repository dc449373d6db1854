using System.Numerics;

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
    private int width;
    private int totals;

    /// <summary>Rows of a day: weekends × states of caps.</summary>
    public int RowsPerDay { get; private set; }

    /// <summary>Empties the table but for the first day's first state, which costs nothing.</summary>
    /// <param name="days">Days; there is one more morning than days.</param>
    /// <param name="weekendStates">Weekends worked that are told apart.</param>
    /// <param name="capStates">States of the counted caps.</param>
    /// <param name="totals">Number of totals, from 0.</param>
    /// <param name="leastOf">Least total of each morning that is followed: from below it the least total of all cannot be reached any more.</param>
    /// <param name="mostOf">Largest total that each morning can have.</param>
    public void Reset(int days, int weekendStates, CapStates capStates, int totals, ReadOnlySpan<int> leastOf, ReadOnlySpan<int> mostOf)
    {
        caps = capStates;
        this.totals = totals;
        RowsPerDay = weekendStates * caps.Count;
        Grow(ref least, days + 1);
        width = 1;
        for (int day = 0; day <= days; day++)
        {
            least[day] = leastOf[day];
            width = Math.Max(width, Math.Min(totals - 1, mostOf[day]) - least[day] + 1);
        }

        int rows = (days + 1) * RowsPerDay;
        Grow(ref rowFirst, rows);
        Grow(ref rowLast, rows);
        Grow(ref floor, RowsPerDay * width);
        Grow(ref cells, rows * width);
        Array.Fill(rowLast, -1, 0, rows);
        cells[0] = 0;
        rowFirst[0] = rowLast[0] = 0;
    }

    /// <summary>Cost of a state.</summary>
    /// <param name="row">Day × rows per day + weekends × states of caps + state of caps.</param>
    /// <param name="total">Total.</param>
    public double this[int row, int total] =>
        rowLast[row] >= 0 && total >= rowFirst[row] && total <= rowLast[row] ? cells[CellOf(row, row / RowsPerDay, total)] : None;

    /// <summary>Whether a row has been reached.</summary>
    public bool IsReached(int row) => rowLast[row] >= 0;

    /// <summary>Totals between which a row has been reached.</summary>
    public (int First, int Last) Reached(int row) => rowLast[row] < 0 ? (0, -1) : (rowFirst[row], rowLast[row]);

    /// <summary>Whether any row of a day has been reached.</summary>
    public bool IsDayReached(int day) => rowLast.AsSpan(day * RowsPerDay, RowsPerDay).ContainsAnyExceptInRange(int.MinValue, -1);

    /// <summary>Goes from all states of a row to those of another, where that is cheaper than what is known.</summary>
    /// <param name="from">The row.</param>
    /// <param name="day">Its day.</param>
    /// <param name="to">The other row.</param>
    /// <param name="toDay">Its day.</param>
    /// <param name="units">What the total grows by.</param>
    /// <param name="cost">What it costs.</param>
    public void Relax(int from, int day, int to, int toDay, int units, double cost)
    {
        int first = Math.Max(rowFirst[from], least[toDay] - units);
        int last = Math.Min(rowLast[from], totals - 1 - units);
        if (first > last)
        {
            return;
        }

        Reach(to, toDay, first + units, last + units);
        ReadOnlySpan<double> source = cells.AsSpan(CellOf(from, day, first), last - first + 1);
        Span<double> target = cells.AsSpan(CellOf(to, toDay, first + units), last - first + 1);
        int i = 0;
        var add = new Vector<double>(cost);
        for (; i <= source.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector.Min(new Vector<double>(target[i..]), new Vector<double>(source[i..]) + add).CopyTo(target[i..]);
        }

        for (; i < source.Length; i++)
        {
            target[i] = Math.Min(target[i], source[i] + cost);
        }
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

        (int from, int to) = Band(firstRow);
        for (int row = 0; row < RowsPerDay; row++)
        {
            Span<double> below = floor.AsSpan(row * width, to - from);
            below.Fill(None);
            if (row >= caps.Count)
            {
                Lower(below, floor.AsSpan((row - caps.Count) * width, below.Length));
            }

            for (int cap = 0; cap < caps.Caps; cap++)
            {
                if (caps.Uses(row % caps.Count, cap))
                {
                    Lower(below, floor.AsSpan((row - caps.One(cap)) * width, below.Length));
                }
            }

            if (IsReached(firstRow + row))
            {
                Prune(firstRow + row, day, below[(rowFirst[firstRow + row] - from)..]);
            }
        }
    }

    private void Prune(int row, int day, Span<double> below)
    {
        Span<double> costs = cells.AsSpan(CellOf(row, day, rowFirst[row]), rowLast[row] - rowFirst[row] + 1);
        int i = 0;
        var none = new Vector<double>(None);
        for (; i <= costs.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var cost = new Vector<double>(costs[i..]);
            var bound = new Vector<double>(below[i..]);
            Vector.ConditionalSelect(Vector.LessThan(cost, bound), cost, none).CopyTo(costs[i..]);
            Vector.Min(cost, bound).CopyTo(below[i..]);
        }

        for (; i < costs.Length; i++)
        {
            (costs[i], below[i]) = (costs[i] < below[i] ? costs[i] : None, Math.Min(costs[i], below[i]));
        }

        int first = costs.IndexOfAnyExcept(None);
        rowLast[row] = first < 0 ? -1 : rowFirst[row] + costs.LastIndexOfAnyExcept(None);
        rowFirst[row] += first;
    }

    // Totals from and to (not included) which any row of a day has been reached.
    private (int From, int To) Band(int firstRow)
    {
        int from = int.MaxValue;
        int to = 0;
        for (int row = firstRow; row < firstRow + RowsPerDay; row++)
        {
            if (IsReached(row))
            {
                from = Math.Min(from, rowFirst[row]);
                to = Math.Max(to, rowLast[row] + 1);
            }
        }

        return (Math.Min(from, to), to);
    }

    // A row holds costs only between the totals between which it has been reached.
    private void Reach(int row, int day, int first, int last)
    {
        if (!IsReached(row))
        {
            cells.AsSpan(CellOf(row, day, first), last - first + 1).Fill(None);
            (rowFirst[row], rowLast[row]) = (first, last);
            return;
        }

        if (first < rowFirst[row])
        {
            cells.AsSpan(CellOf(row, day, first), rowFirst[row] - first).Fill(None);
            rowFirst[row] = first;
        }

        if (last > rowLast[row])
        {
            cells.AsSpan(CellOf(row, day, rowLast[row] + 1), last - rowLast[row]).Fill(None);
            rowLast[row] = last;
        }
    }

    private int CellOf(int row, int day, int total) => (row * width) + total - least[day];

    private static void Lower(Span<double> values, ReadOnlySpan<double> others)
    {
        int i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector.Min(new Vector<double>(values[i..]), new Vector<double>(others[i..])).CopyTo(values[i..]);
        }

        for (; i < values.Length; i++)
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

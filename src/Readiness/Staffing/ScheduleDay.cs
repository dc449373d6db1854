using System.Runtime.Intrinsics;

namespace Readiness.Staffing;

/// <summary>A day of a <see cref="ScheduleProgram"/>: its costs, and what labels must keep to on it.</summary>
internal readonly ref struct ScheduleDay(int day, ReadOnlySpan<double> costs, Vector256<ushort> highLimit, int leastTotal, int mostOwed, int weekday, int asked)
{
    public int Day { get; } = day;

    public ReadOnlySpan<double> Costs { get; } = costs;

    public Vector256<ushort> HighLimit { get; } = highLimit;

    /// <summary>Least total after today from which the least of all days can be reached.</summary>
    public int LeastTotal { get; } = leastTotal;

    /// <summary>Most minutes that the rest of the week can still bring after today.</summary>
    public int MostOwed { get; } = mostOwed;

    /// <summary>Weekday, from 0 for Monday.</summary>
    public int Weekday { get; } = weekday;

    /// <summary>Minutes that the seven days which begin today ask for.</summary>
    public int Asked { get; } = asked;
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Readiness.Staffing;

/// <summary>A part of a schedule, from the first day to some day, in a <see cref="ScheduleProgram"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ScheduleLabel
{
    /// <summary>Counters of capped shifts and of what is counted by the week.</summary>
    public Vector256<ushort> High;

    /// <summary>Rolling sums, minutes of the week and the run of days.</summary>
    public Vector128<ushort> Low;

    /// <summary>Cost so far.</summary>
    public double Cost;

    /// <summary>Minutes so far.</summary>
    public int Total;

    /// <summary>Label of the day before.</summary>
    public int Parent;

    /// <summary>Next label of the bucket; -1 at its end.</summary>
    public int Next;

    /// <summary>What the coming days may be, by the runs of days and the last shift.</summary>
    public int Phase;

    /// <summary>Weekends worked.</summary>
    public short Weekends;

    /// <summary>Index into the costs of the day.</summary>
    public short Option;

    /// <summary>Whether another label of the day dominates it.</summary>
    public bool Dead;
}

using System.Runtime.InteropServices;

namespace Readiness.Staffing;

/// <summary>The sizes of a solve of a <see cref="ScheduleProgram"/>: costs per day, and the buckets in which labels meet.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct ScheduleFrame
{
    private const int MaxBuckets = 1 << 21;

    public ScheduleFrame(CompiledRules rules, bool countsLending, double overtimePrice)
    {
        Rules = rules;
        OvertimePrice = overtimePrice;
        Stride = 1 + (rules.KindCount * (countsLending ? 2 : 1));
        WeekendStates = rules.MaxWeekends + 1 > 0 ? rules.MaxWeekends + 1 : 1;
        TotalUnit = rules.MinutesUnit;
        TotalStates = 1;
        if (rules.TotalInBucket)
        {
            long most = Math.Min(rules.Rules.MaxTotalMinutes, 1440L * rules.Days);
            while (((most / TotalUnit) + 1) * rules.PhaseCount * WeekendStates > MaxBuckets)
            {
                TotalUnit *= 2;
            }

            TotalStates = (int)(most / TotalUnit) + 1;
        }

        Buckets = rules.PhaseCount * WeekendStates * TotalStates;
    }

    public CompiledRules Rules { get; }

    public double OvertimePrice { get; }

    public int Stride { get; }

    public int WeekendStates { get; }

    public int TotalUnit { get; }

    public int TotalStates { get; }

    public int Buckets { get; }
}

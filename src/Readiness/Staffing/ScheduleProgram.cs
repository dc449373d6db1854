using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Readiness.Staffing;

/// <summary>
/// The cheapest schedule of one person for given prices per day and kind of work: a shortest path with resources, by dynamic programming
/// over the days with packed labels.
/// </summary>
/// <remarks>
/// A label carries its cost and what it has used up, in lanes of 16 bits: the minutes of the last one to six days (which make the rolling
/// seven-day limit exact), the minutes of the week, the run of days, what seven days that are not over still ask for, lent minutes and counters of capped shifts. Labels meet in buckets of
/// equal phase, weekends and total minutes; there one that costs no more and has used up no more dominates. At most
/// <c>width</c> labels stay in a bucket, the dearest going first: this never breaks a rule, but then <see cref="IsExact"/> is false.
/// The rolling limit makes many labels incomparable and seldom binds, so a solve without it comes first, which is enough if its schedule
/// keeps the limit (decremental state space relaxation: Righini and Salani, Networks 51, 2008).
/// Buffers are kept between solves; an instance serves one thread.
/// </remarks>
internal sealed class ScheduleProgram
{
    private static readonly Vector128<ushort> BesidesRolling = Vector128.Create(0, 0, 0, 0, 0, 0, ushort.MaxValue, ushort.MaxValue);

    private readonly RollingLimit rolling = new();

    private ScheduleLabel[] labels = new ScheduleLabel[4096];
    private int[] heads = [];
    private long[] stamps = [];
    private int[] mostMinutesFrom = [];
    private long stamp;
    private int labelCount;
    private int width;
    private bool rolls;
    private Vector128<ushort> counted;
    private bool totalMustMatch;
    private bool totalCounts;

    /// <summary>Whether the latest solve kept every label that was not dominated, so that its schedule is optimal.</summary>
    public bool IsExact { get; private set; }

    /// <summary>Cost of the schedule that the latest successful solve found.</summary>
    public double Cost { get; private set; }

    /// <summary>Finds the cheapest schedule.</summary>
    /// <param name="rules">Rules to keep.</param>
    /// <param name="start">What there is to count before the first day.</param>
    /// <param name="costs">
    /// For each day: the cost of a day off, then of each kind, then, if <paramref name="lending"/> is given, of each kind worked for another
    /// unit. <see cref="double.PositiveInfinity"/> forbids.
    /// </param>
    /// <param name="lending">Minutes that may be worked for other units in each week; empty if that needs no counting.</param>
    /// <param name="overtimePrice">Cost of a minute of overtime.</param>
    /// <param name="labelsPerBucket">Most labels kept in a bucket; at least 1.</param>
    /// <param name="options">Receives for each day the index into the day's costs.</param>
    /// <returns>False if no schedule was found; none exists if <see cref="IsExact"/>.</returns>
    public bool Solve(
        CompiledRules rules, in ScheduleStart start, ReadOnlySpan<double> costs, ReadOnlySpan<int> lending, double overtimePrice, int labelsPerBucket,
        Span<int> options)
    {
        rolls = false;
        if (rules.Rolling && rolling.IsWorthRelaxing(rules))
        {
            bool found = Run(rules, start, costs, lending, overtimePrice, labelsPerBucket, options);
            bool breaks = found && RollingLimit.IsBroken(rules, start, options);
            rolling.Note(rules, breaks);
            if (!breaks && (found || IsExact))
            {
                return found;
            }
        }

        rolls = rules.Rolling;
        return Run(rules, start, costs, lending, overtimePrice, labelsPerBucket, options);
    }

    private bool Run(
        CompiledRules rules, in ScheduleStart start, ReadOnlySpan<double> costs, ReadOnlySpan<int> lending, double overtimePrice, int labelsPerBucket,
        Span<int> options)
    {
        int days = rules.Days;
        var frame = new ScheduleFrame(rules, lending.Length > 0, overtimePrice);
        Prepare(rules, costs, frame);
        counted = rolls ? Vector128<ushort>.AllBitsSet : BesidesRolling;
        labels[0] = new ScheduleLabel { Phase = start.Phase, Low = start.Low & counted, Parent = -1 };
        labelCount = 1;
        width = labelsPerBucket;
        IsExact = !rules.SharesCaps;
        int from = 0;
        for (int day = 0; day < days; day++)
        {
            int end = labelCount;
            stamp++;
            Vector256<ushort> limit = rules.HighLimit;
            if (lending.Length > 0)
            {
                limit = limit.WithElement(CompiledRules.LentLane, (ushort)Math.Min(ushort.MaxValue, lending[day / 7]));
            }

            // What is due cannot be more than the days up to then can bring.
            for (int ahead = 0; rules.OwesSevenDays && ahead < CompiledRules.DueLanes; ahead++)
            {
                int most = mostMinutesFrom[day + 1] - mostMinutesFrom[Math.Min(days, day + 2 + ahead)];
                limit = limit.WithElement(CompiledRules.DueLane + ahead, (ushort)Math.Min(ushort.MaxValue, most));
            }

            var today = new ScheduleDay(
                day, costs.Slice(day * frame.Stride, frame.Stride), limit, rules.Rules.MinTotalMinutes - mostMinutesFrom[day + 1],
                mostMinutesFrom[day + 1] - mostMinutesFrom[Math.Min(days, day - (day % 7) + 7)], (day + rules.FirstWeekday) % 7,
                day + 7 <= days && start.Asks(day) ? rules.Rules.MinMinutesPer7Days : 0);
            for (int i = from; i < end; i++)
            {
                if (!labels[i].Dead)
                {
                    Extend(frame, today, i);
                }
            }

            if (labelCount == end)
            {
                return false;
            }

            from = end;
        }

        return Trace(rules, from, options);
    }

    private void Prepare(CompiledRules rules, ReadOnlySpan<double> costs, in ScheduleFrame frame)
    {
        int days = rules.Days;
        totalMustMatch = rules.TotalInBucket;
        totalCounts = rules.LimitsTotal;
        if (heads.Length < frame.Buckets)
        {
            heads = new int[frame.Buckets];
            stamps = new long[frame.Buckets];
        }

        if (mostMinutesFrom.Length <= days)
        {
            mostMinutesFrom = new int[days + 1];
        }

        mostMinutesFrom[days] = 0;
        for (int day = days - 1; day >= 0; day--)
        {
            int most = 0;
            for (int option = 1; option < frame.Stride; option++)
            {
                if (costs[(day * frame.Stride) + option] < double.PositiveInfinity)
                {
                    most = Math.Max(most, rules.Minutes[(option - 1) % rules.KindCount]);
                }
            }

            mostMinutesFrom[day] = mostMinutesFrom[day + 1] + most;
        }
    }

    private void Extend(in ScheduleFrame frame, in ScheduleDay today, int index)
    {
        CompiledRules rules = frame.Rules;
        ScheduleLabel last = labels[index];
        bool weekStart = today.Day % 7 == 0;

        // Rolling sums move up a lane as a day passes; what is counted by the week starts anew on its first day.
        Vector128<ushort> low = weekStart
            ? Vector128.Shuffle(last.Low, Vector128.Create(15, 0, 1, 2, 3, 4, 15, 7).AsUInt16())
            : Vector128.Shuffle(last.Low, Vector128.Create(15, 0, 1, 2, 3, 4, 6, 7).AsUInt16());
        Vector256<ushort> high = !weekStart ? last.High
            : today.Day + 7 <= rules.Days ? (last.High & rules.WeekMask) + rules.WeekOwed
            : last.High & rules.WeekMask;
        int due = 0;
        if (rules.OwesSevenDays)
        {
            due = high[CompiledRules.DueLane];
            high = CompiledRules.NextSevenDays(high, today.Asked);
        }

        ScheduleLabel aged = last with { Low = low, High = high, Parent = index };
        int afterOff = rules.AfterOff[last.Phase];
        if (afterOff >= 0 && today.Costs[0] < double.PositiveInfinity && (!totalMustMatch || last.Total >= today.LeastTotal)
            && (!rules.OwesWeek || high[CompiledRules.OwedLane] <= today.MostOwed)
            && (!rules.OwesSevenDays || (due == 0 && Vector256.LessThanOrEqualAll(high, today.HighLimit))))
        {
            Insert(frame, aged with { Cost = last.Cost + today.Costs[0], Low = low.WithElement(CompiledRules.RunLane, (ushort)0), Option = 0, Phase = afterOff });
        }

        if (last.Low[CompiledRules.RunLane] >= rules.MaxRun)
        {
            return;
        }

        if (rules.MaxWeekends >= 0 && (today.Weekday == 5 || (today.Weekday == 6 && (today.Day == 0 || !rules.Working[last.Phase]))))
        {
            aged.Weekends++;
            if (aged.Weekends > rules.MaxWeekends)
            {
                return;
            }
        }

        ReadOnlySpan<int> afterWork = rules.AfterWork.AsSpan(last.Phase * rules.KindCount, rules.KindCount);
        for (int option = 1; option < today.Costs.Length; option++)
        {
            bool lent = option > rules.KindCount;
            int kind = lent ? option - 1 - rules.KindCount : option - 1;
            if (today.Costs[option] < double.PositiveInfinity && afterWork[kind] >= 0 && rules.Minutes[kind] >= due
                && last.Low[CompiledRules.SixDayLane] + (rolls ? rules.Minutes[kind] : 0) <= rules.Rules.MaxMinutesPer7Days)
            {
                aged.Phase = afterWork[kind];
                aged.Option = (short)option;
                Work(frame, today, aged, kind, lent);
            }
        }
    }

    private void Work(in ScheduleFrame frame, in ScheduleDay today, in ScheduleLabel aged, int kind, bool lent)
    {
        CompiledRules rules = frame.Rules;
        int minutes = rules.Minutes[kind];
        int total = aged.Total + minutes;
        int week = aged.Low[CompiledRules.WeekLane];
        if ((totalCounts && total > rules.Rules.MaxTotalMinutes) || (totalMustMatch && total < today.LeastTotal)
            || (rules.WeekCapped && week + minutes > rules.Rules.MaxMinutesPerWeek))
        {
            return;
        }

        Vector256<ushort> high = aged.High + rules.WorkHigh[kind];
        if (lent)
        {
            high = high.WithElement(CompiledRules.LentLane, (ushort)(high[CompiledRules.LentLane] + minutes));
        }

        if (rules.OwesWeek)
        {
            int owed = Math.Max(0, high[CompiledRules.OwedLane] - minutes);
            if (owed > today.MostOwed)
            {
                return;
            }

            high = high.WithElement(CompiledRules.OwedLane, (ushort)owed);
        }

        if (rules.OwesSevenDays)
        {
            high = CompiledRules.PayDue(high, minutes);
        }

        if (!Vector256.LessThanOrEqualAll(high, today.HighLimit))
        {
            return;
        }

        double cost = aged.Cost + today.Costs[aged.Option];
        if (rules.Overtime && week + minutes > rules.Rules.NormalMinutesPerWeek)
        {
            cost += frame.OvertimePrice * (week + minutes - Math.Max(week, rules.Rules.NormalMinutesPerWeek));
        }

        Insert(frame, aged with { Cost = cost, Low = aged.Low + (rules.WorkLow[kind] & counted), High = high, Total = total });
    }

    private void Insert(in ScheduleFrame frame, in ScheduleLabel candidate)
    {
        int bucket = (((candidate.Phase * frame.WeekendStates) + candidate.Weekends) * frame.TotalStates)
            + (totalMustMatch ? candidate.Total / frame.TotalUnit : 0);
        if (stamps[bucket] != stamp)
        {
            stamps[bucket] = stamp;
            heads[bucket] = -1;
        }

        int count = 0;
        int dearest = -1;
        int replaced = -1;
        int previous = -1;
        for (int i = heads[bucket]; i >= 0;)
        {
            ref ScheduleLabel other = ref labels[i];
            int next = other.Next;
            if (Dominates(other, candidate))
            {
                return;
            }

            if (Dominates(candidate, other))
            {
                if (replaced < 0)
                {
                    replaced = i;
                    previous = i;
                }
                else
                {
                    other.Dead = true;
                    labels[previous].Next = next;
                }
            }
            else
            {
                count++;
                if (dearest < 0 || other.Cost > labels[dearest].Cost)
                {
                    dearest = i;
                }

                previous = i;
            }

            i = next;
        }

        if (replaced < 0 && count >= width)
        {
            IsExact = false;
            if (labels[dearest].Cost <= candidate.Cost)
            {
                return;
            }

            replaced = dearest;
        }

        if (replaced >= 0)
        {
            int next = labels[replaced].Next;
            labels[replaced] = candidate;
            labels[replaced].Next = next;
            return;
        }

        if (labelCount == labels.Length)
        {
            Array.Resize(ref labels, 2 * labelCount);
        }

        labels[labelCount] = candidate;
        labels[labelCount].Next = heads[bucket];
        heads[bucket] = labelCount++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Dominates(in ScheduleLabel one, in ScheduleLabel other) =>
        one.Cost <= other.Cost
        && Vector128.LessThanOrEqualAll(one.Low, other.Low)
        && Vector256.LessThanOrEqualAll(one.High, other.High)
        && (totalMustMatch ? one.Total == other.Total : !totalCounts || one.Total <= other.Total);

    private bool Trace(CompiledRules rules, int from, Span<int> options)
    {
        int best = -1;
        for (int i = from; i < labelCount; i++)
        {
            if (!labels[i].Dead && labels[i].Total >= rules.Rules.MinTotalMinutes && (best < 0 || labels[i].Cost < labels[best].Cost))
            {
                best = i;
            }
        }

        if (best < 0)
        {
            return false;
        }

        Cost = labels[best].Cost;
        for (int day = rules.Days - 1; day >= 0; day--)
        {
            options[day] = labels[best].Option;
            best = labels[best].Parent;
        }

        return true;
    }
}

namespace Readiness.Staffing;

/// <summary>When it pays to solve without the limit on the minutes of seven days first, by how often that broke it. An instance serves one thread.</summary>
internal sealed class RollingLimit
{
    // Where schedules break the limit more often than this, leaving it out is tried only now and then.
    private const double MostBreaks = 0.6;
    private const int Retry = 32;
    private const double Memory = 16;

    private readonly Dictionary<CompiledRules, (double Breaks, int Skipped)> breaksOf = [];

    /// <summary>Whether to try without the limit.</summary>
    public bool IsWorthRelaxing(CompiledRules rules)
    {
        (double breaks, int skipped) = breaksOf.GetValueOrDefault(rules);
        if (breaks <= MostBreaks || skipped >= Retry)
        {
            return true;
        }

        breaksOf[rules] = (breaks, skipped + 1);
        return false;
    }

    /// <summary>Notes how a try went.</summary>
    public void Note(CompiledRules rules, bool breaks)
    {
        double before = breaksOf.GetValueOrDefault(rules).Breaks;
        breaksOf[rules] = (before + (((breaks ? 1 : 0) - before) / Memory), 0);
    }

    /// <summary>Whether a schedule breaks the limit.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="start">What was worked before the first day.</param>
    /// <param name="options">For each day 0 for a day off, else the kind worked + 1, for another unit + the number of kinds.</param>
    public static bool IsBroken(CompiledRules rules, in ScheduleStart start, ReadOnlySpan<int> options)
    {
        int MinutesOn(int option) => option == 0 ? 0 : rules.Minutes[(option - 1) % rules.KindCount];
        int minutes = 0;
        for (int day = 0; day < rules.Days; day++)
        {
            minutes += MinutesOn(options[day]) - (day < 7 ? 0 : MinutesOn(options[day - 7]));
            int past = day < 6 ? start.Low[CompiledRules.SixDayLane - day] : 0;
            if (options[day] > 0 && minutes + past > rules.Rules.MaxMinutesPer7Days)
            {
                return true;
            }
        }

        return false;
    }
}

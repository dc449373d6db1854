namespace Readiness.Staffing;

/// <summary>
/// The largest weighted number of shifts that a person can work from a day on, until the end of each later day: what successions, runs, stays in a closed loop, weekends, absences and,
/// from day 0 on, the past allow together.
/// </summary>
/// <remarks>A dynamic programme over phase, run of days and weekends worked. It does not see minutes: those of seven days are limited by <see cref="ShiftCounts"/>.</remarks>
/// <param name="model">The problem.</param>
internal sealed class ShiftTotals(RosterModel model)
{
    private const int Unreached = -1;

    // With more, weekends are left out.
    private const int MostStates = 50_000;

    private readonly Dictionary<string, int[]> known = [];

    /// <summary>The largest numbers, at index k those of the k days from <paramref name="from"/> on.</summary>
    /// <param name="person">The person.</param>
    /// <param name="from">First day.</param>
    /// <param name="kinds">Kinds of work that the person can do.</param>
    /// <param name="weights">Weight of a shift of each of these kinds; 0 or more.</param>
    public int[] Most(int person, int from, int[] kinds, int[] weights)
    {
        CompiledRules rules = model.RulesOf(person);
        ScheduleStart start = from == 0 ? model.StartOf(person) : rules.StartAfter(null);
        int run = from == 0 ? start.Low[CompiledRules.RunLane] : 0;
        bool[] away = model.Unavailable[((person * model.Days) + from)..((person + 1) * model.Days)];
        string key = $"{model.Problem.People[person].Rules} {from} {start.Phase} {run} {string.Concat(away.Select(a => a ? '-' : '+'))} "
            + $"{string.Join(',', kinds)} {string.Join(',', weights)}";
        if (!known.TryGetValue(key, out int[]? most))
        {
            known.Add(key, most = Run(rules, start.Phase, run, from, away, kinds, weights));
        }

        return most;
    }

    private static int[] Run(CompiledRules rules, int phase, int run, int from, bool[] away, int[] kinds, int[] weights)
    {
        int runs = rules.MaxRun < rules.Span ? rules.MaxRun + 1 : 1;
        int weekends = Math.Max(0, rules.MaxWeekends) + 1;
        bool countsWeekends = rules.MaxWeekends >= 0;
        if ((long)rules.PhaseCount * runs * weekends > MostStates)
        {
            (weekends, countsWeekends) = (1, false);
        }

        int[] now = new int[rules.PhaseCount * runs * weekends];
        int[] next = new int[now.Length];
        Array.Fill(now, Unreached);
        now[((phase * runs) + Math.Min(run, runs - 1)) * weekends] = 0;
        int[] most = new int[away.Length + 1];
        for (int k = 0; k < away.Length; k++)
        {
            Array.Fill(next, Unreached);
            int weekday = (from + k + rules.FirstWeekday) % 7;
            for (int state = 0; state < now.Length; state++)
            {
                if (now[state] != Unreached)
                {
                    Step(state, weekday, isFirst: from + k == 0, away[k]);
                }
            }

            (now, next) = (next, now);

            // Where nothing is reached the person has no schedule at all, which others find out.
            most[k + 1] = Math.Max(most[k], now.Max());
        }

        return most;

        void Step(int state, int weekday, bool isFirst, bool isAway)
        {
            int worked = state % weekends;
            int streak = state / weekends % runs;
            int at = state / weekends / runs;
            if (rules.AfterOff[at] >= 0)
            {
                Reach((rules.AfterOff[at] * runs * weekends) + worked, now[state]);
            }

            bool isNewWeekend = countsWeekends && (weekday == 5 || (weekday == 6 && (isFirst || !rules.Working[at])));
            int after = worked + (isNewWeekend ? 1 : 0);
            for (int i = 0; i < kinds.Length && !isAway && (runs == 1 || streak < rules.MaxRun) && after < weekends; i++)
            {
                int reached = rules.AfterWork[(at * rules.KindCount) + kinds[i]];
                if (reached >= 0)
                {
                    Reach((((reached * runs) + (runs == 1 ? 0 : streak + 1)) * weekends) + after, now[state] + weights[i]);
                }
            }
        }

        void Reach(int state, int value) => next[state] = Math.Max(next[state], value);
    }
}

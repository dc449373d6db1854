using Readiness.Districts;
using Readiness.Planning;

namespace Readiness.Assessment;

/// <summary>Staff against workload, by place and for the district, and trained people against those needed.</summary>
internal sealed class StaffAssessment(PlanningContext context, InventoryOptions options, ExpectedWork work, AvailableStaff staff)
{
    private const double MinutesPerHour = 60;
    private const int DaysPerWeek = 7;

    public IEnumerable<StaffEntry> Entries() => staff.Keys.Union(work.Minutes.Keys).Order().Select(key => Assess(key.Place, key.Subject));

    public IEnumerable<SkillEntry> Skills() => Enumerable.Range(0, context.District.Skills.Length).Select(AssessSkill);

    private StaffEntry Assess(int place, int skill)
    {
        long[] required = work.Minutes[place, skill];
        long[] available = staff.WeekMinutes[place, skill];
        int people = staff.People(place, skill);
        double requiredHours = required.Sum() / MinutesPerHour;
        double availableHours = Hours(available.Sum());
        double needed = RequiredStaff(place, skill);
        int peak = FirstGreatest(required);
        int week = WorstWeek(required, available);
        double weekRequired = InWeek(required, week) / MinutesPerHour;
        double weekAvailable = Hours(InWeek(available, week));
        var entry = new StaffEntry
        {
            Place = place == DailyAmounts.All ? null : context.Index.PlaceIds[place],
            Skill = skill == DailyAmounts.All ? null : context.District.Skills[skill].Id,
            Light = requiredHours > 0 ? options.Thresholds.Staff.LightOf(Math.Min(availableHours / requiredHours, weekAvailable / weekRequired)) : TrafficLight.Green,
            Value = requiredHours > 0 ? availableHours / requiredHours : null,
            Unit = "ratio",
            Capacity = people,
            Need = needed,
            Missing = Math.Max(0, needed - people),
            Measure = "people",
            AvailableHours = availableHours,
            RequiredHours = requiredHours,
            Difference = people - needed,
            WorstWeek = requiredHours > 0 ? context.District.Horizon.DateOf(week * DaysPerWeek) : null,
            WorstWeekRequiredHours = weekRequired,
            WorstWeekAvailableHours = weekAvailable,
            PeakDay = requiredHours > 0 ? context.District.Horizon.DateOf(peak) : null,
            PeakRequiredHours = required[peak] / MinutesPerHour,
            PeakAvailableHours = Hours(available[peak]),
            Explanation = string.Empty,
        };
        return entry with { Explanation = Explain(entry) };
    }

    private static string Explain(StaffEntry entry) => entry switch
    {
        { RequiredHours: 0 } => Words.Text($"{entry.Capacity:N0} people with {entry.AvailableHours:#,0.#} normal hours; no work here asks for them."),
        { Capacity: 0 } => Words.Text($"None has a home here; {entry.RequiredHours:#,0.#} hours of work need {entry.Need:#,0.#} people from elsewhere."),
        _ => Words.Text(
            $"{entry.Capacity:N0} people with {entry.AvailableHours:#,0.#} normal hours after absences / {entry.RequiredHours:#,0.#} hours of work = {entry.Value:0.00}; ")
            + Words.Text($"{entry.Need:#,0.#} people required, {Math.Abs(entry.Difference):#,0.#} {(entry.Difference < 0 ? "missing" : "to spare")}; ")
            + Words.Text($"worst week, from {entry.WorstWeek:yyyy-MM-dd}: {entry.WorstWeekAvailableHours:#,0.#} / {entry.WorstWeekRequiredHours:#,0.#} hours = ")
            + Words.Text($"{entry.WorstWeekAvailableHours / entry.WorstWeekRequiredHours:0.00}."),
    };

    private SkillEntry AssessSkill(int skill)
    {
        long[] heads = work.Heads[DailyAmounts.All, skill];
        long[] away = staff.Away[DailyAmounts.All, skill];
        int trained = staff.People(DailyAmounts.All, skill);
        bool wanted = heads.Any(count => count > 0);
        int worst = FirstGreatest([.. heads.Select((count, day) => count > 0 ? count + away[day] : 0)]);
        double required = RequiredStaff(DailyAmounts.All, skill);
        double needed = wanted ? Math.Max(heads[worst] + away[worst], required) : 0;
        var entry = new SkillEntry
        {
            Skill = context.District.Skills[skill].Id,
            Light = wanted ? options.Thresholds.Skills.LightOf(trained / needed) : TrafficLight.Green,
            Value = wanted ? trained / needed : null,
            Unit = "ratio",
            Capacity = trained,
            Need = needed,
            Missing = Math.Max(0, Words.WholeUp(needed - trained)),
            Measure = "people",
            AlsoElsewhere = AlsoElsewhere(context.District.Skills[skill].Id),
            MeanHeads = heads.Average(),
            PeakHeads = heads.Max(),
            WorstDay = wanted ? context.District.Horizon.DateOf(worst) : null,
            WorstHeads = wanted ? heads[worst] : 0,
            WorstAway = wanted ? away[worst] : 0,
            RequiredStaff = required,
            Explanation = string.Empty,
        };
        return entry with { Explanation = Explain(entry) };
    }

    private static string Explain(SkillEntry entry)
    {
        if (entry.WorstDay is not { } worst)
        {
            return Words.Text($"{entry.Capacity:N0} trained, no duty asks for them.");
        }

        string shared = entry.AlsoElsewhere > 0 ? Words.Text($"; {entry.AlsoElsewhere:N0} of them have another skill in demand") : "";
        string train = entry.Missing > 0 ? Words.Text($"; {entry.Missing:N0} more to train or to bring in") : "";
        return Words.Text($"{entry.Capacity:N0} trained / {entry.Need:#,0.#} needed = {entry.Value:0.00}: ")
            + Words.Text($"{entry.WorstHeads:N0} heads and {entry.WorstAway:N0} away on {worst:yyyy-MM-dd}, ")
            + Words.Text($"{entry.RequiredStaff:#,0.#} for the hours of all days{train}{shared}.");
    }

    /// <summary>Staff required = hours of work ÷ available working time per person, that of the people counted if they have any.</summary>
    private double RequiredStaff(int place, int skill) =>
        work.Minutes[place, skill].Sum() / MinutesPerHour
        / (PerPerson(place, skill) ?? PerPerson(DailyAmounts.All, skill) ?? PerPerson(DailyAmounts.All, DailyAmounts.All)
            ?? Hours((long)new Contract { Id = "standard", Name = new LocalizedName("Standard") }.NormalMinutesPerWeek * context.Days));

    private double? PerPerson(int place, int skill)
    {
        double hours = Hours(staff.WeekMinutes[place, skill].Sum());
        return hours > 0 ? hours / staff.People(place, skill) : null;
    }

    private int AlsoElsewhere(string skill)
    {
        HashSet<string> others =
        [
            .. work.Heads.Keys.Where(key => key.Place == DailyAmounts.All).Select(key => context.District.Skills[key.Subject].Id)
                .Where(other => other != skill),
        ];
        return context.District.Staff.Count(person => person.Skills.Contains(skill) && person.Skills.Any(others.Contains));
    }

    /// <summary>The block of seven days with work whose ratio is lowest; the first block if there is no work.</summary>
    private static int WorstWeek(long[] required, long[] available)
    {
        int worst = 0;
        double lowest = double.PositiveInfinity;
        for (int week = 0; week * DaysPerWeek < required.Length; week++)
        {
            long work = InWeek(required, week);
            double ratio = work > 0 ? (double)InWeek(available, week) / work : double.PositiveInfinity;
            if (ratio < lowest)
            {
                (worst, lowest) = (week, ratio);
            }
        }

        return worst;
    }

    private static long InWeek(long[] values, int week) => values.Skip(week * DaysPerWeek).Take(DaysPerWeek).Sum();

    private static double Hours(long weekMinutes) => weekMinutes / (MinutesPerHour * DaysPerWeek);

    private static int FirstGreatest(long[] values) => Array.IndexOf(values, values.Max());
}

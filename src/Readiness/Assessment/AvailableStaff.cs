using Readiness.Districts;
using Readiness.Planning;

namespace Readiness.Assessment;

/// <summary>People at their homes: how many there are, their normal time less absences, and how many are away.</summary>
internal sealed class AvailableStaff
{
    private readonly Dictionary<(int Home, int Skill), int> people = [];

    public AvailableStaff(PlanningContext context)
    {
        WeekMinutes = new DailyAmounts(context.Days);
        Away = new DailyAmounts(context.Days);
        for (int p = 0; p < context.District.Staff.Length; p++)
        {
            StaffMember person = context.District.Staff[p];
            int home = context.Index.StaffHome(p);
            int normal = context.District.Contracts[context.Index.Contracts[person.Contract]].NormalMinutesPerWeek;
            foreach (int skill in person.Skills.Select(id => context.Index.Skills[id]).Distinct().Append(DailyAmounts.All))
            {
                Count(home, skill);
                for (int day = 0; day < context.Days; day++)
                {
                    bool absent = context.IsAbsent(p, day);
                    WeekMinutes.Add(home, skill, day, absent ? 0 : normal);
                    Away.Add(home, skill, day, absent ? 1 : 0);
                }
            }
        }
    }

    /// <summary>Normal minutes per week of those present on the day, by skill and for all skills; a seventh of it is their normal time of the day.</summary>
    public DailyAmounts WeekMinutes { get; }

    /// <summary>People absent on the day, by skill and for all skills.</summary>
    public DailyAmounts Away { get; }

    /// <summary>Homes, the district among them, and skills, all together among them, that have people.</summary>
    public IEnumerable<(int Place, int Subject)> Keys => people.Keys;

    public int People(int home, int skill) => people.GetValueOrDefault((home, skill));

    private void Count(int home, int skill)
    {
        people[(home, skill)] = People(home, skill) + 1;
        people[(DailyAmounts.All, skill)] = People(DailyAmounts.All, skill) + 1;
    }
}

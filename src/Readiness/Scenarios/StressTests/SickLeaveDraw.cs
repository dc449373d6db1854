using Readiness.Districts;
using Readiness.Districts.Generation;

namespace Readiness.Scenarios.StressTests;

/// <summary>Draws sick leave of people who are not absent.</summary>
internal sealed class SickLeaveDraw
{
    private readonly District district;
    private readonly SickLeaveUncertainty uncertainty;

    // By person and day.
    private readonly bool[] absent;

    public SickLeaveDraw(District district, SickLeaveUncertainty uncertainty)
    {
        this.district = district;
        this.uncertainty = uncertainty;
        int days = district.Horizon.Days;
        absent = new bool[district.Staff.Length * days];
        Dictionary<string, int> people = district.Staff.Select((person, index) => (person.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        foreach (Absence absence in district.Absences)
        {
            int first = Math.Max(0, district.Horizon.DayOf(absence.From));
            int last = Math.Min(days - 1, district.Horizon.DayOf(absence.To));
            absent.AsSpan(people[absence.Staff] * days + first, last - first + 1).Fill(true);
        }
    }

    /// <summary>Sick leave of one future, by person, then day. The last one of a person may go on after the horizon.</summary>
    public IEnumerable<Absence> Of(SplitMix64 random)
    {
        int days = district.Horizon.Days;
        for (int person = 0; person < district.Staff.Length; person++)
        {
            SplitMix64 own = random.Split(person);
            for (int day = 0; day < days; day++)
            {
                if (!absent[person * days + day] && own.Unit() < uncertainty.DailyRate)
                {
                    int length = GeometricDays.Of(uncertainty.MeanDays, own.Unit());
                    yield return new Absence(
                        district.Staff[person].Id, district.Horizon.DateOf(day), district.Horizon.DateOf(day + length - 1), AbsenceKind.Sick);
                    day += length - 1;
                }
            }
        }
    }
}

using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Scenarios;

/// <summary>The leave that a change is about, and what is left of it.</summary>
internal static class LeaveSelection
{
    /// <summary>The leave of people of a home facility and with a skill that has at least one day in the period.</summary>
    public static Selection<Absence> Of(District district, Period period, string? facility, string? skill, string from, string to)
    {
        Dictionary<string, StaffMember> people = district.Staff.ToDictionary(person => person.Id, StringComparer.Ordinal);
        return Selection<Absence>.Of(district.Absences.Where(absence => absence.Kind == AbsenceKind.Leave))
            .Narrow(nameof(CancelLeave.Facility), facility, absence => people[absence.Staff].Home == facility)
            .Narrow(nameof(CancelLeave.Skill), skill, absence => people[absence.Staff].Skills.Contains(skill!))
            .Narrow(from, period.From, absence => absence.To >= period.From)
            .Narrow(to, period.To, absence => absence.From <= period.To);
    }

    /// <summary>Cuts the days of a period out of leave. What is left on either side stays, unless it lies wholly outside the horizon, where it matters to nobody.</summary>
    public static District Cut(District district, IReadOnlyList<Absence> leave, Period period)
    {
        HashSet<Absence> concerned = [.. leave];
        return district with
        {
            Absences = [.. district.Absences.SelectMany(absence => concerned.Contains(absence) ? Rest(absence, period, district.Horizon) : [absence])],
        };
    }

    private static ImmutableArray<Absence> Rest(Absence leave, Period period, PlanningHorizon horizon)
    {
        ImmutableArray<Absence> rest = [];
        if (leave.From < period.From && period.From.Value > horizon.Start)
        {
            rest = rest.Add(leave with { To = period.From.Value.AddDays(-1) });
        }

        if (leave.To > period.To && period.To.Value < horizon.End)
        {
            rest = rest.Add(leave with { From = period.To.Value.AddDays(1) });
        }

        return rest;
    }
}

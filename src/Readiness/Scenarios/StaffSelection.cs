using Readiness.Districts;

namespace Readiness.Scenarios;

/// <summary>The people that a change is about.</summary>
internal static class StaffSelection
{
    public static Selection<StaffMember> Of(District district, string? facility, string? skill) =>
        Selection<StaffMember>.Of(district.Staff)
            .Narrow(nameof(SickLeave.Facility), facility, person => person.Home == facility)
            .Narrow(nameof(SickLeave.Skill), skill, person => person.Skills.Contains(skill!));
}

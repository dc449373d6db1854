using Readiness.Districts.Shapes;

namespace Readiness.Districts.Rules;

/// <summary>
/// A joint team is one whole: its lines have heads and one priority class, and its workload counts teams. Other
/// duties have their workload on the lines.
/// </summary>
internal sealed class JointTeamRule : DistrictRule
{
    public override void Check(JsonView district, ErrorList errors)
    {
        foreach (JsonView duty in district[nameof(District.Duties)].Entries)
        {
            switch (duty[nameof(Duty.Together)].Flag)
            {
                case true:
                    CheckTeam(duty, errors);
                    break;
                case false when duty[nameof(Duty.TeamWorkload)] is { IsGiven: true } workload:
                    errors.Add(workload.Path, workload.Value, "is only for duties with together = true; give the lines their workload");
                    break;
                default:
                    break;
            }
        }
    }

    private static void CheckTeam(JsonView duty, ErrorList errors)
    {
        long? common = null;
        foreach (JsonView line in duty[nameof(Duty.Lines)].Entries)
        {
            JsonView heads = line[nameof(DutyLine.Heads)];
            if (heads.Integer == 0)
            {
                errors.Add(heads.Path, heads.Value, "must be at least 1 in a joint team");
            }

            JsonView workload = line[nameof(DutyLine.Workload)];
            if (workload.IsGiven)
            {
                errors.Add(workload.Path, workload.Value, "is not for lines of a joint team; the duty's teamWorkload sets the number of teams");
            }

            JsonView priority = line[nameof(DutyLine.PriorityClass)];
            common ??= priority.Integer;
            if (priority.Integer != common && priority.Integer is not null)
            {
                errors.Add(priority.Path, priority.Value, $"differs from the class {common} of the team's first line; a joint team has one class");
            }
        }
    }
}

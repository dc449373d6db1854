using Readiness.Demand;
using Readiness.Districts;

namespace Readiness.Audit;

/// <summary>All duties and sites with the heads they ask for, given the plan's guests; in the order of <see cref="DistrictIndex.Works"/>.</summary>
internal sealed class WorkTable
{
    public WorkTable(AuditContext context, SiteAudit sites, HomeMonitoring home)
    {
        District district = context.District;
        Works = new AuditedWork[district.Duties.Length + district.CandidateSites.Length];
        for (int duty = 0; duty < district.Duties.Length; duty++)
        {
            Works[duty] = OfDuty(context, district.Duties[duty], home, Slots);
            Slots += SlotsOf(Works[duty]);
        }

        for (int site = 0; site < district.CandidateSites.Length; site++)
        {
            int work = context.Index.WorkOfSite(site);
            Works[work] = OfSite(context, site, sites.Open[site], sites.Census[site], Slots);
            Slots += SlotsOf(Works[work]);
        }
    }

    public AuditedWork[] Works { get; }

    /// <summary>Number of slots (work, line, shift, day).</summary>
    public int Slots { get; }

    private static int SlotsOf(AuditedWork work) => work.Lines.Length * work.Shifts.Length * work.Days;

    private static AuditedWork OfDuty(AuditContext context, Duty duty, HomeMonitoring home, int offset)
    {
        var runs = new bool[context.Days];
        for (int day = 0; day < runs.Length; day++)
        {
            runs[day] = context.Model.Runs(duty, day);
        }

        var lines = new AuditedLine[duty.Lines.Length];
        for (int line = 0; line < lines.Length; line++)
        {
            DutyLine from = duty.Lines[line];
            var required = new int[context.Days];
            for (int day = 0; day < required.Length; day++)
            {
                required[day] = context.Model.HeadsRequired(duty, from, day, home);
            }

            lines[line] = Line(context.Index, from.Id, from.Skill, from.PriorityClass, from.Kit, from.Organisation, duty.Together ? from.Heads : 0, from.ProtectiveMinutesPerHour, required);
        }

        return new AuditedWork
        {
            Id = duty.Id,
            Place = context.Index.Places[duty.Place],
            Together = duty.Together,
            Shifts = [.. duty.Shifts.Select(shift => context.Index.ShiftTypes[shift])],
            Lines = lines,
            Runs = runs,
            Offset = offset,
        };
    }

    private static AuditedWork OfSite(AuditContext context, int position, bool[] open, long[] census, int offset)
    {
        CandidateSite site = context.District.CandidateSites[position];
        var lines = new AuditedLine[site.Lines.Length];
        for (int line = 0; line < lines.Length; line++)
        {
            SiteLine from = site.Lines[line];
            var required = new int[context.Days];
            for (int day = 0; day < required.Length; day++)
            {
                required[day] = open[day] ? WorkloadModel.SiteHeads(from, census[day]) : 0;
            }

            lines[line] = Line(context.Index, from.Id, from.Skill, from.PriorityClass, from.Kit, from.Organisation, 0, from.ProtectiveMinutesPerHour, required);
        }

        return new AuditedWork
        {
            Id = site.Id,
            Place = context.Index.PlaceOfSite(position),
            Together = false,
            Shifts = [.. site.Shifts.Select(shift => context.Index.ShiftTypes[shift])],
            Lines = lines,
            Runs = open,
            Offset = offset,
        };
    }

    private static AuditedLine Line(
        DistrictIndex index, string id, string skill, int priorityClass, string? kit, string? organisation, int headsPerTeam,
        int protectiveMinutesPerHour, int[] required) =>
        new(
            id,
            index.Skills[skill],
            priorityClass,
            kit is null ? -1 : index.Kits[kit],
            organisation is null ? -1 : index.Organisations[organisation],
            headsPerTeam,
            protectiveMinutesPerHour,
            required);
}

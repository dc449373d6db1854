using System.Globalization;
using Readiness.Districts;

namespace Readiness.Audit;

/// <summary>Compares the heads assigned with the heads asked for, slot by slot.</summary>
internal sealed class CoverAudit
{
    private const double Tolerance = 1e-9;

    private readonly AuditContext context;
    private readonly WorkTable table;
    private readonly long[] heads;

    public CoverAudit(AuditContext context, WorkTable table, long[] heads)
    {
        this.context = context;
        this.table = table;
        this.heads = heads;
        Filled = new long[table.Slots];
    }

    /// <summary>Heads that count: up to those required, for joint duties those in complete teams; by slot.</summary>
    public long[] Filled { get; }

    /// <summary>Heads required, by priority class.</summary>
    public long[] RequiredOfClass { get; } = new long[5];

    /// <summary>Heads that count, by priority class.</summary>
    public long[] FilledOfClass { get; } = new long[5];

    public void Run()
    {
        foreach (AuditedWork work in table.Works)
        {
            for (int shift = 0; shift < work.Shifts.Length; shift++)
            {
                for (int day = 0; day < work.Days; day++)
                {
                    CheckShift(work, shift, day);
                }
            }
        }

        CheckSites();
    }

    private void CheckShift(AuditedWork work, int shift, int day)
    {
        long teams = work.Together ? CompleteTeams(work, shift, day) : 0;
        for (int line = 0; line < work.Lines.Length; line++)
        {
            AuditedLine needed = work.Lines[line];
            int slot = work.Slot(line, shift, day);
            int required = needed.Required[day];
            long filled = Math.Min(work.Together ? teams * needed.HeadsPerTeam : heads[slot], required);
            Filled[slot] = filled;
            RequiredOfClass[needed.PriorityClass] += required;
            FilledOfClass[needed.PriorityClass] += filled;
            long allowed = Math.Max(required, context.Pins?.Heads(Subject(work, line, shift), day) ?? 0);
            if (heads[slot] > allowed)
            {
                context.Report(AuditRules.Overstaffed, Subject(work, line, shift), day, $"{heads[slot]} heads assigned, {required} required.", heads[slot] - allowed);
            }
            else if (heads[slot] > filled && work.Together && heads[slot] != teams * needed.HeadsPerTeam)
            {
                context.Report(
                    AuditRules.IncompleteTeam, Subject(work, line, shift), day, $"{heads[slot]} heads assigned, {filled} in complete teams.",
                    heads[slot] - (teams * needed.HeadsPerTeam));
            }
        }
    }

    private long CompleteTeams(AuditedWork work, int shift, int day)
    {
        long teams = long.MaxValue;
        for (int line = 0; line < work.Lines.Length; line++)
        {
            if (work.Lines[line].HeadsPerTeam > 0)
            {
                teams = Math.Min(teams, heads[work.Slot(line, shift, day)] / work.Lines[line].HeadsPerTeam);
            }
        }

        return teams == long.MaxValue ? 0 : teams;
    }

    private void CheckSites()
    {
        double share = context.District.Policy.Quarantine.MinimumSiteCover;
        BoundDays?[] bound = BoundDays.Of(context.District, context.Pins);
        for (int site = 0; site < context.District.CandidateSites.Length; site++)
        {
            AuditedWork work = table.Works[context.Index.WorkOfSite(site)];
            for (int day = 0; day < work.Days && context.District.CandidateSites[site].Status != SiteStatus.MustOpen; day++)
            {
                (long required, long filled) = OfDay(work, day);
                if (work.Runs[day] && bound[site]?.Contains(day) != true && filled < share * required - Tolerance)
                {
                    context.Report(
                        AuditRules.SiteUnderstaffed,
                        work.Id,
                        day,
                        string.Create(CultureInfo.InvariantCulture, $"{filled} of {required} heads filled; the least share is {share}."));
                }
            }
        }
    }

    private (long Required, long Filled) OfDay(AuditedWork work, int day)
    {
        long required = 0;
        long filled = 0;
        for (int line = 0; line < work.Lines.Length; line++)
        {
            for (int shift = 0; shift < work.Shifts.Length; shift++)
            {
                required += work.Lines[line].Required[day];
                filled += Filled[work.Slot(line, shift, day)];
            }
        }

        return (required, filled);
    }

    private string Subject(AuditedWork work, int line, int shift) =>
        $"{work.Id}/{work.Lines[line].Id}/{context.District.ShiftTypes[work.Shifts[shift]].Id}";
}

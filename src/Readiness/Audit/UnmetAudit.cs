using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>Checks that every missing head, guest and unit is booked once, with its class and a cause that holds.</summary>
internal sealed class UnmetAudit
{
    private static readonly int CauseCount = Enum.GetValues<UnmetCause>().Length;

    private readonly AuditContext context;
    private readonly SiteAudit sites;
    private readonly WorkTable table;
    private readonly CoverAudit cover;
    private readonly IssueAudit issues;
    private readonly StockSimulation stock;
    private readonly ItemCauseAudit causes;
    private readonly long[] heads;
    private readonly long[] guests;
    private readonly long[] units;
    private readonly HashSet<(UnmetKind Kind, int Slot, UnmetCause Cause)> seen = [];

    public UnmetAudit(
        AuditContext context, SiteAudit sites, WorkTable table, CoverAudit cover, IssueAudit issues, StockSimulation stock,
        ItemCauseAudit causes)
    {
        this.context = context;
        this.sites = sites;
        this.table = table;
        this.cover = cover;
        this.issues = issues;
        this.stock = stock;
        this.causes = causes;
        heads = new long[table.Slots];
        guests = new long[context.District.Zones.Length * context.Days];
        units = new long[issues.Needs.Length * context.Days];
        StockOut = new bool[stock.KitUse.Length];
    }

    /// <summary>Whether a need stayed unmet for want of an item, by place, item and day as in <see cref="StockSimulation.At"/>.</summary>
    public bool[] StockOut { get; }

    public void Run()
    {
        foreach (UnmetNeed unmet in context.Unmet)
        {
            string subject = Subject(unmet);
            if (!context.TryDay(unmet.Day, subject, out int day) || !context.TryAmount(unmet.Amount, subject, day))
            {
                continue;
            }

            switch (unmet.Kind)
            {
                case UnmetKind.Cover:
                    BookCover(unmet, subject, day);
                    break;
                case UnmetKind.Guests:
                    BookGuests(unmet, subject, day);
                    break;
                case UnmetKind.Items:
                    BookItems(unmet, subject, day);
                    break;
                default:
                    context.Report(AuditRules.UnmetUnknown, subject, day, "There is no such kind of need.");
                    break;
            }
        }

        CompareCover();
        CompareGuests();
        CompareItems();
        causes.Compare();
    }

    private void BookCover(UnmetNeed unmet, string subject, int day)
    {
        int position = AuditContext.Find(context.Index.Works, unmet.Subject);
        AuditedWork? work = position < 0 ? null : table.Works[position];
        int line = work is null ? -1 : Array.FindIndex(work.Lines, candidate => candidate.Id == unmet.Line);
        int shiftType = AuditContext.Find(context.Index.ShiftTypes, unmet.Shift);
        int shift = work is null || shiftType < 0 ? -1 : Array.IndexOf(work.Shifts, shiftType);
        if (work is null || line < 0 || shift < 0)
        {
            context.Report(AuditRules.UnmetUnknown, subject, day, $"There is no such {(work is null ? "duty" : line < 0 ? "line" : "shift of the duty")}.");
            return;
        }

        int slot = work.Slot(line, shift, day);
        if (!Book(unmet, subject, day, slot, heads, work.Lines[line].PriorityClass))
        {
            return;
        }

        if (unmet.Cause is not (UnmetCause.Staff or UnmetCause.Kit))
        {
            context.Report(AuditRules.UnmetWrongCause, subject, day, $"Heads lack staff or their kit, not {unmet.Cause}.");
        }
        else if (unmet.Cause == UnmetCause.Kit)
        {
            CheckKit(unmet, subject, day, work, line);
        }
    }

    private void CheckKit(UnmetNeed unmet, string subject, int day, AuditedWork work, int line)
    {
        int item = AuditContext.Find(context.Index.Items, unmet.ShortItem);
        long due = 0;
        for (int other = 0; other < work.Lines.Length; other++)
        {
            if (work.Together || other == line)
            {
                due += Math.Max(1, work.Lines[other].HeadsPerTeam) * KitQuantity(work.Lines[other].Kit, unmet.ShortItem);
            }
        }

        if (item < 0 || due == 0)
        {
            context.Report(AuditRules.UnmetCauseUnsupported, subject, day, $"{unmet.ShortItem ?? "No item"} is not part of the kit.");
            return;
        }

        int at = stock.At(work.Place, item, day);
        long spare = stock.Spare(work.Place, item, day, work.Lines[line].PriorityClass);
        if (spare >= due)
        {
            context.Report(AuditRules.UnmetCauseUnsupported, subject, day, $"{spare} units of {unmet.ShortItem} are to spare at the place; {due} would do for one more.");
            return;
        }

        StockOut[at] = true;
    }

    private long KitQuantity(int kit, string? item)
    {
        if (kit >= 0)
        {
            foreach (KitItem entry in context.District.Kits[kit].Items)
            {
                if (entry.Item == item)
                {
                    return entry.Quantity;
                }
            }
        }

        return 0;
    }

    private void BookGuests(UnmetNeed unmet, string subject, int day)
    {
        int zone = AuditContext.Find(context.Index.Zones, unmet.Subject);
        if (zone < 0)
        {
            context.Report(AuditRules.UnmetUnknown, subject, day, "There is no such zone.");
        }
        else if (Book(unmet, subject, day, zone * context.Days + day, guests, context.District.Policy.Quarantine.GuestClass)
            && unmet.Cause != UnmetCause.Room)
        {
            context.Report(AuditRules.UnmetWrongCause, subject, day, $"Guests lack a room, not {unmet.Cause}.");
        }
    }

    private void BookItems(UnmetNeed unmet, string subject, int day)
    {
        int need = issues.Find(unmet.Subject, unmet.Item);
        if (need < 0)
        {
            context.Report(AuditRules.UnmetUnknown, subject, day, "There is no such need.");
        }
        else if (Book(unmet, subject, day, need * context.Days + day, units, issues.Needs[need].PriorityClass))
        {
            if (ItemCauseAudit.IsOfItems(unmet.Cause))
            {
                causes.Check(unmet, subject, day, need);
            }
            else
            {
                context.Report(AuditRules.UnmetWrongCause, subject, day, $"Items lack stock or a way to it, not {unmet.Cause}.");
            }
        }
    }

    private bool Book(UnmetNeed unmet, string subject, int day, int slot, long[] booked, int priorityClass)
    {
        if ((uint)unmet.Cause >= (uint)CauseCount)
        {
            context.Report(AuditRules.UnmetUnknown, subject, day, "There is no such cause.");
            return false;
        }

        if (!seen.Add((unmet.Kind, slot, unmet.Cause)))
        {
            context.Report(AuditRules.UnmetBookedTwice, subject, day, $"Booked more than once for the cause {unmet.Cause}.");
            return false;
        }

        booked[slot] += unmet.Amount;
        if (unmet.PriorityClass != priorityClass)
        {
            context.Report(AuditRules.UnmetWrongClass, subject, day, $"Booked in class {unmet.PriorityClass}; the need is of class {priorityClass}.");
        }

        return true;
    }

    private void CompareCover()
    {
        foreach (AuditedWork work in table.Works)
        {
            for (int line = 0; line < work.Lines.Length; line++)
            {
                for (int shift = 0; shift < work.Shifts.Length; shift++)
                {
                    for (int day = 0; day < work.Days; day++)
                    {
                        int slot = work.Slot(line, shift, day);
                        long missing = work.Lines[line].Required[day] - cover.Filled[slot];
                        if (missing != heads[slot])
                        {
                            string id = context.District.ShiftTypes[work.Shifts[shift]].Id;
                            ReportDifference($"{work.Id}/{work.Lines[line].Id}/{id}", day, missing, heads[slot]);
                        }
                    }
                }
            }
        }
    }

    private void CompareGuests()
    {
        for (int slot = 0; slot < guests.Length; slot++)
        {
            int zone = slot / context.Days;
            int day = slot % context.Days;
            long missing = Math.Max(0, context.Demand.Zones[zone].NewContacts[day] - sites.Admitted[zone, day]);
            if (missing != guests[slot])
            {
                ReportDifference(context.District.Zones[zone].Id, day, missing, guests[slot]);
            }
        }
    }

    private void CompareItems()
    {
        for (int slot = 0; slot < units.Length; slot++)
        {
            AuditedNeed need = issues.Needs[slot / context.Days];
            int day = slot % context.Days;
            long missing = Math.Max(0, need.Required[day] - issues.Served(slot / context.Days, day));
            if (missing > 0)
            {
                StockOut[stock.At(need.Place, need.Item, day)] = true;
            }

            if (missing != units[slot])
            {
                ReportDifference($"{need.Id}/{context.District.Items[need.Item].Id}", day, missing, units[slot]);
            }
        }
    }

    private void ReportDifference(string subject, int day, long missing, long booked) =>
        context.Report(
            booked == 0 ? AuditRules.UnmetNotBooked : AuditRules.UnmetWrongAmount, subject, day, $"{missing} missing, {booked} booked.");

    private static string Subject(UnmetNeed unmet) =>
        string.Join('/', new[] { unmet.Subject, unmet.Line, unmet.Shift, unmet.Item }.Where(part => !string.IsNullOrEmpty(part)));
}

using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Scenarios.StressTests;

/// <summary>What the audit finds of the decisions of a future: indicators and levels, and what is missing by day.</summary>
internal sealed class FutureFigures
{
    public FutureFigures(AuditFindings findings)
    {
        Audit = findings.ToAudit();
        AddHeads(findings);
        AddGuests(findings);
        AddItems(findings);
        AddKits(findings);
    }

    public PlanAudit Audit { get; }

    /// <summary>Units by place, item and day of stock-outs.</summary>
    public DayAmounts StockOuts { get; } = new();

    /// <summary>Heads by work, priority class and day.</summary>
    public DayAmounts Uncovered { get; } = new();

    /// <summary>Guests by zone and day; there is one kind.</summary>
    public DayAmounts Unhoused { get; } = new();

    private void AddHeads(AuditFindings findings)
    {
        for (int position = 0; position < findings.Parts.Table.Works.Length; position++)
        {
            AuditedWork work = findings.Parts.Table.Works[position];
            for (int line = 0; line < work.Lines.Length; line++)
            {
                for (int shift = 0; shift < work.Shifts.Length; shift++)
                {
                    for (int day = 0; day < work.Days; day++)
                    {
                        long missing = work.Lines[line].Required[day] - findings.Parts.Cover.Filled[work.Slot(line, shift, day)];
                        Uncovered.Add(position, work.Lines[line].PriorityClass, day, missing);
                    }
                }
            }
        }
    }

    private void AddGuests(AuditFindings findings)
    {
        AuditContext context = findings.Context;
        for (int zone = 0; zone < context.District.Zones.Length; zone++)
        {
            for (int day = 0; day < context.Days; day++)
            {
                Unhoused.Add(zone, 0, day, context.Demand.Zones[zone].NewContacts[day] - findings.Parts.Sites.Admitted[zone, day]);
            }
        }
    }

    private void AddItems(AuditFindings findings)
    {
        for (int position = 0; position < findings.Parts.Issues.Needs.Length; position++)
        {
            AuditedNeed need = findings.Parts.Issues.Needs[position];
            for (int day = 0; day < need.Required.Length; day++)
            {
                StockOuts.Add(need.Place, need.Item, day, need.Required[day] - findings.Parts.Issues.Served(position, day));
            }
        }
    }

    // Only where the audit agrees that the kit is short, so that these are the stock-outs of its indicator.
    private void AddKits(AuditFindings findings)
    {
        AuditContext context = findings.Context;
        foreach (UnmetNeed unmet in context.Unmet)
        {
            if (unmet.Kind != UnmetKind.Cover || unmet.Cause != UnmetCause.Kit || unmet.ShortItem is null)
            {
                continue;
            }

            AuditedWork work = findings.Parts.Table.Works[context.Index.Works[unmet.Subject]];
            int day = context.District.Horizon.DayOf(unmet.Day);
            int item = context.Index.Items[unmet.ShortItem];
            if (findings.Unmet.StockOut[findings.Parts.Stock.At(work.Place, item, day)])
            {
                int kit = Array.Find(work.Lines, line => line.Id == unmet.Line)!.Kit;
                KitItem? part = kit < 0 ? null : context.District.Kits[kit].Items.FirstOrDefault(part => part.Item == unmet.ShortItem);

                // What a mate of a joint duty lacks is no unit of one's own kit, but it keeps one from work all the same.
                StockOuts.Add(work.Place, item, day, unmet.Amount * (part?.Quantity ?? 1));
            }
        }
    }
}

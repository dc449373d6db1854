namespace Readiness.Audit;

/// <summary>Units used, or served by recipes, against the units that full cover and full service would use, by place and item.</summary>
internal sealed class SupplyUse
{
    private readonly int items;
    private readonly long[] needed;
    private readonly long[] used;

    public SupplyUse(AuditContext context, WorkTable table, CoverAudit cover, IssueAudit issues)
    {
        items = context.District.Items.Length;
        needed = new long[context.Index.PlaceIds.Length * items];
        used = new long[needed.Length];
        foreach (AuditedWork work in table.Works)
        {
            AddKits(context, work, cover.Filled);
        }

        for (int position = 0; position < issues.Needs.Length; position++)
        {
            AuditedNeed need = issues.Needs[position];
            int at = need.Place * items + need.Item;
            for (int day = 0; day < context.Days; day++)
            {
                needed[at] += need.Required[day];
                used[at] += Math.Min(need.Required[day], issues.Served(position, day));
            }
        }
    }

    /// <summary>Fill rate of an item over all places; none without need.</summary>
    public double? FillRate(int item)
    {
        long itemNeeded = 0;
        long itemUsed = 0;
        for (int at = item; at < needed.Length; at += items)
        {
            itemNeeded += needed[at];
            itemUsed += used[at];
        }

        return itemNeeded == 0 ? null : (double)itemUsed / itemNeeded;
    }

    /// <summary>Lowest fill rate over the pairs of place and item with need; 1 without any.</summary>
    public double WorstFillRate()
    {
        double worst = 1;
        for (int at = 0; at < needed.Length; at++)
        {
            if (needed[at] > 0)
            {
                worst = Math.Min(worst, (double)used[at] / needed[at]);
            }
        }

        return worst;
    }

    private void AddKits(AuditContext context, AuditedWork work, long[] filled)
    {
        for (int line = 0; line < work.Lines.Length; line++)
        {
            AuditedLine wanted = work.Lines[line];
            if (wanted.Kit < 0)
            {
                continue;
            }

            long requiredHeads = 0;
            long filledHeads = 0;
            for (int shift = 0; shift < work.Shifts.Length; shift++)
            {
                for (int day = 0; day < work.Days; day++)
                {
                    requiredHeads += wanted.Required[day];
                    filledHeads += filled[work.Slot(line, shift, day)];
                }
            }

            foreach (Districts.KitItem entry in context.District.Kits[wanted.Kit].Items)
            {
                int at = work.Place * items + context.Index.Items[entry.Item];
                needed[at] += requiredHeads * entry.Quantity;
                used[at] += filledHeads * entry.Quantity;
            }
        }
    }
}

using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Scenarios.StressTests;

/// <summary>Books what stays unmet when a plan is carried out. What the plan books itself keeps its cause, as far as it is still missing.</summary>
internal sealed class UnmetInFuture
{
    private readonly ILookup<(string? Subject, string? Line, string? Shift, string? Item, DateOnly Day), UnmetNeed> planned;

    public UnmetInFuture(PlanDecisions plan) =>
        planned = plan.Unmet.ToLookup(static unmet => ((string?)unmet.Subject, unmet.Line, unmet.Shift, unmet.Item, unmet.Day));

    public ImmutableArray<UnmetNeed> Of(FutureNeeds needs, ShelfExecution execution) =>
        [.. Cover(needs, execution), .. Guests(needs), .. Items(needs, execution)];

    private IEnumerable<UnmetNeed> Cover(FutureNeeds needs, ShelfExecution execution)
    {
        District district = needs.Context.District;
        foreach (AuditedWork work in needs.Table.Works)
        {
            for (int line = 0; line < work.Lines.Length; line++)
            {
                for (int shift = 0; shift < work.Shifts.Length; shift++)
                {
                    for (int day = 0; day < work.Days; day++)
                    {
                        int slot = work.Slot(line, shift, day);
                        long missing = work.Lines[line].Required[day] - execution.Heads[slot];
                        if (missing > 0)
                        {
                            var head = new UnmetNeed(
                                UnmetKind.Cover, work.Lines[line].PriorityClass, district.Horizon.DateOf(day), work.Id, work.Lines[line].Id,
                                district.ShiftTypes[work.Shifts[shift]].Id, null, missing, UnmetCause.Staff);
                            string? shortItem = execution.Unequipped[slot] > 0 ? district.Items[execution.ShortItem[slot]].Id : null;
                            foreach (UnmetNeed booked in Heads(head, Math.Min(missing, execution.Unequipped[slot]), shortItem))
                            {
                                yield return booked;
                            }
                        }
                    }
                }
            }
        }
    }

    private IEnumerable<UnmetNeed> Heads(UnmetNeed missing, long unequipped, string? shortItem)
    {
        foreach (UnmetNeed booked in Planned(missing).Where(static booked => booked.Cause == UnmetCause.Kit))
        {
            unequipped += Math.Min(missing.Amount - unequipped, booked.Amount);
            shortItem ??= booked.ShortItem;
        }

        if (unequipped > 0)
        {
            yield return missing with { Amount = unequipped, Cause = UnmetCause.Kit, ShortItem = shortItem };
        }

        if (unequipped < missing.Amount)
        {
            yield return missing with { Amount = missing.Amount - unequipped };
        }
    }

    private static IEnumerable<UnmetNeed> Guests(FutureNeeds needs)
    {
        District district = needs.Context.District;
        for (int zone = 0; zone < district.Zones.Length; zone++)
        {
            for (int day = 0; day < needs.Context.Days; day++)
            {
                long missing = needs.Context.Demand.Zones[zone].NewContacts[day] - needs.Sites.Admitted[zone, day];
                if (missing > 0)
                {
                    yield return new UnmetNeed(
                        UnmetKind.Guests, district.Policy.Quarantine.GuestClass, district.Horizon.DateOf(day), district.Zones[zone].Id, null, null, null, missing,
                        UnmetCause.Room);
                }
            }
        }
    }

    private IEnumerable<UnmetNeed> Items(FutureNeeds needs, ShelfExecution execution)
    {
        District district = needs.Context.District;
        for (int position = 0; position < needs.Items.Length; position++)
        {
            AuditedNeed need = needs.Items[position];
            for (int day = 0; day < needs.Context.Days; day++)
            {
                long missing = need.Required[day] - execution.Issued[position][day] - execution.Substituted(position, day);
                if (missing <= 0)
                {
                    continue;
                }

                var units = new UnmetNeed(
                    UnmetKind.Items, need.PriorityClass, district.Horizon.DateOf(day), need.Id, null, null, district.Items[need.Item].Id, missing, UnmetCause.Stock);
                foreach (UnmetNeed booked in Units(units))
                {
                    yield return booked;
                }
            }
        }
    }

    private IEnumerable<UnmetNeed> Units(UnmetNeed missing)
    {
        long left = missing.Amount;
        long ofStock = 0;
        foreach (UnmetNeed booked in Planned(missing))
        {
            long amount = Math.Min(left, booked.Amount);
            left -= amount;
            if (booked.Cause == UnmetCause.Stock)
            {
                ofStock += amount;
            }
            else if (amount > 0)
            {
                yield return booked with { Amount = amount };
            }
        }

        if (left + ofStock > 0)
        {
            yield return missing with { Amount = left + ofStock };
        }
    }

    private IEnumerable<UnmetNeed> Planned(UnmetNeed missing) => planned[(missing.Subject, missing.Line, missing.Shift, missing.Item, missing.Day)];
}

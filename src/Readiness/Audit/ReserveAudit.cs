using System.Collections.Immutable;
using Readiness.Districts;

namespace Readiness.Audit;

/// <summary>Checks that places keep their reserves: who takes from a shelf on a day, and what is left of it in the evening.</summary>
internal sealed class ReserveAudit
{
    private readonly AuditContext context;
    private readonly ShelfStock[] shelves;
    private readonly int[] shelfOf;
    private readonly int[] reserveOf;

    // By reserve x days + day: what those who may not break the reserve take, and what leaves on longer lanes.
    private readonly long[] restricted;
    private readonly long[] dispatched;

    // What expires tonight, by reserve: of the current day.
    private readonly long[] onLastDay;

    // What is left in the evening and keeps, by reserve x days + day; at the end the least of that day and all later ones.
    private readonly long[] kept;

    public ReserveAudit(AuditContext context, ShelfStock[] shelves)
    {
        this.context = context;
        this.shelves = shelves;
        shelfOf = [.. Reserves.Select(reserve => context.Index.Places[reserve.Place] * context.District.Items.Length + context.Index.Items[reserve.Item])];
        reserveOf = new int[shelves.Length];
        Array.Fill(reserveOf, -1);
        for (int reserve = 0; reserve < shelfOf.Length; reserve++)
        {
            reserveOf[shelfOf[reserve]] = reserve;
        }

        restricted = new long[shelfOf.Length * context.Days];
        dispatched = new long[restricted.Length];
        kept = new long[restricted.Length];
        onLastDay = new long[shelfOf.Length];
    }

    private ImmutableArray<Reserve> Reserves => context.District.Reserves;

    /// <summary>Notes what is there in the morning.</summary>
    public void Open(int day)
    {
        for (int reserve = 0; reserve < shelfOf.Length; reserve++)
        {
            onLastDay[reserve] = shelves[shelfOf[reserve]].Usable(day) - shelves[shelfOf[reserve]].Usable(day + 1);
        }
    }

    /// <summary>Notes what a same-day transfer brings.</summary>
    public void Deliver(int shelf, int day, int expires, long units)
    {
        if (reserveOf[shelf] >= 0 && expires == day)
        {
            onLastDay[reserveOf[shelf]] += units;
        }
    }

    /// <summary>Notes what the needs of a class take.</summary>
    public void Use(int shelf, int day, int priorityClass, long units)
    {
        int reserve = reserveOf[shelf];
        if (reserve >= 0 && !MayBreak(reserve, priorityClass))
        {
            restricted[reserve * context.Days + day] += units;
        }
    }

    /// <summary>Notes what leaves for another place.</summary>
    public void Dispatch(int shelf, int day, int leadDays, long units)
    {
        if (reserveOf[shelf] >= 0)
        {
            (leadDays == 0 ? restricted : dispatched)[reserveOf[shelf] * context.Days + day] += units;
        }
    }

    /// <summary>Checks what is left after the day's last dispatch.</summary>
    public void Close(int day)
    {
        for (int reserve = 0; reserve < shelfOf.Length; reserve++)
        {
            int at = reserve * context.Days + day;
            kept[at] = shelves[shelfOf[reserve]].Usable(day + 1);
            if (kept[at] < Reserves[reserve].Quantity && (dispatched[at] > 0 || restricted[at] > onLastDay[reserve]))
            {
                context.Report(
                    AuditRules.ReserveBroken,
                    $"{Reserves[reserve].Item}/{Reserves[reserve].Place}",
                    day,
                    $"{kept[at]} units are left of a reserve of {Reserves[reserve].Quantity}; {dispatched[at]} were dispatched, and {restricted[at]} taken by those who may not break it, {onLastDay[reserve]} of which would have expired.");
            }
        }
    }

    /// <summary>Turns what each evening leaves into what can be counted on from then to the end.</summary>
    public void LookAhead()
    {
        for (int at = kept.Length - 2; at >= 0; at--)
        {
            kept[at] = (at + 1) % context.Days == 0 ? kept[at] : Math.Min(kept[at], kept[at + 1]);
        }
    }

    /// <summary>Units that a class can take on a day, beyond what expires that night, so that the reserve is kept from then on.</summary>
    public long Free(int shelf, int day, int priorityClass)
    {
        int reserve = reserveOf[shelf];
        return reserve < 0 || MayBreak(reserve, priorityClass)
            ? long.MaxValue
            : Math.Max(0, kept[reserve * context.Days + day] - Reserves[reserve].Quantity);
    }

    private bool MayBreak(int reserve, int priorityClass) => priorityClass <= Reserves[reserve].LastClass;
}

using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>Takes out of a published plan what stock, lorries or money are not there for.</summary>
internal sealed class StockMending(District district, PublishedDraft draft)
{
    private readonly Dictionary<string, string> placeOfNeed = district.BurnRates.Select(rate => (rate.Id, rate.Place))
        .Concat(district.CandidateSites.Select(site => (site.Id, Place: site.Id))).ToDictionary(need => need.Id, need => need.Place, StringComparer.Ordinal);

    private readonly Dictionary<(string Duty, string Line), (string Place, int Class, Kit? Kit)> lines = Lines(district);

    /// <summary>Item and place of a dispatch.</summary>
    public static string Source(AuditFinding finding) => finding.Subject[..finding.Subject.LastIndexOf('/')];

    /// <summary>Whether a dispatch finds a part of what it is to take, but not all.</summary>
    public bool FindsPart(AuditFinding finding) => finding.Rule == AuditRules.DispatchBeyondStock
        && draft.Shipments.Exists(sent => IsOf(sent, finding) && sent.Day == draft.DateOf(finding.Day) && sent.Quantity > finding.Amount);

    /// <summary>Mends a violation.</summary>
    /// <returns>Whether something went.</returns>
    public bool Mend(AuditFinding finding)
    {
        DateOnly day = draft.DateOf(finding.Day);
        string[] parts = finding.Subject.Split('/');
        switch (finding.Rule)
        {
            case AuditRules.UnknownItem or AuditRules.UnknownLane:
                return DropShipments(finding, sent => IsOf(sent, finding), int.MaxValue);
            case AuditRules.DuplicateShipment or AuditRules.NotWholePacks or AuditRules.MinimumDispatch:
                return DropShipments(finding, sent => IsOf(sent, finding) && sent.Day == day, 1);
            case AuditRules.LaneCapacity:
                return DropShipments(finding, sent => sent.From == parts[0] && sent.To == parts[1] && sent.Day == day, 1);
            case AuditRules.DispatchBeyondStock:
                return HandOutLess(parts[0], parts[1], day, finding.Amount) || DropShipments(finding, sent => IsOf(sent, finding) && sent.Day == day, 1);
            case AuditRules.StorageExceeded:
                return DropShipments(finding, sent => sent.To == finding.Subject && sent.Arrives == day, 1);
            case AuditRules.ReserveBroken:
                return HandOutLess(parts[0], parts[1], day, 1, day)
                    || DropShipments(finding, sent => sent.Item == parts[0] && sent.From == parts[1] && sent.Day == day, 1)
                    || DropKits(finding, parts[1], parts[0], day, 1);
            case AuditRules.KitMissing:
                return HandOutLess(parts[1], parts[0], day.AddDays(-1), finding.Amount) || DropKits(finding, parts[0], parts[1], day, finding.Amount);
            case AuditRules.UnknownOffer or AuditRules.PurchaseBeyondOffer or AuditRules.DuplicatePurchase:
                return DropPurchase(finding, bought => bought.Offer == finding.Subject);
            case AuditRules.BudgetExceeded:
                return DropPurchase(finding, _ => true);
            case AuditRules.IssueBeyondNeed or AuditRules.IssueBeyondStock or AuditRules.DuplicateIssue:
                return IssueLess(parts[0], parts[1], day, finding.Amount);
            case AuditRules.UnknownNeed:
                return draft.Issues.RemoveAll(issue => finding.Subject == $"{issue.Need}/{issue.Item}") > 0 | Unsubstituted(finding, null);
            case AuditRules.UnknownRecipe:
                return Unsubstituted(finding, null);
            case AuditRules.RecipeNotAllowed or AuditRules.RecipeBeyondShare or AuditRules.DuplicateSubstitution or AuditRules.RecipeBeyondStock or AuditRules.RecipeUnneeded:
                return Unsubstituted(finding, day);
            default:
                return false;
        }
    }

    private static Dictionary<(string, string), (string, int, Kit?)> Lines(District district)
    {
        Dictionary<string, Kit> kits = district.Kits.ToDictionary(kit => kit.Id, StringComparer.Ordinal);
        Kit? Find(string? id) => id is null ? null : kits[id];
        return district.Duties.SelectMany(duty => duty.Lines.Select(line => (duty.Id, line.Id, duty.Place, line.PriorityClass, Find(line.Kit))))
            .Concat(district.CandidateSites.SelectMany(site => site.Lines.Select(line => (site.Id, line.Id, site.Id, line.PriorityClass, Find(line.Kit)))))
            .ToDictionary(line => (line.Item1, line.Item2), line => (line.Item3, line.Item4, line.Item5));
    }

    private static bool IsOf(PlannedShipment sent, AuditFinding finding) => finding.Subject == $"{sent.Item}/{sent.From}/{sent.To}";

    /// <summary>Drops shipments: those outside the window first, then the last listed.</summary>
    private bool DropShipments(AuditFinding finding, Func<PlannedShipment, bool> concerned, int most)
    {
        PlannedShipment[] found = [.. draft.Shipments.Where(concerned).Reverse().OrderBy(sent => draft.InWindow(sent.Day)).ThenByDescending(sent => sent.Day).Take(most)];
        foreach (PlannedShipment sent in found)
        {
            draft.Drop(sent, finding);
        }

        return found.Length > 0;
    }

    private bool DropPurchase(AuditFinding finding, Predicate<PlannedPurchase> concerned)
    {
        PlannedPurchase? found = draft.Purchases.FindLast(concerned);
        if (found is not null)
        {
            draft.Drop(found, finding);
        }

        return found is not null;
    }

    /// <summary>Drops people whose kits take the item: the least urgent first, then those outside the window, then the last listed.</summary>
    private bool DropKits(AuditFinding finding, string place, string item, DateOnly day, long units)
    {
        (Assignment Work, int Class, long Units)[] found =
        [
            .. draft.Assignments.Where(work => work.Day == day && lines.TryGetValue((work.Duty, work.Line), out var line) && line.Place == place)
                .Select(work => (work, lines[(work.Duty, work.Line)].Class, lines[(work.Duty, work.Line)].Kit?.Items.Where(part => part.Item == item).Sum(part => part.Quantity) ?? 0))
                .Where(entry => entry.Item3 > 0).Reverse().OrderByDescending(entry => entry.Class),
        ];
        foreach ((Assignment work, _, long used) in found)
        {
            if (units <= 0)
            {
                break;
            }

            draft.Drop(work, finding);
            units -= used;
        }

        return found.Length > 0;
    }

    /// <summary>Hands out less of an item at a place up to a day, the last day first.</summary>
    private bool HandOutLess(string item, string place, DateOnly to, long units, DateOnly? from = null)
    {
        StockIssue[] found =
        [
            .. draft.Issues.Where(issue => issue.Item == item && issue.Day <= to && (from is null || issue.Day >= from) && placeOfNeed.GetValueOrDefault(issue.Need) == place)
                .OrderByDescending(issue => issue.Day),
        ];
        foreach (StockIssue issue in found)
        {
            units -= units > 0 ? draft.Reduce(issue, units) : 0;
        }

        return found.Length > 0;
    }

    private bool IssueLess(string need, string item, DateOnly day, long units)
    {
        if (draft.Issues.FindLast(issue => issue.Need == need && issue.Item == item && issue.Day == day) is { } issue)
        {
            draft.Reduce(issue, units);
            return true;
        }

        return draft.Substitutions.RemoveAll(issue => issue.Need == need && issue.Item == item && issue.Day == day) > 0;
    }

    private bool Unsubstituted(AuditFinding finding, DateOnly? day) =>
        draft.Substitutions.RemoveAll(issue => finding.Subject == $"{issue.Need}/{issue.Item}/{issue.Recipe}" && (day is null || issue.Day == day)) > 0;
}

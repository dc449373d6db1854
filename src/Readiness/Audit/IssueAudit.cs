using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>Derives the needs that are not bound to a shift and checks what is issued for them.</summary>
internal sealed class IssueAudit
{
    private readonly AuditContext context;
    private readonly Dictionary<(string Id, string Item), int> positions = [];
    private readonly List<AuditedRecipeUse> recipes = [];

    public IssueAudit(AuditContext context, SiteAudit sites, HomeMonitoring home)
    {
        this.context = context;
        var needs = new List<AuditedNeed>();
        foreach (BurnRate rate in context.District.BurnRates)
        {
            int place = context.Index.Places[rate.Place];
            positions.TryAdd((rate.Id, rate.Item), needs.Count);
            needs.Add(Need(rate.Id, rate.Item, place, rate.PriorityClass, day => context.Model.UnitsNeeded(rate, day, home)));
        }

        for (int site = 0; site < sites.Open.Length; site++)
        {
            CandidateSite candidate = context.District.CandidateSites[site];
            long[] census = sites.Census[site];
            foreach (GuestNeed need in candidate.GuestNeeds)
            {
                positions.TryAdd((candidate.Id, need.Item), needs.Count);
                needs.Add(Need(
                    candidate.Id, need.Item, context.Index.PlaceOfSite(site), need.PriorityClass, day => WorkloadModel.GuestUnits(need, census[day])));
            }
        }

        Needs = [.. needs];
        Issued = [.. needs.Select(_ => new long[context.Days])];
        Substituted = [.. needs.Select(_ => new long[context.Days])];
    }

    public AuditedNeed[] Needs { get; }

    /// <summary>Units issued of the item itself, by need and day.</summary>
    public long[][] Issued { get; }

    /// <summary>Units that recipes serve, by need and day.</summary>
    public long[][] Substituted { get; }

    /// <summary>Where recipes serve, in the order of the needs, days and the district's recipes.</summary>
    public IEnumerable<AuditedRecipeUse> Recipes => recipes.OrderBy(use => use.Need).ThenBy(use => use.Day).ThenBy(use => context.District.Recipes.IndexOf(use.Recipe));

    /// <summary>Units served in any way.</summary>
    public long Served(int need, int day) => Issued[need][day] + Substituted[need][day];

    /// <summary>Notes what a recipe serves.</summary>
    public void Add(AuditedRecipeUse use)
    {
        recipes.Add(use);
        Substituted[use.Need][use.Day] += use.Units;
    }

    /// <summary>Compares what is served with what is needed.</summary>
    public void Compare()
    {
        for (int need = 0; need < Needs.Length; need++)
        {
            for (int day = 0; day < context.Days; day++)
            {
                if (Served(need, day) > Needs[need].Required[day])
                {
                    context.Report(
                        AuditRules.IssueBeyondNeed, $"{Needs[need].Id}/{context.District.Items[Needs[need].Item].Id}", day,
                        $"{Issued[need][day]} issued and {Substituted[need][day]} by recipes, {Needs[need].Required[day]} needed.",
                        Served(need, day) - Needs[need].Required[day]);
                }
            }
        }
    }

    /// <summary>Position of a need; -1 if there is none of that id and item.</summary>
    public int Find(string? id, string? item) =>
        id is not null && item is not null && positions.TryGetValue((id, item), out int position) ? position : -1;

    public void Run()
    {
        foreach (StockIssue issue in context.Issues)
        {
            string subject = $"{issue.Need}/{issue.Item}";
            int need = Find(issue.Need, issue.Item);
            if (need < 0)
            {
                context.Report(AuditRules.UnknownNeed, subject, null, "There is no such need.");
                continue;
            }

            if (!context.TryDay(issue.Day, subject, out int day) || !context.TryAmount(issue.Quantity, subject, day))
            {
                continue;
            }

            if (Issued[need][day] > 0)
            {
                context.Report(AuditRules.DuplicateIssue, subject, day, "Issued in more than one entry.");
                continue;
            }

            Issued[need][day] = issue.Quantity;
        }
    }

    private AuditedNeed Need(string id, string item, int place, int priorityClass, Func<int, long> units)
    {
        var required = new long[context.Days];
        for (int day = 0; day < required.Length; day++)
        {
            required[day] = units(day);
        }

        return new AuditedNeed(id, context.Index.Items[item], place, priorityClass, required);
    }
}

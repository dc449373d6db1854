using System.Collections.Frozen;
using System.Collections.Immutable;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Audit;

/// <summary>What every part of an audit reads, and the list of violations that it writes to.</summary>
internal sealed class AuditContext
{
    // Sums of amounts up to this stay far from overflow, whatever a plan claims.
    private const long LargestAmount = 1_000_000_000_000;

    private readonly List<RuleViolation> violations = [];

    public AuditContext(District district, DemandForecast forecast, PlanDecisions decisions, PinnedDecisions? pins = null)
    {
        Pins = pins;
        if (forecast.Horizon != district.Horizon)
        {
            throw new ArgumentException("The forecast must be of the district's days.", nameof(forecast));
        }

        District = district;
        Index = new DistrictIndex(district);
        Days = district.Horizon.Days;
        Demand = forecast.Planned;
        Model = new WorkloadModel(district, Demand);
        Openings = Entries(decisions.Sites, "sites");
        Assignments = Entries(decisions.Assignments, "assignments");
        Shipments = Entries(decisions.Shipments, "shipments");
        Issues = Entries(decisions.Issues, "issues");
        Unmet = Entries(decisions.Unmet, "unmet");
        Substitutions = Entries(decisions.Substitutions, "substitutions");
        Purchases = Entries(decisions.Purchases, "purchases");
    }

    /// <summary>What of a published plan must stay; null without one.</summary>
    public PinnedDecisions? Pins { get; }

    /// <summary>What was found so far, with what it is too much or too little by.</summary>
    public List<AuditFinding> Findings { get; } = [];

    public District District { get; }

    public DistrictIndex Index { get; }

    public DemandTrajectory Demand { get; }

    public WorkloadModel Model { get; }

    public int Days { get; }

    public List<SiteOpening> Openings { get; }

    public List<Assignment> Assignments { get; }

    public List<PlannedShipment> Shipments { get; }

    public List<StockIssue> Issues { get; }

    public List<UnmetNeed> Unmet { get; }

    public List<SubstitutedIssue> Substitutions { get; }

    public List<PlannedPurchase> Purchases { get; }

    /// <summary>What was found, in the order of the checks: the same for equal decisions.</summary>
    public ImmutableArray<RuleViolation> Violations() => [.. violations];

    /// <summary>Notes a violation.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="subject">What breaks it.</param>
    /// <param name="day">When.</param>
    /// <param name="message">The same in words.</param>
    /// <param name="amount">By how much, where that can be counted.</param>
    public void Report(string rule, string subject, int? day, string message, long amount = 1)
    {
        violations.Add(new RuleViolation(rule, subject, day, message));
        Findings.Add(new AuditFinding(rule, subject, day, amount, message));
    }

    /// <summary>Position of an id that may be anything; -1 if it is not known.</summary>
    public static int Find(FrozenDictionary<string, int> positions, string? id) =>
        id is not null && positions.TryGetValue(id, out int position) ? position : -1;

    /// <summary>Day index of a date; reports it if it is outside the horizon.</summary>
    public bool TryDay(DateOnly date, string subject, out int day)
    {
        day = District.Horizon.DayOf(date);
        if ((uint)day < (uint)Days)
        {
            return true;
        }

        Report(AuditRules.OutsideHorizon, subject, day, $"{date:yyyy-MM-dd} is outside the horizon of {Days} days from {District.Horizon.Start:yyyy-MM-dd}.");
        return false;
    }

    /// <summary>Whether an amount makes sense; reports it if it does not.</summary>
    public bool TryAmount(long amount, string subject, int? day)
    {
        if (amount is > 0 and <= LargestAmount)
        {
            return true;
        }

        Report(AuditRules.InvalidAmount, subject, day, $"The amount {amount} is not between 1 and {LargestAmount}.");
        return false;
    }

    /// <summary>The entries that are there; reports those that are null.</summary>
    public List<T> Entries<T>(ImmutableArray<T> entries, string name)
        where T : class
    {
        var present = new List<T>(entries.IsDefault ? 0 : entries.Length);
        int missing = 0;
        for (int position = 0; !entries.IsDefault && position < entries.Length; position++)
        {
            if (entries[position] is { } entry)
            {
                present.Add(entry);
            }
            else
            {
                missing++;
            }
        }

        if (missing > 0)
        {
            Report(AuditRules.MissingEntry, name, null, $"{missing} of {entries.Length} entries are null.");
        }

        return present;
    }
}

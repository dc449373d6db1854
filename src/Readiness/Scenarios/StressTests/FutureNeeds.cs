using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Demand;
using Readiness.Plans;

namespace Readiness.Scenarios.StressTests;

/// <summary>What a future asks for, given who moves into the sites, and who is absent in it.</summary>
internal sealed class FutureNeeds
{
    public FutureNeeds(Future future, ImmutableArray<SiteOpening> openings)
    {
        Context = new AuditContext(future.District, future.Forecast, new PlanDecisions(openings, [], [], [], []));
        Sites = new SiteAudit(Context);
        Sites.Run();
        HomeMonitoring home = HomeMonitoring.From(Context.Demand, future.District.Policy.Quarantine.LengthDays, Sites.Admitted);
        Table = new WorkTable(Context, Sites, home);
        Items = new IssueAudit(Context, Sites, home).Needs;
        Absent = new RosterAudit(Context, Table).Absent;
    }

    public AuditContext Context { get; }

    public SiteAudit Sites { get; }

    /// <summary>Heads that are required.</summary>
    public WorkTable Table { get; }

    /// <summary>Units that are required; the needs are in the same order in every future.</summary>
    public AuditedNeed[] Items { get; }

    /// <summary>Whether a person (major) is absent on a day (minor).</summary>
    public bool[] Absent { get; }
}

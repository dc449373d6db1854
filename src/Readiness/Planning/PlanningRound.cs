using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;
using Readiness.Staffing;
using Readiness.Supplies;

namespace Readiness.Planning;

/// <summary>One pass from site decisions to an audited plan: roster, supplies, repair, bookings, audit.</summary>
internal sealed class PlanningRound
{
    private const long RosterWork = 20_000;

    private readonly PlanningContext context;
    private readonly TimeBudget budget;
    private readonly CancellationToken cancellationToken;
    private readonly Action<string> report;

    public PlanningRound(
        PlanningContext context, TimeBudget budget, Action<string> report, CancellationToken cancellationToken)
    {
        this.context = context;
        this.budget = budget;
        this.report = report;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>Whether supplies are handed out day by day to whoever asks, instead of being planned over the whole horizon.</summary>
    public bool FirstComeFirstServed { get; init; }

    /// <summary>Makes a plan for given sites.</summary>
    /// <param name="sites">Sites to open; those that cannot be staffed or supplied are closed again.</param>
    /// <param name="start">A roster to start from, or null.</param>
    /// <param name="shares">Shares of the time limit.</param>
    /// <param name="keep">What is kept of a published plan.</param>
    public Candidate Run(
        SiteDecisions sites, Roster? start, RoundShares shares, Keep keep = Keep.Window)
    {
        var closed = ImmutableArray.CreateBuilder<int>();
        HomeMonitoring home = Home(sites);
        var needs = new CoverNeeds(context, sites, home);

        report("roster");
        Roster roster = new RosterPlanner().Plan(
            RosterTranslation.Build(context, needs.ByShift(context), keep),
            new RosterOptions
            {
                TimeLimit = budget.Slice(shares.Roster),
                Seed = budget.Seed,
                Threads = budget.Threads,
                WorkLimit = budget.Work(RosterWork),
                Start = start,
            },
            progress: null,
            cancellationToken);

        while (true)
        {
            HeadCount filled = CompleteTeams(RosterTranslation.Filled(
                context, roster.Assignments.Where(assignment => IsOpen(sites, assignment))));
            var heads = new RoundHeads(filled, filled);
            ImmutableArray<int> failing = SiteCover.Understaffed(context, sites, needs, filled);
            if (failing.IsEmpty)
            {
                (PlanDecisions decisions, heads, SupplyPlan supplies) = Supply(sites, home, roster, heads, shares, keep);
                failing = SiteCover.Understaffed(context, sites, needs, heads.Equipped);
                if (failing.IsEmpty)
                {
                    return Audited(decisions, sites, needs, home, heads, roster, closed.ToImmutable(), supplies, keep);
                }
            }

            foreach (int site in failing)
            {
                sites = sites.Without(site);
                closed.Add(site);
            }

            home = Home(sites);
            needs = new CoverNeeds(context, sites, home);
        }
    }

    private (PlanDecisions Decisions, RoundHeads Heads, SupplyPlan Supplies) Supply(
        SiteDecisions sites, HomeMonitoring home, Roster roster, RoundHeads heads, RoundShares shares, Keep keep)
    {
        report("supplies");
        var translation = new SupplyTranslation(context, heads.Filled, sites, home, keep);
        SupplyPlan plan = FirstComeFirstServed
            ? DayByDayServing.Plan(translation.Problem, cancellationToken)
            : new SupplyPlanner().Plan(
                translation.Problem,
                new AllocationOptions { TimeLimit = budget.Slice(shares.Supplies), Seed = budget.Seed, Threads = budget.Threads },
                progress: null,
                cancellationToken);
        heads = heads with { Equipped = WithPinned(translation.Equipped(heads.Filled, plan), heads.Filled) };
        var decisions = new PlanDecisions(
            sites.ToOpenings(context), Assignments(roster, heads.Equipped), translation.Shipments(plan), [], [])
        {
            Purchases = translation.Purchases(plan),
        };
        (decisions, plan) = RecipeSavings.Apply(context, translation, decisions, plan);
        return (decisions, heads, plan);
    }

    /// <summary>
    /// Pinned heads have their kits: the audit has seen the published plan carried out. Where the supply planner does not find them, which counts lots of each expiry apart, they stay all the same,
    /// and the audit of the whole plan decides.
    /// </summary>
    private HeadCount WithPinned(HeadCount equipped, HeadCount filled)
    {
        HeadCount pinned = RosterTranslation.Filled(context, context.Kept.Pinned);
        foreach (RosterAssignment pin in context.Kept.Pinned)
        {
            int shift = context.Tasks[pin.Task].Shifts.IndexOf(pin.Shift);
            equipped[pin.Task, pin.Day, shift] = Math.Max(
                equipped[pin.Task, pin.Day, shift], Math.Min(pinned[pin.Task, pin.Day, shift], filled[pin.Task, pin.Day, shift]));
        }

        return equipped;
    }

    /// <summary>A plan that opens only forced sites and assigns and moves nothing: always at hand.</summary>
    public Candidate Empty(SiteDecisions forced)
    {
        HomeMonitoring home = Home(forced);
        var needs = new CoverNeeds(context, forced, home);
        var nobody = new HeadCount(context);
        var decisions = new PlanDecisions(forced.ToOpenings(context), [], [], [], []);
        return Audited(decisions, forced, needs, home, new RoundHeads(nobody, nobody), roster: null, [], supplies: null);
    }

    /// <summary>What of the published plan can be carried out, and no more: always at hand.</summary>
    public Candidate Published()
    {
        (PlanDecisions decisions, SiteDecisions sites, RoundHeads heads, Roster roster, ImmutableArray<int> closed) = new PublishedRound(context).Make();
        HomeMonitoring home = Home(sites);
        SupplyPlan supplies = new SupplyTranslation(context, heads.Filled, sites, home, Keep.Everything).PlanOf(decisions);
        return Audited(decisions, sites, new CoverNeeds(context, sites, home), home, heads, roster, closed, supplies, Keep.Everything);
    }

    private Candidate Audited(
        PlanDecisions decisions, SiteDecisions sites, CoverNeeds needs, HomeMonitoring home, RoundHeads heads,
        Roster? roster, ImmutableArray<int> closed, SupplyPlan? supplies, Keep keep = Keep.Window)
    {
        report("audit");
        SpareStock spare = SpareStock.Of(context.District, context.Forecast, decisions);
        decisions = decisions with
        {
            Unmet = new UnmetBooking(context, sites, needs, home, heads, spare).Book(decisions),
        };
        return new Candidate(
            decisions, PlanAuditor.Audit(context.District, context.Forecast, decisions, context.Pins), sites, heads, roster, closed, supplies,
            SharesByPolicy: !FirstComeFirstServed, keep);
    }

    private HomeMonitoring Home(SiteDecisions sites) => context.AtHome(sites);

    private bool IsOpen(SiteDecisions sites, RosterAssignment assignment)
    {
        int site = context.Tasks[assignment.Task].SiteIndex;
        return site < 0 || sites.IsOpen(site, assignment.Day);
    }

    /// <summary>Takes away heads of joint duties beyond complete teams.</summary>
    private HeadCount CompleteTeams(HeadCount filled)
    {
        foreach (ImmutableArray<int> team in context.Teams)
        {
            for (int day = 0; day < context.Days; day++)
            {
                for (int shift = 0; shift < context.Tasks[team[0]].Shifts.Length; shift++)
                {
                    int teams = team.Min(task => filled[task, day, shift] / context.Tasks[task].HeadsPerTeam);
                    foreach (int task in team)
                    {
                        filled[task, day, shift] = teams * context.Tasks[task].HeadsPerTeam;
                    }
                }
            }
        }

        return filled;
    }

    /// <summary>The roster's assignments that are equipped: of each task and shift those who must stay, then those who have been told so, then the first.</summary>
    private ImmutableArray<Assignment> Assignments(Roster roster, HeadCount equipped)
    {
        HashSet<RosterAssignment> pinned = [.. context.Kept.Pinned];
        HashSet<RosterAssignment> told = [.. context.Kept.Told];
        var taken = new HeadCount(context);
        var kept = ImmutableArray.CreateBuilder<Assignment>();
        foreach (RosterAssignment assignment in roster.Assignments.OrderBy(work => pinned.Contains(work) ? 0 : told.Contains(work) ? 1 : 2))
        {
            PlanningTask info = context.Tasks[assignment.Task];
            int shift = info.Shifts.IndexOf(assignment.Shift);
            if (taken[assignment.Task, assignment.Day, shift] < equipped[assignment.Task, assignment.Day, shift])
            {
                taken[assignment.Task, assignment.Day, shift]++;
                kept.Add(new Assignment(
                    context.District.Staff[assignment.Person].Id,
                    info.Duty,
                    info.Line,
                    context.District.Horizon.DateOf(assignment.Day),
                    context.District.ShiftTypes[assignment.Shift].Id));
            }
        }

        return kept.ToImmutable();
    }
}

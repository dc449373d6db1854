using System.Collections.Immutable;
using Readiness.Audit;
using Readiness.Plans;
using Readiness.Quarantine;
using Readiness.Staffing;

namespace Readiness.Planning;

/// <summary>The feedback rounds of one joint plan.</summary>
internal sealed class PlanSearch
{
    private const int MostRounds = 20;
    private const int SiteRounds = 5;
    private const long SiteWork = 2_000;
    private const double SiteGap = 0.005;
    public const double OptimalGap = 1e-6;

    private readonly PlanningContext context;
    private readonly TimeBudget budget;
    private readonly IProgress<PlanProgress>? progress;
    private readonly CancellationToken cancellationToken;
    private readonly long? workLimit;
    private Candidate? best;
    private int round = 1;
    private bool outOfTime;

    public PlanSearch(
        PlanningContext context, TimeBudget budget, long? workLimit, IProgress<PlanProgress>? progress,
        CancellationToken cancellationToken)
    {
        this.context = context;
        this.budget = budget;
        this.workLimit = workLimit;
        this.progress = progress;
        this.cancellationToken = cancellationToken;
    }

    private Candidate Best => best ?? throw new InvalidOperationException("The search has not run.");

    /// <summary>Runs the rounds and returns the best plan that passed its audit.</summary>
    public Candidate Run()
    {
        var sites = new SiteTranslation(context);
        var pass = new PlanningRound(context, budget, Report, cancellationToken);
        best = context.Kept.Any ? pass.Published() : pass.Empty(SiteDecisions.Forced(context));
        if (!best.Audit.Passed)
        {
            throw new InvalidOperationException(
                "The first plan fails its audit: " + string.Join("; ", best.Audit.Violations.Take(5)));
        }

        Candidate last = context.Kept.Any ? Additions(pass) : Openings(pass);
        var confidence = new Confidence();
        Candidate? fitting = null;
        for (; round <= (workLimit ?? MostRounds) && !cancellationToken.IsCancellationRequested; round++)
        {
            bool searching = round <= SiteRounds && !(Best.SitesFit(context) && Best.GuestDaysAtHome(context) == 0);
            RoundShares shares = RoundShares.Of(searching);
            if (!budget.HasRoomFor(round == 1 ? 0 : shares.Usual))
            {
                outOfTime = true;
                break;
            }

            SiteDecisions chosen = searching ? ChooseSites(sites, confidence.Value, shares) : Kept(fitting).Sites;
            last = pass.Run(chosen, last.Roster, shares, round % 2 == 1 ? Keep.Shipments : Keep.Window);
            Offer(last);
            bool sitesFit = last.Audit.Passed && last.SitesFit(context);
            if (sitesFit && (fitting is null || last.GuestDaysAtHome(context) <= fitting.GuestDaysAtHome(context)))
            {
                fitting = last;
            }

            confidence.Learn(sitesFit);
        }

        return best;
    }

    /// <summary>
    /// Plans in order, which cost little: there is a plan at once, sites are tried that the pooled figures do not dare to open, and
    /// planning jointly does not end below what planning in order reaches. Where such sites do not fit, a plan without any shows what
    /// urgent duties can have: the rounds may not find their way down to it.
    /// </summary>
    /// <returns>The last of them.</returns>
    private Candidate Openings(PlanningRound pass)
    {
        var asToday = new PlanningRound(context, budget, Report, cancellationToken) { FirstComeFirstServed = true };
        Candidate today = asToday.Run(SitesInOrder.Choose(context, SiteOrder.Nearest), start: null, RoundShares.Opening);
        Offer(today);
        Candidate thrifty = pass.Run(SitesInOrder.Choose(context, SiteOrder.FewestHeads), today.Roster, RoundShares.Opening);
        Offer(thrifty);
        if (Best.SitesFit(context))
        {
            return thrifty;
        }

        Candidate atHome = pass.Run(SiteDecisions.Forced(context), thrifty.Roster, RoundShares.Opening);
        Offer(atHome);
        return atHome;
    }

    /// <summary>The published plan, added to where needs are unmet: first nobody and nothing gives way, then only assignments do.</summary>
    /// <returns>The last of them.</returns>
    private Candidate Additions(PlanningRound pass)
    {
        SiteDecisions sites = SitesInOrder.FillUp(context, SiteOrder.Nearest, SiteDecisions.Published(context));
        Candidate added = pass.Run(Best.Sites, Best.Roster, RoundShares.Opening, Keep.Everything);
        Offer(added);
        Candidate filled = pass.Run(sites, Best.Roster, RoundShares.Opening, Keep.Everything);
        Offer(filled);
        Candidate moved = pass.Run(Best.Sites, Best.Roster, RoundShares.Opening, Keep.Shipments);
        Offer(moved);
        return moved;
    }

    private void Offer(Candidate candidate)
    {
        if (!candidate.Audit.Passed)
        {
            return;
        }

        // The levels count units, not who has them: of equals, the plan that shares by the district's policy counts.
        int order = LevelComparer.Instance.Compare(candidate.Audit.Levels, Best.Audit.Levels);
        if (order < 0 || (order == 0 && candidate.SharesByPolicy && !Best.SharesByPolicy))
        {
            best = candidate;
        }
    }

    /// <summary>
    /// The plan whose sites are kept while the roster is improved: the one of the sites that took nothing from urgent duties, although an
    /// unfinished roster may speak against them, unless the best plan houses as many.
    /// </summary>
    private Candidate Kept(Candidate? fitting) =>
        fitting is null || Best.GuestDaysAtHome(context) <= fitting.GuestDaysAtHome(context) ? Best : fitting;

    /// <summary>Bounds of the best plan's levels, and how the search ended.</summary>
    public PlanProof Prove()
    {
        Report("proof");
        ImmutableArray<LevelProof> levels = new CouplingRelaxation(context).Prove(
            Best.Audit.Levels, budget.Left, cancellationToken);
        Termination termination = levels.All(level => level.Gap <= OptimalGap) ? Termination.Optimal
            : cancellationToken.IsCancellationRequested ? Termination.Stopped
            : outOfTime ? Termination.TimeLimit
            : workLimit is not null ? Termination.WorkLimit
            : Termination.Finished;
        return new PlanProof(termination, levels);
    }

    private SiteDecisions ChooseSites(SiteTranslation translation, double confidence, RoundShares shares)
    {
        Report("sites");
        SitePlan plan = new SitePlanner().Plan(
            translation.Build(confidence),
            new LocationOptions
            {
                WithRelaxations = false,
                TimeLimit = budget.Slice(shares.Sites),
                Seed = budget.Seed,
                Threads = budget.Threads,
                WorkLimit = budget.Work(SiteWork),
                RelativeGap = SiteGap,
            },
            progress: null,
            cancellationToken);
        return translation.Decisions(plan);
    }

    private void Report(string phase) => progress?.Report(new PlanProgress(
        phase, round, budget.Elapsed, best is null ? [] : best.Audit.Levels));
}

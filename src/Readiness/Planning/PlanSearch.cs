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
    private const int SiteRounds = 4;
    private const long SiteWork = 2_000;
    private const double SiteGap = 0.005;
    private const double OptimalGap = 1e-6;

    private readonly PlanningContext _context;
    private readonly TimeBudget _budget;
    private readonly IProgress<PlanProgress>? _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly long? _workLimit;
    private Candidate? _best;
    private int _round = 1;
    private bool _outOfTime;

    public PlanSearch(
        PlanningContext context, TimeBudget budget, long? workLimit, IProgress<PlanProgress>? progress,
        CancellationToken cancellationToken)
    {
        _context = context;
        _budget = budget;
        _workLimit = workLimit;
        _progress = progress;
        _cancellationToken = cancellationToken;
    }

    private Candidate Best => _best ?? throw new InvalidOperationException("The search has not run.");

    /// <summary>Runs the rounds and returns the best plan that passed its audit.</summary>
    public Candidate Run()
    {
        var sites = new SiteTranslation(_context);
        var pass = new PlanningRound(_context, _budget, Report, _cancellationToken);
        _best = pass.Empty(sites.Forced());
        if (!_best.Audit.Passed)
        {
            throw new InvalidOperationException(
                "The empty plan fails its audit: " + string.Join("; ", _best.Audit.Violations.Take(5)));
        }

        var confidence = new Confidence();
        Candidate last = _best;
        Candidate? fitting = null;
        HeadCount? caps = null;
        for (; _round <= (_workLimit ?? MostRounds) && !_cancellationToken.IsCancellationRequested; _round++)
        {
            bool searching = _round <= SiteRounds;
            RoundShares shares = RoundShares.Of(_round, searching);
            if (!_budget.HasRoomFor(_round == 1 ? 0 : shares.Total))
            {
                _outOfTime = true;
                break;
            }

            SiteDecisions chosen = searching ? ChooseSites(sites, confidence.Value, shares) : (fitting ?? _best).Sites;
            caps = searching ? null : KitCaps.After(_context, caps, fitting ?? _best);
            Candidate candidate = pass.Run(chosen, caps, last.Roster, shares);
            if (candidate.Audit.Passed && LevelComparer.Instance.Compare(candidate.Audit.Levels, _best.Audit.Levels) < 0)
            {
                _best = candidate;
            }

            bool sitesFit = candidate.Audit.Passed && candidate.SitesFit(_context);
            fitting = sitesFit ? candidate : fitting;
            confidence.Learn(sitesFit);
            last = candidate;
        }

        return _best;
    }

    /// <summary>Bounds of the best plan's levels, and how the search ended.</summary>
    public PlanProof Prove()
    {
        Report("proof");
        ImmutableArray<LevelProof> levels = new CouplingRelaxation(_context).Prove(
            Best.Audit.Levels, _budget.Left, _cancellationToken);
        Termination termination = levels.All(level => level.Gap <= OptimalGap) ? Termination.Optimal
            : _cancellationToken.IsCancellationRequested ? Termination.Stopped
            : _outOfTime ? Termination.TimeLimit
            : _workLimit is not null ? Termination.WorkLimit
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
                TimeLimit = _budget.Slice(shares.Sites),
                Seed = _budget.Seed,
                Threads = _budget.Threads,
                WorkLimit = _budget.Work(SiteWork),
                RelativeGap = SiteGap,
            },
            progress: null,
            _cancellationToken);
        return translation.Decisions(plan);
    }

    private void Report(string phase) => _progress?.Report(new PlanProgress(
        phase, _round, _budget.Elapsed, _best is null ? [] : _best.Audit.Levels));
}

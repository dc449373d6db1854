using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Readiness.Benchmarks.Peers;
using Readiness.Quarantine;

namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>A facility location instance that has been read.</summary>
internal sealed class SiteCase(SiteInstance instance) : IInstanceCase
{
    // Two ways to add up the same decisions differ by rounding only.
    private const double Rounding = 1e-9;

    // What the auditor of the library lets pass as served.
    private const double Served = 1e-6;

    /// <inheritdoc/>
    public OwnAnswer Solve(SolveOptions options, CancellationToken cancellationToken)
    {
        SiteAnswer answer = Answer(options, cancellationToken);
        return new OwnAnswer(
            answer.Objective, answer.Bound, answer.Seconds, answer.Termination, answer.Faults, [.. answer.Shares.Select(Line)]);
    }

    /// <summary>Solves it with Readiness, audits the answer and leaves its shares as they are.</summary>
    public SiteAnswer Answer(SolveOptions options, CancellationToken cancellationToken)
    {
        var translation = new SiteTranslation(instance);
        long started = Stopwatch.GetTimestamp();
        SitePlan plan = new SitePlanner().Plan(
            translation.Problem,
            new LocationOptions { TimeLimit = options.TimeLimit, Seed = options.Seed, Threads = options.Threads, WorkLimit = options.WorkLimit },
            progress: null,
            cancellationToken);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;

        double total = instance.Demands.Sum();
        LevelProof unserved = plan.Proof.Levels[0];
        double least = Served * Math.Max(1, total);
        double? bound = double.IsFinite(plan.Proof.Levels[1].Bound) ? plan.Proof.Levels[1].Bound + translation.LeastRiders : null;
        ImmutableArray<string> faults = [.. new SiteAuditor().Audit(translation.Problem, plan).Select(static found => $"{found.Rule} {found.Subject}: {found.Message}")];
        if (unserved.Objective > least)
        {
            bool impossible = unserved.Bound > least;
            return new SiteAnswer(
                null, impossible ? null : bound, seconds, impossible ? Termination.Infeasible : plan.Proof.Termination, faults, []);
        }

        List<SiteShare> shares = translation.Shares(plan);
        faults = [.. faults, .. SiteEvaluator.Faults(instance, shares)];
        double objective = SiteEvaluator.Objective(instance, shares);
        double stated = plan.Proof.Levels[1].Objective + translation.RiderCost(shares);
        double audited = new SiteAuditor().Evaluate(translation.Problem, plan).Cost + translation.RiderCost(shares);
        if (Differs(objective, stated) || Differs(objective, audited))
        {
            faults = faults.Add(string.Create(
                CultureInfo.InvariantCulture, $"the solution costs {objective:R}; the plan states {stated:R} and its auditor finds {audited:R}"));
        }

        return new SiteAnswer(objective, bound, seconds, plan.Proof.Termination, faults, [.. shares]);
    }

    /// <inheritdoc/>
    public PeerAnswer SolveWith(IPeer peer, PeerLimits limits, CancellationToken cancellationToken)
    {
        PeerResult result = peer.Solve(SiteFormulation.Of(instance), limits, cancellationToken);
        if (result.Objective is null)
        {
            return new PeerAnswer(null, result.Bound, result.Seconds, []);
        }

        List<SiteShare> shares = SiteFormulation.Shares(instance, result.Values);
        ImmutableArray<string> faults = SiteEvaluator.Faults(instance, shares);
        return new PeerAnswer(faults.IsEmpty ? SiteEvaluator.Objective(instance, shares) : null, result.Bound, result.Seconds, faults);
    }

    private static ImmutableArray<string> Line(SiteShare share) =>
    [
        share.Facility.ToString(CultureInfo.InvariantCulture),
        share.Customer.ToString(CultureInfo.InvariantCulture),
        share.Share.ToString("R", CultureInfo.InvariantCulture),
    ];

    private static bool Differs(double a, double b) => !(Math.Abs(a - b) <= Rounding * Math.Max(1, Math.Abs(a)));
}

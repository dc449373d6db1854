using System.Diagnostics.CodeAnalysis;
using Readiness.Quarantine.Capacitated;

namespace Readiness.Quarantine;

/// <summary>
/// Decides which sites open when and who goes where, by the criteria of <see cref="LocationProblem.Objectives"/> in their order.
/// </summary>
/// <remarks>
/// <para>Problems of one day, without resources and with demand that may be split, go to a Lagrangian branch and bound. For all others a greedy search gives a plan at
/// once, and branch and price over openings, or branch and cut on the strong formulation (HiGHS), improves it and proves a bound. All know every rule, and go level by
/// level; from the first criterion on that is about the worst-off or backups, the levels are those of the strong formulation.</para>
/// <para>What cannot be housed stays unserved, with the cause named: the only problems without a plan are those whose rules about the sites contradict each other. The
/// unit of <see cref="SolveOptions.WorkLimit"/> is a branch-and-bound node, per level. Openings are as short as their occupants allow, but for sites that back others up. An instance has no state
/// and may be shared between threads.</para>
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and auditors are used as instances.")]
public sealed class SitePlanner
{
    /// <summary>Solves the problem within the limits of the options.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits, seed and gap; the defaults if null.</param>
    /// <param name="progress">Told of better plans and bounds, on the solving threads.</param>
    /// <param name="cancellationToken">Ends the search; the best plan so far is returned.</param>
    /// <returns>A plan that keeps all rules, with its proof; one without levels and with nothing open if there is none, or none was found in time.</returns>
    /// <exception cref="ArgumentNullException">The problem is null.</exception>
    /// <exception cref="ArgumentException">The problem is not valid; the message lists all its faults.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public SitePlan Plan(
        LocationProblem problem,
        LocationOptions? options = null,
        IProgress<SolveProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new LocationOptions();
        options.Validate();
        if (!(options.RelativeGap >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.RelativeGap, "The relative gap must be 0 or more.");
        }

        var clock = new SearchClock(options.TimeLimit, cancellationToken);
        LocationValidation.Validate(problem);
        var location = new IndexedLocation(problem);
        SitePlan plan = Search(location, options, progress, clock);
        plan = plan with { Unserved = UnservedCauses.Of(location, plan) };
        return plan.Unserved.IsEmpty || plan.Proof.Levels.IsEmpty || !options.WithRelaxations ? plan : plan with
        {
            Relaxations = new RelaxationSearch(problem, plan, clock).Run((relaxed, time) => Plan(
                relaxed, options with { TimeLimit = time, WithRelaxations = false, WithCertificate = false }, null, cancellationToken)),
        };
    }

    private static SitePlan Search(IndexedLocation location, LocationOptions options, IProgress<SolveProgress>? progress, SearchClock clock) =>
        FairnessSearch.IsNeeded(location.Problem) ? new FairnessSearch(location, options, progress, clock, Search).Run()
        : OneDaySearch.CanSolve(location.Problem) ? new OneDaySearch(location, options, progress, clock).Run()
        : new LexicographicSearch(location, options, progress, clock).Run();
}

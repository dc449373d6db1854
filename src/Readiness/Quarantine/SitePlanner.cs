using System.Diagnostics.CodeAnalysis;

namespace Readiness.Quarantine;

/// <summary>
/// Decides which sites open when and who goes where: as few unserved unit-days as possible, then at the least cost.
/// </summary>
/// <remarks>
/// A greedy search gives a plan at once; branch and bound on the strong formulation (HiGHS) improves it and proves a bound, level by level. There always is a
/// plan: what cannot be housed stays unserved. The unit of <see cref="SolveOptions.WorkLimit"/> is a branch-and-bound node, per level. Openings are as short as
/// their occupants allow. An instance has no state and may be shared between threads.
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners and auditors are used as instances.")]
public sealed class SitePlanner
{
    /// <summary>Solves the problem within the limits of the options.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits, seed and gap; the defaults if null.</param>
    /// <param name="progress">Told of better plans and bounds, on the solving threads.</param>
    /// <param name="cancellationToken">Ends the search; the best plan so far is returned.</param>
    /// <returns>A plan that keeps all rules, with its proof.</returns>
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
        return new LexicographicSearch(new IndexedLocation(problem), options, progress, clock).Run();
    }
}

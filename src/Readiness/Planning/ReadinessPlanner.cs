using System.Diagnostics.CodeAnalysis;
using Readiness.Demand;
using Readiness.Districts;
using Readiness.Plans;

namespace Readiness.Planning;

/// <summary>
/// Plans protective equipment, shifts and quarantine sites of a district together.
/// </summary>
/// <remarks>
/// A careful order with feedback: sites are chosen knowing the staff they can reach and the items that can be there; the roster
/// fills the duties and the open sites; supplies equip the rostered heads and serve guests and burn rates. A head without its kit is not
/// assigned, a site that falls below its least cover is closed. The next round lets sites count on more of the surplus, or on less
/// where they did not fit. Two or three plans in order are tried before, one of them as <see cref="SequentialPlanner"/> makes it. Every
/// plan is audited; the lexicographically best that passes is kept. On top of a published plan the search begins with what of that can be carried out, adds to it, and then lets go of what need not stay. The planner holds no state: one instance may be used by several threads.
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "All planners are used as instances.")]
public sealed class ReadinessPlanner
{
    /// <summary>Makes a joint plan.</summary>
    /// <param name="district">The facts.</param>
    /// <param name="options">Limits and seed; defaults if null. The work limit counts feedback rounds; with it the parts are limited by work, too.</param>
    /// <param name="progress">Receives reports; may be null.</param>
    /// <param name="cancellationToken">Stops the solve; the best audited plan so far is returned with <see cref="Termination.Stopped"/>.</param>
    /// <returns>A plan that passed its audit. There always is one: at worst it opens only forced sites and leaves every need unmet, or carries out no more than the published plan.</returns>
    /// <exception cref="ArgumentException">The window of the published plan ends before it begins.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="DistrictFormatException">The district breaks a rule of the document.</exception>
    /// <exception cref="InvalidOperationException">Not even the empty plan passes its audit; a fault of this library.</exception>
    public ReadinessPlan Plan(
        District district,
        PlannerOptions? options = null,
        IProgress<PlanProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(district);
        return Plan(options, () => PlanningContext.Of(district, published: options?.Published), progress, cancellationToken);
    }

    /// <summary>Makes a joint plan for a demand that has been forecast already, so that its slow part is not done again.</summary>
    /// <param name="district">The facts.</param>
    /// <param name="forecast">What is expected; its <see cref="DemandForecast.Planned"/> course is planned for.</param>
    /// <param name="options">Limits and seed; defaults if null.</param>
    /// <param name="progress">Receives reports; may be null.</param>
    /// <param name="cancellationToken">Stops the solve; the best audited plan so far is returned with <see cref="Termination.Stopped"/>.</param>
    /// <returns>A plan that passed its audit.</returns>
    /// <exception cref="ArgumentException">The forecast is not of the district's zones and days, or the window of the published plan ends before it begins.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="DistrictFormatException">The district breaks a rule of the document.</exception>
    public ReadinessPlan PlanFor(
        District district,
        DemandForecast forecast,
        PlannerOptions? options = null,
        IProgress<PlanProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(forecast);
        return Plan(options, () => PlanningContext.Of(district, forecast, options?.Published), progress, cancellationToken);
    }

    private static ReadinessPlan Plan(
        PlannerOptions? options, Func<PlanningContext> prepare, IProgress<PlanProgress>? progress, CancellationToken cancellationToken)
    {
        options ??= new PlannerOptions();
        options.Validate();
        var budget = new TimeBudget(options);
        PlanningContext context = prepare();
        var search = new PlanSearch(context, budget, options.WorkLimit, progress, cancellationToken);
        Candidate best = search.Run();
        PlanProof proof = search.Prove();
        best = ItemCauses.Explain(context, best);
        return new ReadinessPlan(context.District, context.Forecast, best.Decisions, best.Audit, proof)
        {
            Risk = SupplyRisk.Of(context, best, budget, cancellationToken),
            Published = options.Published,
        };
    }
}

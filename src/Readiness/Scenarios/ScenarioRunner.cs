using Readiness.Assessment;
using Readiness.Districts;
using Readiness.Districts.Shapes;
using Readiness.Planning;
using Readiness.Plans;

namespace Readiness.Scenarios;

/// <summary>Applies scenarios to a baseline, plans them and compares the plans.</summary>
/// <param name="options">
/// Limits and seed of <see cref="Compare"/>; defaults if null. They should be those with which the baseline's plan was made; with others the
/// difference is partly that of the solves.
/// </param>
public sealed class ScenarioRunner(PlannerOptions? options = null)
{
    /// <summary>Applies the changes of a scenario in their order.</summary>
    /// <param name="baseline">A valid district; it stays as it is.</param>
    /// <param name="scenario">The scenario.</param>
    /// <returns>The changed district, which is valid.</returns>
    /// <exception cref="DistrictFormatException">The scenario is faulty or does not fit the district; carries every fault, with JSON pointers into the scenario.</exception>
    public static District Apply(District baseline, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(scenario);
        var errors = new ErrorList();
        ChangeSequence changed = ScenarioDocument.Check(ScenarioDocument.ToRaw(scenario), baseline, errors);
        return errors.IsEmpty ? changed.District! : throw new DistrictFormatException(errors.ToImmutable());
    }

    /// <summary>Applies a scenario and plans what results.</summary>
    /// <param name="baseline">A valid district; it stays as it is.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">Limits and seed; defaults if null.</param>
    /// <param name="progress">Receives reports; may be null.</param>
    /// <param name="cancellationToken">Stops the solve; the best audited plan so far is returned with <see cref="Termination.Stopped"/>.</param>
    /// <returns>An audited plan of the changed district.</returns>
    /// <exception cref="DistrictFormatException">The scenario is faulty or does not fit the district.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static ReadinessPlan Run(
        District baseline,
        Scenario scenario,
        PlannerOptions? options = null,
        IProgress<PlanProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        new ReadinessPlanner().Plan(Apply(baseline, scenario), options, progress, cancellationToken);

    /// <summary>Plans a scenario on the district of a baseline's plan, and compares the two plans.</summary>
    /// <param name="baselinePlan">The baseline's plan.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="progress">Receives reports; may be null.</param>
    /// <param name="cancellationToken">Stops the solve; what is compared is then the best audited plan so far.</param>
    /// <exception cref="DistrictFormatException">The scenario is faulty or does not fit the district.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public PlanComparison Compare(
        ReadinessPlan baselinePlan,
        Scenario scenario,
        IProgress<PlanProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(baselinePlan);
        return PlanComparer.Compare(baselinePlan, Run(baselinePlan.District, scenario, options, progress, cancellationToken));
    }
}

using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Applies scenarios to a baseline.</summary>
public sealed class ScenarioRunner
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
}

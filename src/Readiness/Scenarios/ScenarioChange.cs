
namespace Readiness.Scenarios;

/// <summary>One change to a district; the closed family of what a what-if can change.</summary>
public abstract record ScenarioChange
{
    private protected ScenarioChange()
    {
    }
}

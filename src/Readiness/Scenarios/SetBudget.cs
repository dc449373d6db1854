using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios;

/// <summary>Sets what may be spent on offers: <c>{"type":"setBudget","amount":5000}</c>. It is an error if there is nothing on offer.</summary>
/// <param name="Amount">In the document's currency, over the whole horizon; 0 to 1e12. There is no limit if not given.</param>
public sealed record SetBudget([Limits(0, 1e12)] double? Amount = null) : ScenarioChange
{
    internal override IEnumerable<ChangeFault> Faults(District district) =>
        district.Offers.IsEmpty ? [new ChangeFault(nameof(Amount), "is for offers, and there are none: the change would do nothing")] : [];

    internal override District Apply(District district) => district with { Policy = district.Policy with { PurchaseBudget = Amount } };
}

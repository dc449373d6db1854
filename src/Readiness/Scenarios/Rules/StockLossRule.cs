using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Scenarios.Rules;

/// <summary>A loss of stock is either a share or a quantity.</summary>
internal sealed class StockLossRule : ChangeRule
{
    public override void Check(JsonView change, JsonShape form, District district, ErrorList errors)
    {
        if (form.Type != typeof(LoseStock))
        {
            return;
        }

        JsonView share = change[nameof(LoseStock.Share)];
        JsonView quantity = change[nameof(LoseStock.Quantity)];
        if (share.IsGiven == quantity.IsGiven)
        {
            errors.Add(
                share.IsGiven ? quantity.Path : change.Path,
                share.IsGiven ? quantity.Value : change.Value,
                share.IsGiven ? "is given beside a share; give one of them" : "must have a share or a quantity that is lost");
        }
    }
}

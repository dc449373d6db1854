using System.Text.Json.Serialization;
using Readiness.Districts;

namespace Readiness.Scenarios;

/// <summary>One change to a district; the closed family of what a what-if can change.</summary>
/// <remarks>
/// A change is data: in JSON it is an object whose <c>type</c> names the form. It says what is different, not when that becomes known: the
/// plan is made in knowledge of every change. Dates of a change lie within the horizon. Where a change narrows
/// what it is about (dates, facility, skill ...) all given conditions must hold, and it is an error if nothing meets them, since the
/// change would do nothing.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ScaleCases), "scaleCases")]
[JsonDerivedType(typeof(ImportCases), "importCases")]
[JsonDerivedType(typeof(ScaleArrivals), "scaleArrivals")]
[JsonDerivedType(typeof(DelayShipments), "delayShipments")]
[JsonDerivedType(typeof(CancelShipments), "cancelShipments")]
[JsonDerivedType(typeof(AddShipment), "addShipment")]
[JsonDerivedType(typeof(SetShipmentConfidence), "setShipmentConfidence")]
[JsonDerivedType(typeof(AddOffer), "addOffer")]
[JsonDerivedType(typeof(SetBudget), "setBudget")]
[JsonDerivedType(typeof(AllowExtendedUse), "allowExtendedUse")]
[JsonDerivedType(typeof(LoseStock), "loseStock")]
[JsonDerivedType(typeof(SetReserve), "setReserve")]
[JsonDerivedType(typeof(CancelLeave), "cancelLeave")]
[JsonDerivedType(typeof(ShortenLeave), "shortenLeave")]
[JsonDerivedType(typeof(AddStaff), "addStaff")]
[JsonDerivedType(typeof(SickLeave), "sickLeave")]
[JsonDerivedType(typeof(SetSite), "setSite")]
[JsonDerivedType(typeof(SetQuarantineLength), "setQuarantineLength")]
[JsonDerivedType(typeof(ChangeBurnRate), "changeBurnRate")]
[JsonDerivedType(typeof(ForecastEpidemic), "forecastEpidemic")]
public abstract record ScenarioChange
{
    private protected ScenarioChange()
    {
    }

    /// <summary>What makes the change impossible or idle for a district. The shape and the dates have been checked.</summary>
    /// <param name="district">The district as the changes before this one leave it.</param>
    internal virtual IEnumerable<ChangeFault> Faults(District district) => [];

    /// <summary>The district after the change; the given one stays as it is.</summary>
    /// <param name="district">The district as the changes before this one leave it; there are no <see cref="Faults"/>.</param>
    internal abstract District Apply(District district);
}

using System.Collections.Immutable;
using System.Text.Json;
using Readiness.Districts.Rules;
using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Finds everything that is wrong with a district.</summary>
/// <remarks>
/// The check works on the raw JSON, so that one fault does not hide the next: first the shape (names, kinds, ranges, ids,
/// references, all from the declarations of the records), then the rules that relate several values.
/// A hand-built district is written and then checked in the same way.
/// </remarks>
public static class DistrictValidator
{
    private static readonly ImmutableArray<DistrictRule> Rules =
    [
        new HorizonRule(),
        new SharedIdRule(),
        new PopulationRule(),
        new SeriesRule(),
        new CareRule(),
        new ForecastSeriesRule(),
        new ForecastDatesRule(),
        new ForecastBeliefRule(),
        new StockDateRule(),
        new ShipmentOutcomeRule(),
        new LaneRule(),
        new BurnRateRule(),
        new RecipeRule(),
        new OfferRule(),
        new ContractRule(),
        new AbsenceRule(),
        new HistoryRule(),
        new DutyDaysRule(),
        new JointTeamRule(),
        new SiteRule(),
        new QuarantinedRule(),
    ];

    internal static JsonShape Shape { get; } = JsonShape.Of(typeof(District), DistrictJson.Options);

    /// <summary>Checks a hand-built or changed district.</summary>
    /// <param name="district">The district.</param>
    /// <returns>Every fault; empty if it is valid.</returns>
    public static ImmutableArray<DistrictError> Validate(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        return Validate(JsonSerializer.SerializeToElement(district, DistrictJson.Writing));
    }

    /// <summary>Checks a raw document.</summary>
    /// <param name="document">The document.</param>
    /// <returns>Every fault; empty if it is valid and can be bound.</returns>
    public static ImmutableArray<DistrictError> Validate(JsonElement document)
    {
        var errors = new ErrorList();
        new JsonShapeCheck(errors, KnownIds.In(document, Shape)).Check(document, Shape, JsonPath.Root);
        if (document.ValueKind == JsonValueKind.Object)
        {
            JsonView view = JsonView.Of(document, Shape);
            foreach (DistrictRule rule in Rules)
            {
                rule.Check(view, errors);
            }
        }

        return errors.ToImmutable();
    }
}

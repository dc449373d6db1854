using System.Collections.Immutable;
using System.Text.Json;
using Readiness.Districts;
using Readiness.Districts.Shapes;
using Readiness.Plans;

namespace Readiness.Mornings;

/// <summary>Reads what is true on a morning and brings a district up to it.</summary>
public static class MorningDocument
{
    /// <summary>What the JSON of a morning has to look like.</summary>
    public static JsonShape Shape { get; } = JsonShape.Of(typeof(Morning), DistrictJson.Options);

    /// <summary>Reads a raw report and applies it.</summary>
    /// <param name="report">The raw report.</param>
    /// <param name="district">The valid district as it was planned.</param>
    /// <param name="published">The published plan that was carried out up to the morning; null if nothing was done.</param>
    /// <returns>The district on that morning, or every fault of the report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="district"/> is null.</exception>
    public static MorningResult Apply(JsonElement report, District district, PublishedPlan? published)
    {
        ArgumentNullException.ThrowIfNull(district);
        var errors = new ErrorList();
        new JsonShapeCheck(errors, KnownIds.In(district, DistrictValidator.Shape)).Check(report, Shape, JsonPath.Root);
        if (report.ValueKind == JsonValueKind.Object)
        {
            MorningRules.Check(JsonView.Of(report, Shape), district, errors);
        }

        if (!errors.IsEmpty)
        {
            return new MorningResult(null, [], errors.ToImmutable());
        }

        Morning morning = report.Deserialize<Morning>(DistrictJson.Options)!;
        var turn = new MorningTurn(district, published, morning);
        District result = turn.Turn();
        ImmutableArray<DistrictError> spoilt = DistrictValidator.Validate(result);
        return spoilt.IsEmpty
            ? new MorningResult(result, turn.Derived, [])
            : new MorningResult(null, [], [.. spoilt.Select(fault => new DistrictError(
                string.Empty, fault.Value, $"would make the district invalid: {fault.Pointer} would be {fault.Value ?? "missing"}, which {fault.Message}"))]);
    }

    /// <summary>Applies a report made by hand.</summary>
    /// <param name="morning">The report.</param>
    /// <param name="district">The valid district as it was planned.</param>
    /// <param name="published">The published plan that was carried out up to the morning; null if nothing was done.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static MorningResult Apply(Morning morning, District district, PublishedPlan? published)
    {
        ArgumentNullException.ThrowIfNull(morning);
        return Apply(JsonSerializer.SerializeToElement(morning, DistrictJson.Writing), district, published);
    }
}

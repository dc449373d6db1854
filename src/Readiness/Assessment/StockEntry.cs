using System.Text.Json.Serialization;

namespace Readiness.Assessment;

/// <summary>
/// An item at a place, or in the district as if everything could be moved at once, in days of supply = usable stock ÷ mean daily consumption.
/// Its capacity is the usable stock of the first morning, without what expires before it would be used; its need is
/// the mean daily consumption over the window of the options; what is missing are the units short over the horizon.
/// </summary>
/// <remarks>
/// Days of supply take every day for a mean one and know no deliveries. Therefore the stock is also followed day by day:
/// arrivals first, then consumption from the lots that expire first, then expiry; what is short on a day is lost, not caught up.
/// The light is that of <see cref="DaysUntilShort"/>. Deliveries count where they come in, and nothing is moved between places.
/// </remarks>
public sealed record StockEntry : InventoryEntry
{
    /// <summary>Id of the item.</summary>
    [JsonPropertyOrder(-7)]
    public required string Item { get; init; }

    /// <summary>Units on hand on the first morning.</summary>
    public required long OnHand { get; init; }

    /// <summary>Units that arrive within the horizon from outside.</summary>
    public required long Arriving { get; init; }

    /// <summary>Units, on hand or arriving, that expire unused within the horizon if used as expected.</summary>
    public required long Expiring { get; init; }

    /// <summary>Units consumed over the horizon if every head required works and wears its kit.</summary>
    public required long Consumption { get; init; }

    /// <summary>Days from the first on which nothing is short; the horizon's days if it lasts.</summary>
    public required int DaysUntilShort { get; init; }

    /// <summary>First day on which the item is short; none if it lasts.</summary>
    public DateOnly? FirstShort { get; init; }
}

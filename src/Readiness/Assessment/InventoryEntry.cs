using System.Text.Json.Serialization;

namespace Readiness.Assessment;

/// <summary>One line of the inventory: what is there against what is needed. The value is capacity ÷ need.</summary>
public abstract record InventoryEntry
{
    private protected InventoryEntry()
    {
    }

    /// <summary>How far it carries.</summary>
    [JsonPropertyOrder(-9)]
    public required TrafficLight Light { get; init; }

    /// <summary>Id of the facility or candidate site; none for the district as a whole.</summary>
    [JsonPropertyOrder(-8)]
    public string? Place { get; init; }

    /// <summary>Capacity ÷ need; none where nothing is needed.</summary>
    [JsonPropertyOrder(-6)]
    public required double? Value { get; init; }

    /// <summary>Unit of the value: <c>days</c> or <c>ratio</c>.</summary>
    [JsonPropertyOrder(-5)]
    public required string Unit { get; init; }

    /// <summary>What is there.</summary>
    [JsonPropertyOrder(-4)]
    public required double Capacity { get; init; }

    /// <summary>What is needed; 0 or more.</summary>
    [JsonPropertyOrder(-3)]
    public required double Need { get; init; }

    /// <summary>How much more would have to be there; 0 if nothing is short.</summary>
    [JsonPropertyOrder(-2)]
    public required double Missing { get; init; }

    /// <summary>What capacity and need count, and what is missing: <c>people</c>, <c>tests a day</c>, <c>beds</c>, <c>rooms</c> or the item's unit.</summary>
    [JsonPropertyOrder(-1)]
    public required string Measure { get; init; }

    /// <summary>The arithmetic in words.</summary>
    [JsonPropertyOrder(9)]
    public required string Explanation { get; init; }
}

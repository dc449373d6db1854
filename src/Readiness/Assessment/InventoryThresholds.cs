namespace Readiness.Assessment;

/// <summary>The thresholds of an inventory's lights, by domain. All but the supplies' apply to capacity ÷ need.</summary>
public sealed record InventoryThresholds
{
    /// <summary>
    /// Days until an item first runs short. Default 15 and 4: the classes of days on hand (none, 1 to 3, 4 to 14, 15 or more) in which
    /// hospitals reported protective equipment to the US National Healthcare Safety Network (COVID-19 module, supplies form, 2020).
    /// </summary>
    public LightThresholds Supplies { get; init; } = new(15, 4);

    /// <summary>
    /// WISN ratio. Default 1, from where on WISN sees no shortage, and 2/3, which overtime can just bridge under the standard
    /// contract (2,400 normal and 3,600 greatest minutes a week).
    /// </summary>
    public LightThresholds Staff { get; init; } = new(1, 2.0 / 3);

    /// <summary>Trained people per person needed. Default as for staff, since the same overtime bridges the gap.</summary>
    public LightThresholds Skills { get; init; } = new(1, 2.0 / 3);

    /// <summary>Tests a day per sample of the peak day. Default as for beds (judgement): a laboratory without slack queues.</summary>
    public LightThresholds Laboratory { get; init; } = new(1 / 0.85, 1);

    /// <summary>
    /// Beds per patient of the peak day. Default 1 ÷ 0.85 and 1: above 85 % occupancy a hospital has to expect days without
    /// a free bed (Bagust, Place and Posnett, BMJ 319, 1999).
    /// </summary>
    public LightThresholds Isolation { get; init; } = new(1 / 0.85, 1);

    /// <summary>Rooms per person in quarantine on the peak day. Default 1 and 0.5 (judgement): whoever has no room is monitored at home.</summary>
    public LightThresholds Quarantine { get; init; } = new(1, 0.5);

    /// <summary>Refuses thresholds out of order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is negative or not finite, or green is below amber.</exception>
    internal void Validate()
    {
        Supplies.Validate();
        Staff.Validate();
        Skills.Validate();
        Laboratory.Validate();
        Isolation.Validate();
        Quarantine.Validate();
    }
}

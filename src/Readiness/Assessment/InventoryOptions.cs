namespace Readiness.Assessment;

/// <summary>What an inventory assumes.</summary>
public sealed record InventoryOptions
{
    /// <summary>Days over which the mean daily consumption is taken, from the first day on; 1 to 366, cut at the horizon's end.</summary>
    public int WindowDays { get; init; } = 14;

    /// <summary>Where people spend their quarantine.</summary>
    public HousingAssumption Housing { get; init; } = HousingAssumption.AtHome;

    /// <summary>Where the lights change.</summary>
    public InventoryThresholds Thresholds { get; init; } = new();

    /// <summary>Refuses options out of range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(WindowDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(WindowDays, 366);
        if (!Enum.IsDefined(Housing))
        {
            throw new ArgumentOutOfRangeException(nameof(Housing), Housing, "There is no such assumption.");
        }

        Thresholds.Validate();
    }
}

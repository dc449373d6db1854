namespace Readiness.Assessment;

/// <summary>How a scenario's indicator stands against the baseline's.</summary>
public enum IndicatorVerdict
{
    /// <summary>Better by more than rounding.</summary>
    Better,

    /// <summary>Worse by more than rounding.</summary>
    Worse,

    /// <summary>Equal within 1e-9 times the greater magnitude of the two values and one.</summary>
    Same,
}

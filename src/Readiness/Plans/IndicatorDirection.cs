namespace Readiness.Plans;

/// <summary>Which direction of an indicator is better.</summary>
public enum IndicatorDirection
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}

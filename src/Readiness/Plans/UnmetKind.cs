namespace Readiness.Plans;

/// <summary>What is missing.</summary>
public enum UnmetKind
{
    /// <summary>Heads on a duty.</summary>
    Cover,

    /// <summary>Guests not housed.</summary>
    Guests,

    /// <summary>Units of an item not bound to a shift.</summary>
    Items,
}

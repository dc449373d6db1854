namespace Readiness.Supplies.Shortages;

/// <summary>What is changed for a shortage to become smaller.</summary>
public enum RemedyKind
{
    /// <summary>More stock of an item at a place by the morning of a day.</summary>
    MoreStock,

    /// <summary>A lot becomes available so many days earlier.</summary>
    EarlierLot,

    /// <summary>A lane takes more volume per day.</summary>
    MoreLorryRoom,

    /// <summary>A place has room for more volume.</summary>
    MoreStorage,

    /// <summary>A place keeps less of an item in reserve.</summary>
    SmallerReserve,
}

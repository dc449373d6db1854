namespace Readiness.Supplies.Shortages;

/// <summary>How a state that needs one more unit can get it: the need goes on to another state, or ends.</summary>
internal enum ResidualMove
{
    /// <summary>Where the need begins.</summary>
    Begin,

    /// <summary>More of the morning's stock stays.</summary>
    StayMore,

    /// <summary>Less of it stays.</summary>
    StayLess,

    /// <summary>More is kept from the evening before.</summary>
    HoldMore,

    /// <summary>Less is kept to the next morning.</summary>
    HoldLess,

    /// <summary>More comes on a lane.</summary>
    SendMore,

    /// <summary>Less leaves on a lane.</summary>
    SendLess,

    /// <summary>More comes on a lane as if it took no time.</summary>
    SwiftMore,

    /// <summary>Less leaves on a lane as if it took no time.</summary>
    SwiftLess,

    /// <summary>More is used as if it did not expire.</summary>
    KeepMore,

    /// <summary>Less is used as if it did not expire.</summary>
    KeepLess,

    /// <summary>A slot of the place takes another class.</summary>
    Swap,

    /// <summary>A lot is used before it becomes available.</summary>
    Earlier,

    /// <summary>Nobody took it to the end.</summary>
    Left,

    /// <summary>It is taken away from a slot.</summary>
    Cancel,

    /// <summary>It came in after its last usable day.</summary>
    Spoilt,

    /// <summary>It comes in after the horizon.</summary>
    Later,

    /// <summary>It is on offer, and not bought.</summary>
    Buy,
}

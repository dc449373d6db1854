namespace Readiness.Plans;

/// <summary>What stands in the way of a need.</summary>
public enum UnmetCause
{
    /// <summary>No qualified person is free within reach and working-time rules.</summary>
    Staff,

    /// <summary>The kit cannot be put together at the place on the day.</summary>
    Kit,

    /// <summary>No room that can be staffed and supplied is within reach on the day.</summary>
    Room,

    /// <summary>Not enough stock: what is or comes within reach of the place would not do for all needs of equal right.</summary>
    Stock,

    /// <summary>Nothing but the plan: units could be there beside all that it serves that is as urgent or more.</summary>
    Plan,

    /// <summary>Transfers are whole packs, and lots are used first expired, first out.</summary>
    PackSize,

    /// <summary>A lane takes only larger dispatches.</summary>
    MinimumDispatch,

    /// <summary>Lorries are full.</summary>
    Lorry,

    /// <summary>There is no room to store the units.</summary>
    Storage,

    /// <summary>A reserve is kept from the need.</summary>
    Reserve,

    /// <summary>Lots on offer that the plan does not buy would bring the units in time: the budget does not go that far, or is left unspent.</summary>
    Budget,

    /// <summary>Stock expires before it is needed.</summary>
    Expiry,

    /// <summary>Transport takes too long.</summary>
    LeadTime,

    /// <summary>A shipment arrives only later.</summary>
    Delivery,

    /// <summary>More urgent needs use the stock up.</summary>
    Priority,

    /// <summary>Needs of the same class at other places get more than their fair share of the stock.</summary>
    Fairness,
}

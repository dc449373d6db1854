namespace Readiness.Supplies.Shortages;

/// <summary>What keeps units of a demand from being served. The order is the order in which <see cref="SupplyExplainer"/> lifts the limits.</summary>
public enum ShortageCause
{
    /// <summary>Nothing but the plan: under all rules they could be served beside everything as urgent or more urgent that the plan serves.</summary>
    Plan,

    /// <summary>Lanes take only larger dispatches (<see cref="TransportLane.MinimumUnits"/>).</summary>
    MinimumDispatch,

    /// <summary>Transfers are whole packs, and lots are taken first expired, first out.</summary>
    PackSize,

    /// <summary>Lorries are full on the days on which they would have to leave.</summary>
    Lorry,

    /// <summary>There is no room to store them on the way or at the place.</summary>
    Storage,

    /// <summary>A reserve is kept from them.</summary>
    Reserve,

    /// <summary>
    /// Lots on offer that the plan does not buy would bring them in time: the budgets do not go that far, or leave money unspent.
    /// </summary>
    Budget,

    /// <summary>The units expire before they are needed.</summary>
    Expiry,

    /// <summary>Transport takes too long.</summary>
    LeadTime,

    /// <summary>A lot becomes available only later.</summary>
    Delivery,

    /// <summary>More urgent levels use the units up.</summary>
    Priority,

    /// <summary>
    /// Other demands of the same level have them beyond their fair share. The fair share of a place is the part of its need of an item that the level gets of its need over all places and
    /// days; what a place lacks to it and others have beyond theirs could be here.
    /// </summary>
    Fairness,

    /// <summary>There are not enough for all of equal right: all that is or comes within reach of the place would not do, or is shared out already.</summary>
    Stock,
}

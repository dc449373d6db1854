namespace Readiness.Planning;

/// <summary>What a round keeps of a published plan beside what must stay.</summary>
internal enum Keep
{
    /// <summary>No more than must stay.</summary>
    Window,

    /// <summary>Shipments and purchases.</summary>
    Shipments,

    /// <summary>Shipments, purchases and assignments: the plan is only added to.</summary>
    Everything,
}

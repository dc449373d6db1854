namespace Readiness.Assessment;

/// <summary>What a part of the inventory is about.</summary>
public enum InventoryDomain
{
    /// <summary>Stock against consumption.</summary>
    Supplies,

    /// <summary>Staff against workload.</summary>
    Staff,

    /// <summary>People trained per skill against the most that are needed.</summary>
    Skills,

    /// <summary>Tests that laboratories can do against samples.</summary>
    Laboratory,

    /// <summary>Isolation beds against patients.</summary>
    Isolation,

    /// <summary>Rooms of candidate sites against people in quarantine.</summary>
    Quarantine,
}

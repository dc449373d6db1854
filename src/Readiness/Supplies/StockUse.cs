namespace Readiness.Supplies;

/// <summary>How stock leaves a place.</summary>
internal enum StockUse
{
    /// <summary>On a lane of lead time 0, before the day's serving.</summary>
    SameDayTransfer,

    /// <summary>On a longer lane, after the day's serving.</summary>
    LaterTransfer,

    /// <summary>For a demand that may not break the reserve of the place.</summary>
    Serving,

    /// <summary>For a demand that may break the reserve of the place, or where there is none.</summary>
    UrgentServing,
}

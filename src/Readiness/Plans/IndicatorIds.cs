using System.Globalization;

namespace Readiness.Plans;

/// <summary>Ids of the indicators of a plan.</summary>
public static class IndicatorIds
{
    /// <summary>Share of contacts and travellers who are housed at a site; 1 if there are none.</summary>
    public const string GuestsHoused = "guests.housed";

    /// <summary>Guest-days of quarantine within the horizon that are not spent at a site.</summary>
    public const string GuestsUnhousedDays = "guests.unhousedDays";

    /// <summary>Most guests at the sites on any day.</summary>
    public const string GuestsPeakHoused = "guests.peakHoused";

    /// <summary>Triples (place, item, day) on which a need stayed unmet for want of the item: units not issued, or heads without their kit.</summary>
    public const string StockOutDays = "stockOut.days";

    /// <summary>Hours beyond the normal week of a person's contract, over calendar blocks of seven days.</summary>
    public const string OvertimeHours = "overtime.hours";

    /// <summary>Mean great-circle distance from the zone's centre to the site over all guests, km; 0 if there are none.</summary>
    public const string DistanceMeanKm = "distance.meanKm";

    /// <summary>Units that reach their expiry date unused within the horizon.</summary>
    public const string WasteExpiredUnits = "waste.expiredUnits";

    /// <summary>Units of needs that recipes serve in place of the item.</summary>
    public const string SubstitutedUnits = "substituted.units";

    /// <summary>Prices of what is bought, in the document's currency.</summary>
    public const string PurchasesSpending = "purchases.spending";

    /// <summary>Lowest fill rate over the pairs (place, item) with need; 1 if there are none.</summary>
    public const string FairnessWorstFillRate = "fairness.worstFillRate";

    /// <summary>Hours worked as a share of the normal hours of the people who are not absent (a seventh of the normal week per day).</summary>
    public const string StaffUtilisation = "staff.utilisation";

    /// <summary>Hours worked at places other than the home facility.</summary>
    public const string RosterLentHours = "roster.lentHours";

    /// <summary>Units moved between places times great-circle km.</summary>
    public const string TransportUnitKm = "transport.unitKm";

    /// <summary>Quarantine sites opened.</summary>
    public const string SitesOpen = "sites.open";

    /// <summary>What differs from the published plan, counted as the level <see cref="ObjectiveLevels.Changes"/> does. Only plans made on top of one have it.</summary>
    public const string PlanChanges = "plan.changes";

    /// <summary>Share of the required heads of a class that are filled (for joint duties heads in complete teams); 1 if none are required.</summary>
    /// <param name="priorityClass">1 (life-critical) to 4 (routine).</param>
    public static string Cover(int priorityClass) => "cover.class" + priorityClass.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Units of an item that are used as a share of what full cover and full service would use, with the plan's own sites and
    /// home monitoring: kits of all required heads, burn rates and guests' needs. Units that recipes serve count as used. Only items with such a need have it.
    /// </summary>
    /// <param name="item">Id of the item.</param>
    public static string FillRate(string item) => "fillRate." + item;
}

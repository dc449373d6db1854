namespace Readiness.Supplies.Online;

/// <summary>Whom a day's stock goes to, within a priority class.</summary>
public enum MatchingPolicy
{
    /// <summary>Item by item, the fill rates of the waiting recipients are leximin: the lowest is as high as can be, then the next, and so on to the last unit.</summary>
    Leximin,

    /// <summary>
    /// The mean over items of the mean fill rate over requests, against <see cref="MatchingOptions.ShipmentPrice"/>. It serves many small requests rather than
    /// a few large ones.
    /// </summary>
    MeanFillRate,

    /// <summary>
    /// Reference: item by item, the donor who has waited longest sends what it can to the recipient who has waited longest, the second to the second, and so on; each of
    /// them once a day (as in the framework MatchingPPE of Samorani, Bala, Jacob and He).
    /// </summary>
    FirstComeFirstMatched,

    /// <summary>Reference: item by item, what is held goes, the oldest first, to the recipients who want the fewest units more.</summary>
    SmallestRequestFirst,
}

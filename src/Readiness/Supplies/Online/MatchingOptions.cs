namespace Readiness.Supplies.Online;

/// <summary>Options of <see cref="DonationMatcher"/>.</summary>
public sealed record MatchingOptions
{
    /// <summary>Whom the stock goes to.</summary>
    public MatchingPolicy Policy { get; init; } = MatchingPolicy.Leximin;

    /// <summary>
    /// What a shipment costs; 0 to 1e6, in full requests of the item of its class that is asked for most often. Of an item that is asked for half as often, half a request
    /// is worth as much, since each item counts alike. Only <see cref="MatchingPolicy.MeanFillRate"/> looks at it: a shipment that is worth less is not made for its own sake, and what is then left over leaves in few, large shipments.
    /// </summary>
    public double ShipmentPrice { get; init; }

    /// <summary>
    /// Days that a donation may wait for shipments that are worth their price; 0 or more. After that it leaves at once if anyone waits for it.
    /// Only <see cref="MatchingPolicy.MeanFillRate"/> looks at it.
    /// </summary>
    public int MostDaysHeld { get; init; }

    /// <summary>Least units that a line of a shipment must bring, unless it brings all that is still wanted; 0 or more.</summary>
    public long LeastQuantity { get; init; }

    /// <summary>Least part of what was asked for that a line of a shipment must bring, unless it brings all that is still wanted; 0 to 1.</summary>
    public double LeastShare { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentException">Values are outside the ranges that their documentation gives; the message lists all of them.</exception>
    public void Validate()
    {
        List<string> errors = [];
        if (!Enum.IsDefined(Policy))
        {
            errors.Add($"Policy is {Policy}; there is no such policy.");
        }

        if (!(ShipmentPrice is >= 0 and <= 1e6))
        {
            errors.Add(FormattableString.Invariant($"ShipmentPrice is {ShipmentPrice}; it must be 0 to 1e6."));
        }

        if (MostDaysHeld < 0)
        {
            errors.Add($"MostDaysHeld is {MostDaysHeld}; it must be 0 or more.");
        }

        if (LeastQuantity < 0)
        {
            errors.Add($"LeastQuantity is {LeastQuantity}; it must be 0 or more.");
        }

        if (!(LeastShare is >= 0 and <= 1))
        {
            errors.Add(FormattableString.Invariant($"LeastShare is {LeastShare}; it must be 0 to 1."));
        }

        if (errors.Count > 0)
        {
            throw new ArgumentException("The options are out of range: " + string.Join(' ', errors));
        }
    }
}

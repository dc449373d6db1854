using System.Globalization;

namespace Readiness.Benchmarks.Tables.Supplies;

/// <summary>What a row of donations or requests must be like. No rule looks at the other rows: none is a quantile or an outlier of the data at hand.</summary>
internal static class GiftRules
{
    /// <summary>
    /// Most units that one organisation can mean. Of no item does a worker use more than the 24 pairs of gloves a day of WHO's Essential Supplies Forecasting Tool; 20,000 are
    /// the staff of a very large hospital system; nobody asks one platform for more than 30 days.
    /// </summary>
    public const long MostUnits = 20_000L * 30 * 48;

    /// <summary>Donations above this many units are left out, as in the framework MatchingPPE (its <c>max_donation_qty</c>): most are tests and dummies.</summary>
    public const long MostUnitsDonated = 1_000;

    /// <summary>The row has another number of cells than the headings, or loose quotation marks.</summary>
    public const string Malformed = "malformedRow";

    /// <summary>Nobody, or nothing, is named.</summary>
    public const string Missing = "missing";

    /// <summary>There is no date, or none between 2020 and 2023, the years of the emergency that WHO declared in January 2020 and ended in May 2023.</summary>
    public const string BadDate = "badDate";

    /// <summary>There is no number.</summary>
    public const string NoNumber = "notANumber";

    /// <summary>The number is infinite or none at all.</summary>
    public const string NotFinite = "notFinite";

    /// <summary>The number is 0 or less.</summary>
    public const string NotPositive = "notPositive";

    /// <summary>The number is not whole.</summary>
    public const string NotWhole = "notWhole";

    /// <summary>The number is above <see cref="MostUnits"/>.</summary>
    public const string Absurd = "absurdQuantity";

    /// <summary>The number is above <see cref="MostUnitsDonated"/>.</summary>
    public const string OverDonationLimit = "overDonationLimit";

    private static readonly DateTimeOffset First = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = new(2023, 12, 31, 23, 59, 59, TimeSpan.Zero);

    /// <summary>Reads a date; without a zone it is in UTC.</summary>
    /// <returns>The rule that is broken; null if none is.</returns>
    public static string? Date(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant)
            && instant >= First && instant <= Last ? null : BadDate;

    /// <summary>Reads a quantity.</summary>
    /// <param name="text">What stands in the file.</param>
    /// <param name="most">Most units that are kept.</param>
    /// <param name="units">The quantity, if no rule is broken.</param>
    /// <returns>The rule that is broken; null if none is.</returns>
    public static string? Quantity(string text, long most, out long units)
    {
        units = 0;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            return NoNumber;
        }

        string? rule = !double.IsFinite(number) ? NotFinite
            : number <= 0 ? NotPositive
            : number > MostUnits ? Absurd
            : number != Math.Floor(number) ? NotWhole
            : number > most ? OverDonationLimit
            : null;
        units = rule is null ? (long)number : 0;
        return rule;
    }
}

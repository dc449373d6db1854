using System.Globalization;

namespace Readiness.Api.Storage;

/// <summary>A place in the list of scenarios, which stays where it is when scenarios come and go.</summary>
/// <param name="Created">When the scenario at this place was posted.</param>
/// <param name="Id">Its id.</param>
internal sealed record ScenarioCursor(DateTimeOffset Created, string Id)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; none if it is something else.</summary>
    /// <param name="text">The text.</param>
    public static ScenarioCursor? Parse(string text)
    {
        string[] parts = text.Split('-');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long ticks)
            && ticks <= DateTime.MaxValue.Ticks
            && Guid.TryParseExact(parts[1], "N", out _)
                ? new ScenarioCursor(new DateTimeOffset(ticks, TimeSpan.Zero), parts[1])
                : null;
    }

    /// <summary>Text for an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Created.UtcTicks}-{Id}");
}

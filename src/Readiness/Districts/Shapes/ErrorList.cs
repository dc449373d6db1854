using System.Collections.Immutable;
using System.Text.Json;

namespace Readiness.Districts.Shapes;

/// <summary>Gathers the faults of a document. It lists the first 1,000 and counts the rest, so that a hopeless document gets a bounded answer.</summary>
internal sealed class ErrorList
{
    /// <summary>Most errors that are listed one by one.</summary>
    public const int Most = 1_000;

    private readonly List<DistrictError> errors = [];
    private int further;

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsEmpty => errors.Count == 0;

    /// <summary>Whether there is room, so that costly wording is worth it.</summary>
    public bool HasRoom => errors.Count < Most;

    /// <summary>Adds a fault.</summary>
    /// <param name="path">Where.</param>
    /// <param name="value">The offending value; null where one is missing.</param>
    /// <param name="message">The rule in words.</param>
    public void Add(JsonPath path, JsonElement? value, string message)
    {
        if (HasRoom)
        {
            errors.Add(new DistrictError(path.ToString(), value is { } given ? ErrorText.Value(given) : null, message));
        }
        else
        {
            further++;
        }
    }

    /// <summary>Adds a fault.</summary>
    /// <param name="error">The fault.</param>
    public void Add(DistrictError error)
    {
        if (HasRoom)
        {
            errors.Add(error);
        }
        else
        {
            further++;
        }
    }

    /// <summary>Adds the faults of another list.</summary>
    /// <param name="other">The other list.</param>
    public void Add(ErrorList other)
    {
        int taken = Math.Min(Most - errors.Count, other.errors.Count);
        errors.AddRange(other.errors.Take(taken));
        further += other.errors.Count - taken + other.further;
    }

    /// <summary>All faults; the last entry says how many are not listed.</summary>
    public ImmutableArray<DistrictError> ToImmutable() => further == 0
        ? [.. errors]
        : [.. errors, new DistrictError(string.Empty, null, $"{further} further errors are not listed.")];
}

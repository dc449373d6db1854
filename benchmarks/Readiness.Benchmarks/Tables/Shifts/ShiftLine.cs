using System.Collections.Immutable;
using System.Globalization;

namespace Readiness.Benchmarks.Tables.Shifts;

/// <summary>A line of a shift file, taken apart at its commas. What is wrong with a field is noted, and some valid value returned in its place.</summary>
/// <param name="number">Line from 1.</param>
/// <param name="content">The text.</param>
/// <param name="errors">Receives what is wrong.</param>
internal sealed class ShiftLine(int number, string content, List<InstanceError> errors)
{
    private readonly string[] fields = content.Split(',', StringSplitOptions.TrimEntries);

    /// <summary>Whether nothing of the line has been reported.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>Number of fields.</summary>
    public int Count => fields.Length;

    /// <summary>A field as it is.</summary>
    public string Text(int field) => fields[field];

    /// <summary>Notes an error of this line.</summary>
    public void Report(string message)
    {
        IsSound = false;
        errors.Add(new InstanceError(number, message));
    }

    /// <summary>Whether the line has as many fields as it should.</summary>
    public bool Has(int count)
    {
        if (fields.Length != count)
        {
            Report($"{count} fields are expected, there are {fields.Length}");
        }

        return fields.Length == count;
    }

    /// <summary>An id that must be new.</summary>
    /// <param name="field">The field.</param>
    /// <param name="what">What the id is of.</param>
    /// <param name="known">Receives the id with the next position.</param>
    public string NewId(int field, string what, Dictionary<string, int> known)
    {
        string id = fields[field];
        if (id.Length == 0)
        {
            Report($"the {what} has no id");
        }
        else if (!known.TryAdd(id, known.Count))
        {
            Report($"the {what} {id} is there twice");
        }

        return id;
    }

    /// <summary>The position of an id that must be known.</summary>
    public int Position(string id, string what, Dictionary<string, int> known)
    {
        if (!known.TryGetValue(id, out int position))
        {
            Report($"there is no {what} '{id}'");
        }

        return position;
    }

    /// <summary>A whole number.</summary>
    public int Whole(int field, string what, int least = 0, int most = int.MaxValue) => Whole(fields[field], what, least, most);

    /// <summary>A whole number that is a part of a field.</summary>
    public int Whole(string text, string what, int least = 0, int most = int.MaxValue)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most)
        {
            return value;
        }

        string range = most == int.MaxValue ? $"of at least {least}" : $"from {least} to {most}";
        Report($"{what} must be a whole number {range}, not '{text}'");
        return least;
    }

    /// <summary>The parts of a field between upright strokes; none if it is empty.</summary>
    public ImmutableArray<string> Parts(int field) =>
        fields[field].Length == 0 ? [] : [.. fields[field].Split('|', StringSplitOptions.TrimEntries)];
}

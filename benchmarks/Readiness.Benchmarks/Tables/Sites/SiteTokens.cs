using System.Globalization;

namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>Reads a text of numbers from front to back and notes what is wrong with them, each with line and position.</summary>
internal sealed class SiteTokens(string text)
{
    /// <summary>The word that stands for a capacity which is to be chosen.</summary>
    public const string CapacityWord = "capacity";

    // More would not be read anyway: where a number is missing, all that follow are in the wrong places.
    private const int MostErrors = 20;

    private readonly List<InstanceError> errors = [];
    private int next;
    private int line = 1;
    private int position;

    /// <summary>Whether the word <see cref="CapacityWord"/> was read.</summary>
    public bool HasOpenCapacity { get; private set; }

    /// <summary>Reads a whole number of 1 or more.</summary>
    public int Count(string what)
    {
        string token = Next(what);
        if (int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1)
        {
            return count;
        }

        Note($"{what} is '{Shown(token)}'; it must be a whole number of 1 or more");
        throw Failure();
    }

    /// <summary>Reads a number of 0 or more.</summary>
    public double Amount(string what) => Number(Next(what), what);

    /// <summary>Reads a number of 0 or more, or the word that stands for the given capacity.</summary>
    public double Capacity(string what, double? chosen)
    {
        string token = Next(what);
        if (token != CapacityWord)
        {
            return Number(token, what);
        }

        if (chosen is null && !HasOpenCapacity)
        {
            Note($"{what} is to be chosen: say --capacity");
        }

        HasOpenCapacity = true;
        return chosen ?? 0;
    }

    /// <summary>Refuses counts that call for more numbers than the rest of the text can hold, before anybody makes room for them.</summary>
    public void RequireRoomFor(long numbers)
    {
        if (numbers > (text.Length - next + 1) / 2)
        {
            Note($"the first two numbers announce {numbers} more, which is more than the file can hold");
            throw Failure();
        }
    }

    /// <summary>Notes a fault of the whole text.</summary>
    public void NoteWhole(string message) => errors.Add(new InstanceError(0, message));

    /// <summary>Requires that nothing is left, and that nothing was wrong.</summary>
    /// <exception cref="InstanceFormatException">Something was wrong.</exception>
    public void Finish()
    {
        if (Read() is { } token)
        {
            Note($"'{Shown(token)}' comes after the last number that the first two announce");
        }

        if (errors.Count > 0)
        {
            throw Failure();
        }
    }

    private double Number(string token, string what)
    {
        if (double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && number >= 0)
        {
            return number;
        }

        Note($"{what} is '{Shown(token)}'; it must be a number of 0 or more");
        return 0;
    }

    private string Next(string what)
    {
        if (Read() is { } token)
        {
            return token;
        }

        Note($"the file ends where {what} should be");
        throw Failure();
    }

    private string? Read()
    {
        for (; next < text.Length && char.IsWhiteSpace(text[next]); next++)
        {
            if (text[next] == '\n')
            {
                line++;
                position = 0;
            }
        }

        if (next == text.Length)
        {
            return null;
        }

        int start = next;
        while (next < text.Length && !char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        position++;
        return text[start..next];
    }

    private void Note(string message)
    {
        errors.Add(new InstanceError(line, string.Create(CultureInfo.InvariantCulture, $"number {position}: {message}")));
        if (errors.Count == MostErrors)
        {
            throw Failure();
        }
    }

    private InstanceFormatException Failure() => new([.. errors]);

    private static string Shown(string token) => token.Length <= 40 ? token : token[..40] + "...";
}

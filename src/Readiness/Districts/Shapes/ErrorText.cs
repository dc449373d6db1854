using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Readiness.Districts.Shapes;

/// <summary>The wording that errors have in common: numbers, shortened values, likely intended names.</summary>
internal static class ErrorText
{
    private const int LongestValue = 200;
    private const int LongestGuess = 100;
    private const int MostCandidates = 5_000;

    /// <summary>The raw JSON of a value, shortened. Bytes that are no UTF-8 show as replacement characters.</summary>
    public static string Value(JsonElement value)
    {
        // So many bytes are enough to see that the value is too long; decoding all of a great value once for each fault in it would not end.
        const int enough = 3 * (LongestValue + 1);
        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(value);
        return Shorten(Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, enough)]), LongestValue);
    }

    /// <summary>Cuts a text to at most so many characters, never through a surrogate pair.</summary>
    public static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>A number with grouped digits.</summary>
    public static string Number(double value) => value.ToString("#,##0.######", CultureInfo.InvariantCulture);

    /// <summary>Adds the known name that looks most like the given one, if one is near.</summary>
    public static string WithGuess(string message, string given, IEnumerable<string> known)
    {
        if (given.Length > LongestGuess)
        {
            return message;
        }

        string? best = null;
        int bestDistance = Math.Max(1, given.Length / 3) + 1;
        foreach (string candidate in known.Take(MostCandidates))
        {
            if (Math.Abs(candidate.Length - given.Length) < bestDistance && EditDistance(given, candidate) is int distance
                && distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best is null ? message : $"{message}; did you mean \"{best}\"?";
    }

    /// <summary>Levenshtein distance, letters compared without case.</summary>
    private static int EditDistance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                bool same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                int next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                (diagonal, row[j]) = (row[j], next);
            }
        }

        return row[b.Length];
    }
}

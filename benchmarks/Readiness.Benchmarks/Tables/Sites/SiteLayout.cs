using System.Globalization;

namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>
/// Tells the formats apart. Both hold equally many numbers, but authors begin a new line with each facility and customer
/// (<see cref="SiteFormat.Orlib"/>), or keep each section on a line or between blank lines (<see cref="SiteFormat.Tbed1"/>).
/// </summary>
internal sealed class SiteLayout
{
    // After how many numbers a line ends, and the number of them on that line.
    private readonly Dictionary<long, int> ends = [];
    private readonly HashSet<long> blanks = [];

    private SiteLayout(string text)
    {
        long count = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            string[] words = line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            HasOpenCapacity |= words.Contains(SiteTokens.CapacityWord);
            if (count == 0 && words.Length == 2
                && int.TryParse(words[0], CultureInfo.InvariantCulture, out int facilities)
                && int.TryParse(words[1], CultureInfo.InvariantCulture, out int customers))
            {
                (Facilities, Customers) = (facilities, customers);
            }

            count += words.Length;
            if (words.Length > 0)
            {
                ends[count] = words.Length;
            }
            else
            {
                blanks.Add(count);
            }
        }
    }

    private bool HasOpenCapacity { get; }

    private long Facilities { get; }

    private long Customers { get; }

    private bool IsOrlib
    {
        get
        {
            bool fits = true;
            for (long j = 1; j <= Facilities && fits; j++)
            {
                fits = ends.GetValueOrDefault(2 + (2 * j)) == 2;
            }

            for (long i = 1; i <= Customers && fits; i++)
            {
                fits = ends.ContainsKey(2 + (2 * Facilities) + (i * (Facilities + 1)));
            }

            return fits;
        }
    }

    private bool IsTbed1 =>
        IsSection(2, Customers) && IsSection(2 + Customers, Facilities) && IsSection(2 + Customers + Facilities, Facilities);

    /// <summary>The only format that the lines of a text agree with; none if they agree with both or with neither.</summary>
    public static SiteFormat? Guess(string text)
    {
        var layout = new SiteLayout(text);
        if (layout.HasOpenCapacity)
        {
            return SiteFormat.Orlib;
        }

        if (layout.Facilities < 1 || layout.Customers < 1 || layout.IsOrlib == layout.IsTbed1)
        {
            return null;
        }

        return layout.IsOrlib ? SiteFormat.Orlib : SiteFormat.Tbed1;
    }

    private bool IsSection(long start, long length) =>
        ends.GetValueOrDefault(start + length) == length || (blanks.Contains(start) && blanks.Contains(start + length));
}

using System.Collections.Immutable;
using System.Globalization;

namespace Readiness.Benchmarks.Tables.Supplies;

/// <summary>What the user wants of a replay.</summary>
/// <param name="Folder">Folder of the two files.</param>
/// <param name="Every">Days between rounds of matching.</param>
/// <param name="Prices">Prices of a shipment.</param>
/// <param name="DaysHeld">Days that a donation may wait for shipments that are worth their price.</param>
/// <param name="Results">Folder of the results.</param>
/// <param name="Resume">Whether rows that are already in the folder's table are kept and not replayed again.</param>
internal sealed record ReplayRequest(
    string Folder, ImmutableArray<int> Every, ImmutableArray<double> Prices, ImmutableArray<int> DaysHeld, string Results, bool Resume)
{
    /// <summary>Name of the file of donations.</summary>
    public const string DonorFile = "anon_donors.csv";

    /// <summary>Name of the file of requests.</summary>
    public const string RecipientFile = "anon_recipients.csv";

    /// <summary>The folder that a name stands for: one of the shipped sets, or a folder of the user's.</summary>
    /// <exception cref="TableRequestException">There is neither.</exception>
    public static string FolderOf(string name)
    {
        string shipped = Path.Combine(InstanceCatalogue.FolderOf("supplies"), name);
        string folder = Directory.Exists(shipped) ? shipped : name;
        string[] missing = [.. new[] { DonorFile, RecipientFile }.Where(file => !File.Exists(Path.Combine(folder, file)))];
        return missing.Length == 0
            ? folder
            : throw new TableRequestException($"--replay: {name} is no shipped set and no folder with {string.Join(" and ", missing)}.");
    }

    /// <summary>Reads a list of numbers.</summary>
    /// <param name="option">Name of the option.</param>
    /// <param name="text">Numbers parted by commas.</param>
    /// <param name="least">Least number.</param>
    /// <param name="most">Largest number.</param>
    /// <param name="whole">Whether they must be whole.</param>
    /// <exception cref="TableRequestException">Something is no number, or out of range; all of it is named.</exception>
    public static ImmutableArray<double> Numbers(string option, string text, double least, double most, bool whole)
    {
        List<double> numbers = [];
        List<string> bad = [];
        foreach (string part in text.Split(','))
        {
            if (double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                && number >= least && number <= most && (!whole || number == Math.Floor(number)))
            {
                numbers.Add(number);
            }
            else
            {
                bad.Add($"'{part}'");
            }
        }

        return bad.Count == 0
            ? [.. numbers.Distinct().Order()]
            : throw new TableRequestException(FormattableString.Invariant(
                $"{option}: {string.Join(", ", bad)} is no {(whole ? "whole " : "")}number from {least} to {most}."));
    }
}

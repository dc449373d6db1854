using System.Globalization;

namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>Writes instances in the format of the OR-Library, every number with as many digits as give it back exactly.</summary>
internal static class SiteWriter
{
    /// <summary>Writes an instance; a line for each facility, and for each customer one with its demand and one with what all of it costs at each facility.</summary>
    public static void Write(TextWriter writer, SiteInstance instance)
    {
        WriteLine(writer, [instance.Facilities, instance.Customers]);
        for (int j = 0; j < instance.Facilities; j++)
        {
            WriteLine(writer, [instance.Capacities[j], instance.FixedCosts[j]]);
        }

        for (int i = 0; i < instance.Customers; i++)
        {
            WriteLine(writer, [instance.Demands[i]]);
            WriteLine(writer, instance.Costs.AsSpan(i * instance.Facilities, instance.Facilities));
        }
    }

    private static void WriteLine(TextWriter writer, ReadOnlySpan<double> numbers)
    {
        for (int k = 0; k < numbers.Length; k++)
        {
            if (k > 0)
            {
                writer.Write(' ');
            }

            writer.Write(numbers[k].ToString("R", CultureInfo.InvariantCulture));
        }

        writer.Write('\n');
    }
}

namespace Readiness.Benchmarks.Tables.Sites;

/// <summary>Reads capacitated facility location instances.</summary>
internal static class SiteReader
{
    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">Its format; guessed from the layout of its lines if null.</param>
    /// <param name="capacity">The capacity of the facilities where the text leaves it open, above 0; null if none is given.</param>
    /// <exception cref="InstanceFormatException">The text is not well formed, its format cannot be guessed, or a capacity is missing or too much.</exception>
    public static SiteInstance Read(string text, SiteFormat? format, double? capacity)
    {
        SiteFormat known = format ?? SiteLayout.Guess(text)
            ?? throw new InstanceFormatException([new InstanceError(0, "the lines do not tell which format this is: say --format orlib or --format tbed1")]);
        var tokens = new SiteTokens(text);
        int facilities = tokens.Count("the number of facilities");
        int customers = tokens.Count("the number of customers");
        tokens.RequireRoomFor(((long)facilities * customers) + (2L * facilities) + customers);
        var instance = new SiteInstance(new double[facilities], new double[facilities], new double[customers], new double[facilities * customers]);
        if (known == SiteFormat.Orlib)
        {
            ReadOrlib(tokens, instance, capacity);
        }
        else
        {
            ReadTbed1(tokens, instance);
        }

        if (capacity is not null && !tokens.HasOpenCapacity)
        {
            tokens.NoteWhole("the file states its capacities, so that --capacity has no place in it");
        }

        tokens.Finish();
        return instance;
    }

    private static void ReadOrlib(SiteTokens tokens, SiteInstance instance, double? capacity)
    {
        for (int j = 0; j < instance.Facilities; j++)
        {
            instance.Capacities[j] = tokens.Capacity($"the capacity of facility {j}", capacity);
            instance.FixedCosts[j] = tokens.Amount($"the fixed cost of facility {j}");
        }

        for (int i = 0; i < instance.Customers; i++)
        {
            instance.Demands[i] = tokens.Amount($"the demand of customer {i}");
            for (int j = 0; j < instance.Facilities; j++)
            {
                instance.Costs[(i * instance.Facilities) + j] = tokens.Amount($"the cost of customer {i} at facility {j}");
            }
        }
    }

    private static void ReadTbed1(SiteTokens tokens, SiteInstance instance)
    {
        for (int i = 0; i < instance.Customers; i++)
        {
            instance.Demands[i] = tokens.Amount($"the demand of customer {i}");
        }

        for (int j = 0; j < instance.Facilities; j++)
        {
            instance.Capacities[j] = tokens.Amount($"the capacity of facility {j}");
        }

        for (int j = 0; j < instance.Facilities; j++)
        {
            instance.FixedCosts[j] = tokens.Amount($"the fixed cost of facility {j}");
        }

        for (int j = 0; j < instance.Facilities; j++)
        {
            for (int i = 0; i < instance.Customers; i++)
            {
                instance.Costs[(i * instance.Facilities) + j] = instance.Demands[i] * tokens.Amount($"the unit cost of facility {j} for customer {i}");
            }
        }
    }
}

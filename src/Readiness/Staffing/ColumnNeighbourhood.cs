namespace Readiness.Staffing;

/// <summary>
/// Improves a roster part by part: opens some people on some days, solves the linear relaxation of that part by column generation and dives,
/// if it promises anything.
/// </summary>
/// <remarks>A part has a master programme of its own, so that its size does not depend on that of the problem.</remarks>
internal sealed class ColumnNeighbourhood(RosterModel model, ScalarCosts scalar, ColumnPricing pricing, Random random)
{
    private const double LeastSize = 50;
    private const double Grow = 1.15;
    private const double Shrink = 0.95;
    private const int Rounds = 15;
    private const int MostStartColumns = 2000;
    private const int LongestWeeks = 8;
    private const double Near = 0.002;
    private const int Check = 25;

    // Days of people that are open: more where the relaxation promises nothing, fewer where a dive comes to nothing.
    private double size = 700;

    /// <summary>Tries to improve a part.</summary>
    /// <param name="entryOf">The roster, by person × days + day; -1 for a day off.</param>
    /// <param name="step">Least gain that counts.</param>
    /// <param name="limits">When to stop.</param>
    /// <returns>The roster with a better part; null if none was found.</returns>
    public int[]? Improve(int[] entryOf, double step, ColumnLimits limits)
    {
        ColumnScope scope = Draw(entryOf);
        pricing.Scope = scope;
        try
        {
            ScheduleColumn[] incumbent = [.. scope.People.Select(p => pricing.ColumnOf(p, entryOf.AsSpan(p * model.Days, model.Days)))];
            double value = ValueOf(scope, incumbent);
            double cutoff = value - step + 1e-6;
            var volume = new VolumeAlgorithm(model, scalar, pricing);
            volume.Start(entryOf, random, () => limits.MustStop);
            volume.Run(() => value, () => volume.HasStalled(Check, Near * Math.Abs(value)) || volume.Bound > cutoff, () => limits.MustStop);
            if (volume.Bound > cutoff)
            {
                EnlargeParts();
                return null;
            }

            return Dive(scope, incumbent, volume, cutoff, limits);
        }
        finally
        {
            pricing.Scope = ColumnScope.Whole(model);
        }
    }

    private int[]? Dive(
        ColumnScope scope, ScheduleColumn[] incumbent, VolumeAlgorithm volume, double cutoff, ColumnLimits limits)
    {
        using var master = new ColumnMaster(model, scalar, scope);
        master.Add(incumbent);
        master.Add([.. volume.Latest(MostStartColumns)]);
        var generation = new ColumnGeneration(model, master, pricing);
        generation.StartFrom(volume.Center, volume.Bound);
        bool solved = generation.Run(null, Rounds, limits, (bound, objective) => bound > cutoff || objective - bound <= Near * Math.Abs(objective));
        if (!solved || limits.MustStop)
        {
            return null;
        }

        if (generation.Bound > cutoff || master.Objective > cutoff)
        {
            EnlargeParts();
            return null;
        }

        if (new ColumnDive(model, master, generation, random).Run(3, 10, 0.5, cutoff + 1e-9, limits) is not { } found)
        {
            size = Math.Max(LeastSize, size * Shrink);
            return null;
        }

        return Merge(scope, found);
    }

    private void EnlargeParts() => size = Math.Min(Grow * size, model.PeopleCount * model.Days);

    private double ValueOf(ColumnScope scope, ScheduleColumn[] schedules)
    {
        int[] missing = [.. scope.Heads];
        double value = 0;
        foreach (ScheduleColumn schedule in schedules)
        {
            value += schedule.Cost;
            foreach (int entry in schedule.Entries)
            {
                missing[entry]--;
            }
        }

        for (int e = scope.FirstEntry; e < scope.EndEntry; e++)
        {
            value += missing[e] > 0 ? scalar.Under[e] * missing[e] : missing[e] < 0 ? scalar.Over[e] * -missing[e] : 0;
        }

        return value;
    }

    private int[] Merge(ColumnScope scope, ScheduleColumn[] schedules)
    {
        int[] merged = [.. scope.EntryOf];
        foreach (ScheduleColumn schedule in schedules)
        {
            merged.AsSpan((schedule.Person * model.Days) + scope.FirstDay, scope.LastDay - scope.FirstDay + 1).Fill(-1);
            foreach (int entry in schedule.Entries)
            {
                merged[(schedule.Person * model.Days) + model.Cover[entry].Day] = entry;
            }
        }

        return merged;
    }

    // Few people on many days or many people on few: of the same size either way.
    private ColumnScope Draw(int[] entryOf)
    {
        int days = model.Days;
        if (days > 28)
        {
            double least = Math.Max(2, size / (7.0 * model.PeopleCount));
            int weeks = (int)Math.Round(least + (random.NextDouble() * Math.Max(0, LongestWeeks - least)));
            days = Math.Min(days, 7 * weeks);
        }

        int count = Math.Clamp((int)Math.Round(size / days), Math.Min(2, model.PeopleCount), model.PeopleCount);
        int[] people = [.. Enumerable.Range(0, model.PeopleCount)];
        random.Shuffle(people);
        int first = 7 * random.Next(1 + ((model.Days - days) / 7));
        return ColumnScope.Of(model, entryOf, people.AsSpan(0, count), first, Math.Min(model.Days, first + days) - 1);
    }
}

namespace Readiness.Staffing;

/// <summary>How often people do what is to be shared fairly, measure by measure, and what that is worth at each level.</summary>
internal sealed class FairnessTally
{
    private readonly CompiledMeasure[] measures;
    private readonly int[][] counts;
    private readonly int[][] peopleWith;
    private readonly int[] worst;
    private readonly long[] total;
    private readonly Action<int, double> add;

    /// <summary>Creates a tally of nobody.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="add">Receives every change of the value of a level.</param>
    public FairnessTally(RosterModel model, Action<int, double> add)
    {
        this.add = add;
        measures = model.Fairness;
        counts = [.. measures.Select(_ => new int[model.PeopleCount])];
        peopleWith = [.. measures.Select(_ => new int[model.Days + 1])];
        worst = new int[measures.Length];
        total = new long[measures.Length];
    }

    /// <summary>Count of a person; of somebody taken out, the last.</summary>
    public int CountOf(int measure, int person) => counts[measure][person];

    /// <summary>Largest count of those who are in.</summary>
    public int WorstOf(int measure) => worst[measure];

    /// <summary>Mean count of those compared; of whoever is taken out the last counts, so that the mean does not sink for it.</summary>
    public double MeanOf(int measure) => (double)total[measure] / measures[measure].People.Length;

    /// <summary>Puts in a person who is out.</summary>
    /// <param name="person">The person.</param>
    /// <param name="schedule">Entry of each day; -1 for a day off.</param>
    public void Put(int person, ReadOnlySpan<int> schedule)
    {
        for (int m = 0; m < measures.Length; m++)
        {
            if (measures[m].Concerns[person])
            {
                int count = measures[m].CountOf(schedule);
                total[m] += count - counts[m][person];
                counts[m][person] = count;
                peopleWith[m][count]++;
                Add(measures[m].SpreadLevel, count * count);
                Add(measures[m].WorstLevel, Math.Max(0, count - worst[m]));
                worst[m] = Math.Max(worst[m], count);
            }
        }
    }

    /// <summary>Takes out a person who is in.</summary>
    /// <param name="person">The person.</param>
    public void Take(int person)
    {
        for (int m = 0; m < measures.Length; m++)
        {
            if (measures[m].Concerns[person])
            {
                int count = counts[m][person];
                peopleWith[m][count]--;
                Add(measures[m].SpreadLevel, -count * count);
                int before = worst[m];
                while (worst[m] > 0 && peopleWith[m][worst[m]] == 0)
                {
                    worst[m]--;
                }

                Add(measures[m].WorstLevel, worst[m] - before);
            }
        }
    }

    private void Add(int level, int change)
    {
        if (level >= 0)
        {
            add(level, change);
        }
    }
}

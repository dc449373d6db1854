namespace Readiness.Staffing;

/// <summary>What fairness has to say on the work of one person, as small prices on single shifts: those with more than the mean should do less.</summary>
/// <remarks>
/// A price on every night alike would move all nights of a person or none. So each shift is drawn a rank among the person's count at random, and is
/// priced as what it is above the mean, and the last before the largest count as a step of that as well.
/// </remarks>
/// <param name="model">The problem.</param>
internal sealed class FairnessGuide(RosterModel model)
{
    private readonly bool[] concerns = new bool[model.Fairness.Length];
    private readonly double[] count = new double[model.Fairness.Length];
    private readonly double[] mean = new double[model.Fairness.Length];
    private readonly double[] worst = new double[model.Fairness.Length];

    /// <summary>Turns to a person.</summary>
    /// <param name="tally">The counts; the person is out.</param>
    /// <param name="person">The person.</param>
    public void Face(FairnessTally tally, int person)
    {
        for (int m = 0; m < count.Length; m++)
        {
            concerns[m] = model.Fairness[m].Concerns[person];
            count[m] = tally.CountOf(m, person);
            mean[m] = tally.MeanOf(m);
            worst[m] = Math.Max(count[m], tally.WorstOf(m));
        }
    }

    /// <summary>Price of working an entry: of each measure and level at most one unit either way.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="noise">Random numbers between 0 and 1; a power of two of them.</param>
    /// <param name="offset">Where in them to start.</param>
    public double OfWork(int entry, ReadOnlySpan<double> noise, int offset)
    {
        double price = 0;
        for (int m = 0; m < count.Length; m++)
        {
            CompiledMeasure measure = model.Fairness[m];
            if (!concerns[m] || !measure.Counts[entry])
            {
                continue;
            }

            // Both days of a weekend share a rank, and the price of it.
            int draw = measure.Weekends ? measure.WeekOf(model.Cover[entry].Day) : entry;
            double rank = noise[(offset + (m * 631) + draw) & (noise.Length - 1)] * count[m];
            double unit = measure.Weekends ? 0.5 : 1;
            if (measure.SpreadLevel >= 0)
            {
                price += unit * model.LevelPrice[measure.SpreadLevel] * (rank - mean[m]) / Math.Max(1, worst[m]);
            }

            if (measure.WorstLevel >= 0 && rank > worst[m] - 1 && worst[m] > mean[m])
            {
                price += unit * model.LevelPrice[measure.WorstLevel];
            }
        }

        return price;
    }
}

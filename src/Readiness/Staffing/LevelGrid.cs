namespace Readiness.Staffing;

/// <summary>The values a level can take: where all are multiples of one step, a bound may be rounded up to the next.</summary>
internal static class LevelGrid
{
    /// <summary>Rounds a bound up, and up to zero: no level can be negative.</summary>
    public static double RoundUp(RosterModel model, int level, double bound)
    {
        if (bound <= 0)
        {
            return 0;
        }

        double step = Step(model, level);
        return step > 0 ? step * Math.Ceiling((bound / step) - 1e-6) : bound;
    }

    /// <summary>A number of which every value of the level is a multiple; 0 if none is known.</summary>
    public static double Step(RosterModel model, int level)
    {
        RosterProblem problem = model.Problem;
        long divisor = 0;
        bool Fold(double weight)
        {
            if (weight != Math.Floor(weight) || weight > 1e9)
            {
                return false;
            }

            divisor = Divisor(divisor, (long)weight);
            return true;
        }

        foreach (CoverRequirement cover in problem.Cover)
        {
            if (cover.Level == level && !(Fold(cover.UnderWeight) && (double.IsPositiveInfinity(cover.OverWeight) || Fold(cover.OverWeight))))
            {
                return 0;
            }
        }

        foreach ((int at, double weight) in model.WishWeights)
        {
            if (at == level && !Fold(weight))
            {
                return 0;
            }
        }

        if (model.CountsFairness(level))
        {
            Fold(1);
        }

        if (problem.OvertimeLevel != level)
        {
            return divisor;
        }

        long minutes = 60 * divisor;
        foreach (CompiledRules rules in model.Rules)
        {
            if (rules.Overtime)
            {
                minutes = Divisor(Divisor(minutes, rules.MinutesUnit), rules.Rules.NormalMinutesPerWeek);
            }
        }

        return minutes / 60.0;
    }

    private static long Divisor(long one, long other)
    {
        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return one;
    }
}

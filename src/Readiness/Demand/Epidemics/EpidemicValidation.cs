using System.Collections.Immutable;
using System.Globalization;
using Readiness.Demand.Series;

namespace Readiness.Demand.Epidemics;

/// <summary>Finds all that is wrong with what a forecast is asked for.</summary>
internal static class EpidemicValidation
{
    private const int MostRegions = 500, MostDays = 60, MostSettingDays = 400, MostInterventions = 12, FirstYear = 1800, LastYear = 2200;
    private const long MostCases = 1_000_000_000;

    /// <summary>Throws if there are faults.</summary>
    public static void ThrowIfAny(ImmutableArray<EpidemicFault> faults)
    {
        if (!faults.IsEmpty)
        {
            throw new EpidemicProblemException(faults);
        }
    }

    /// <summary>Faults of a problem, those of its setting included.</summary>
    public static IEnumerable<EpidemicFault> Of(EpidemicProblem problem)
    {
        if (problem.Days is < 1 or > MostDays)
        {
            yield return Fault("/days", problem.Days, $"must be from 1 to {MostDays}");
        }

        if (Strange(problem.Origin) || problem.Regions is { IsDefault: false } regions && regions.Any(static region => Strange(region.Start)))
        {
            yield return Fault("/origin", problem.Origin, $"it and the first days of regions must be within the years {FirstYear} to {LastYear}");
            yield break;
        }

        if (problem.Regions.IsDefaultOrEmpty || problem.Regions.Length > MostRegions)
        {
            yield return Fault("/regions", problem.Regions.IsDefault ? 0 : problem.Regions.Length, $"there must be 1 to {MostRegions} regions");
            yield break;
        }

        HashSet<string> ids = [];
        for (int index = 0; index < problem.Regions.Length; index++)
        {
            foreach (EpidemicFault fault in Of(problem.Regions[index], $"/regions/{index}", problem.Origin, ids))
            {
                yield return fault;
            }
        }

        if (problem.FirstDay is { } first && problem.Regions.Any(region => region.Start < first))
        {
            yield return Fault("/firstDay", first, "must not be later than the first day of any region's counts");
        }

        // Without dates that make sense the setting's faults would be consequences.
        if (problem.Days is >= 1 and <= MostDays && !problem.Interventions.IsDefault)
        {
            foreach (EpidemicFault fault in Of(problem.Setting))
            {
                yield return fault;
            }
        }
        else if (problem.Interventions.IsDefault)
        {
            yield return Fault("/interventions", "none", "must be an array, empty if there are none");
        }
    }

    /// <summary>Faults of epidemics simulated beforehand: whether they are those of the problem.</summary>
    public static IEnumerable<EpidemicFault> Of(EpidemicProblem problem, EpidemicPrior prior)
    {
        EpidemicSetting setting = prior.Setting;
        DateOnly last = problem.Origin.AddDays(problem.Days);
        if (setting.LastDay < last)
        {
            yield return Fault("/prior/setting/lastDay", setting.LastDay, $"must be {Text(last)}, the last forecast day, or later");
        }

        DateOnly first = problem.Regions.Min(static region => region.Start);
        if (setting.FirstDay > first)
        {
            yield return Fault("/prior/setting/firstDay", setting.FirstDay, $"must be {Text(first)} or earlier");
        }

        if (!setting.Interventions.SequenceEqual(problem.Interventions) || setting.ImportTurn != problem.ImportTurn
            || setting.SurveillanceStart != problem.SurveillanceStart)
        {
            yield return Fault("/prior/setting", "other events", "must have the problem's interventions, turn of imports and start of surveillance");
        }
    }

    /// <summary>Faults of a setting.</summary>
    public static IEnumerable<EpidemicFault> Of(EpidemicSetting setting)
    {
        int days = setting.LastDay.DayNumber - setting.FirstDay.DayNumber + 1;
        if (days is < 2 or > MostSettingDays)
        {
            yield return Fault("/lastDay", setting.LastDay, $"must be 1 to {MostSettingDays - 1} days after the first day, {Text(setting.FirstDay)}");
        }

        if (setting.ImportTurn is { } turn && (turn < setting.FirstDay || turn > setting.LastDay))
        {
            yield return Fault("/importTurn", turn, $"must be from {Text(setting.FirstDay)} to {Text(setting.LastDay)}");
        }

        if (setting.SurveillanceStart is { } start && (start < setting.FirstDay || start > setting.LastDay))
        {
            yield return Fault("/surveillanceStart", start, $"must be from {Text(setting.FirstDay)} to {Text(setting.LastDay)}");
        }

        if (setting.Interventions.IsDefault || setting.Interventions.Length > MostInterventions)
        {
            yield return Fault("/interventions", setting.Interventions.IsDefault ? "none" : setting.Interventions.Length, $"must be an array of at most {MostInterventions}");
            yield break;
        }

        for (int index = 0; index < setting.Interventions.Length; index++)
        {
            Intervention intervention = setting.Interventions[index];
            string pointer = $"/interventions/{index}";
            if (intervention.Date < setting.FirstDay || intervention.Date > setting.LastDay)
            {
                yield return Fault($"{pointer}/date", intervention.Date, $"must be from {Text(setting.FirstDay)} to {Text(setting.LastDay)}");
            }

            if (index > 0 && intervention.Date <= setting.Interventions[index - 1].Date)
            {
                yield return Fault($"{pointer}/date", intervention.Date, "must be later than that of the intervention before");
            }

            IEnumerable<EpidemicFault> own =
            [
                .. Range($"{pointer}/dateDeviation", intervention.DateDeviation ?? 0, 0, 30),
                .. intervention.Reproduction is { } reproduction ? Of(reproduction, $"{pointer}/reproduction", 20) : [],
                .. intervention.Transition is { } transition ? Of(transition, $"{pointer}/transition", 365) : [],
            ];
            foreach (EpidemicFault fault in own)
            {
                yield return fault;
            }
        }
    }

    /// <summary>Faults of priors.</summary>
    public static IEnumerable<EpidemicFault> Of(EpidemicPriors priors) =>
    [
        .. Of(priors.Reproduction, "/priors/reproduction", 20),
        .. Of(priors.ReproductionAfter, "/priors/reproductionAfter", 20),
        .. Of(priors.Transition, "/priors/transition", 365),
        .. Range("/priors/dateDeviation", priors.DateDeviation, 0, 30),
        .. Of(priors.GenerationTime, "/priors/generationTime", DiscreteKernels.LeastMean, DiscreteKernels.GreatestMean),
        .. Range("/priors/generationTimeVariation", priors.GenerationTimeVariation, 0.1, 1),
        .. Of(priors.ImportGrowth, "/priors/importGrowth", -1, 1),
        .. Of(priors.ImportDecay, "/priors/importDecay", 365),
        .. Of(priors.ReportDelay, "/priors/reportDelay", DiscreteKernels.LeastMean, DiscreteKernels.GreatestMean),
        .. Of(priors.DelayShortening, "/priors/delayShortening", -1, 1),
        .. Range("/priors/reportDelayVariation", priors.ReportDelayVariation, 0.1, 1),
        .. Of(priors.SurveillanceRamp, "/priors/surveillanceRamp", 365),
        .. Of(priors.Dispersion, "/priors/dispersion", 1e6),
        .. Range("/priors/expectedCases", priors.ExpectedCases, 1e-6, 1e9),
        .. Range("/priors/casesShape", priors.CasesShape, 0.01, 100),
        .. Range("/priors/levelDeviation", priors.LevelDeviation, 0, 2),
        .. Range("/priors/walkDeviation", priors.WalkDeviation, 0, 1),
    ];

    /// <summary>Faults of options.</summary>
    public static IEnumerable<EpidemicFault> Of(EpidemicOptions options) =>
    [
        .. Range("/options/seed", options.Seed, 0, int.MaxValue),
        .. Range("/options/threads", options.Threads, 1, 64),
        .. Range("/options/priorTrajectories", options.PriorTrajectories, 1000, 1_000_000),
        .. Range("/options/trajectories", options.Trajectories, 100, 20_000),
        .. Range("/options/halfLifeDays", options.HalfLifeDays, 0.1, double.PositiveInfinity),
        .. Range("/options/pooling", options.Pooling, 0, 1),
        .. Range("/options/baselineWeight", options.BaselineWeight, 0, 1),
        .. Range("/options/baselineSpanDays", options.BaselineSpanDays, 1, 28),
        .. Range("/options/leastEffective", options.LeastEffective, 1, 1000),
        .. LevelsAreFine(options.Levels) ? Array.Empty<EpidemicFault>()
            : [Fault("/options/levels", options.Levels.IsDefault ? "none" : string.Join(' ', options.Levels.Select(Text)), "must ascend between 0 and 1, symmetric around a median of 0.5")],
    ];

    private static IEnumerable<EpidemicFault> Of(DailySeries region, string pointer, DateOnly origin, HashSet<string> ids)
    {
        if (string.IsNullOrWhiteSpace(region.Id) || !ids.Add(region.Id))
        {
            yield return Fault($"{pointer}/id", region.Id, "must be a name that no other region has");
        }

        if (region.Counts.IsDefaultOrEmpty)
        {
            yield return Fault($"{pointer}/counts", "none", "there must be at least one day; no cases are a count of 0");
            yield break;
        }

        if (region.End != origin)
        {
            yield return Fault(pointer, region.End, $"the last count must be that of the origin, {Text(origin)}: cut what lies in the future, and wait for what is missing");
        }

        for (int day = 0; day < region.Counts.Length; day++)
        {
            if (region.Counts[day] is < 0 or > MostCases)
            {
                yield return Fault($"{pointer}/counts/{day}", region.Counts[day], $"must be from 0 to {MostCases}; clean corrections first");
            }
        }
    }

    private static IEnumerable<EpidemicFault> Of(LogNormalPrior prior, string pointer, double most) =>
    [
        .. Range($"{pointer}/median", prior.Median, 1e-6, most),
        .. Range($"{pointer}/deviation", prior.Deviation, 0, 3),
    ];

    private static IEnumerable<EpidemicFault> Of(NormalPrior prior, string pointer, double least, double most) =>
    [
        .. Range($"{pointer}/mean", prior.Mean, least, most),
        .. Range($"{pointer}/deviation", prior.Deviation, 0, most - least),
    ];

    private static bool LevelsAreFine(ImmutableArray<double> levels)
    {
        if (levels.IsDefaultOrEmpty || levels.Length % 2 == 0)
        {
            return false;
        }

        for (int index = 0; index < levels.Length; index++)
        {
            bool ascends = levels[index] > (index == 0 ? 0 : levels[index - 1]) && levels[index] < 1;
            if (!ascends || Math.Abs(levels[index] + levels[^(index + 1)] - 1) > 1e-9)
            {
                return false;
            }
        }

        return true;
    }

    // Far from the ends of the calendar days can be added and subtracted.
    private static bool Strange(DateOnly date) => date.Year is < FirstYear or > LastYear;

    // NaN compares as false and so is a fault.
    private static EpidemicFault[] Range(string pointer, double value, double least, double most) =>
        value >= least && value <= most ? [] : [Fault(pointer, value, $"must be from {Text(least)} to {Text(most)}")];

    private static EpidemicFault Fault(string pointer, object value, string rule) => new(pointer, Text(value), rule);

    private static string Text(object value) => value is DateOnly date
        ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : string.Format(CultureInfo.InvariantCulture, "{0}", value);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}

namespace Readiness.Demand.Epidemics;

/// <summary>What is believed about an epidemic before its case counts are seen. The defaults are those of an unknown coronavirus in early 2020.</summary>
/// <remarks>
/// Each default is wide around published estimates for COVID-19 in China; give others for another pathogen or place. Where the spread was chosen by us, the
/// property says so.
/// </remarks>
public sealed record EpidemicPriors
{
    /// <summary>
    /// Reproduction number without intervention. Median 2.2 as estimated from the first 425 cases of Wuhan (Li et al., New England Journal of
    /// Medicine 382, 2020: 2.2, interval 1.4 to 3.9, which the deviation of 0.35 covers).
    /// </summary>
    public LogNormalPrior Reproduction { get; init; } = new(2.2, 0.35);

    /// <summary>
    /// Reproduction number after an intervention. Median 0.55, 90 % within 0.28 to 1.06: estimates for Wuhan and the rest of China after the measures of
    /// late January 2020 lie below 1, and from 2 February on near 0.3 in Wuhan (Pan et al., JAMA 323, 2020; Leung et al., Lancet 395, 2020). Chosen by us
    /// with those outbreaks known: give a milder one for milder measures.
    /// </summary>
    public LogNormalPrior ReproductionAfter { get; init; } = new(0.55, 0.4);

    /// <summary>
    /// Time constant of the fall after an intervention, days. Estimates of the reproduction number of Wuhan fell over one to two weeks (Pan et al., JAMA
    /// 323, 2020); median and deviation are ours.
    /// </summary>
    public LogNormalPrior Transition { get; init; } = new(4, 0.7);

    /// <summary>Standard deviation of the day on which an intervention begins to act around its announced date, days, 0 to 30; ours.</summary>
    public double DateDeviation { get; init; } = 2.5;

    /// <summary>
    /// Mean generation time, days, between the serial intervals of 7.5 days (Li et al., 2020) and 4.7 days (Nishiura, Linton and Akhmetzhanov,
    /// International Journal of Infectious Diseases 93, 2020).
    /// </summary>
    public NormalPrior GenerationTime { get; init; } = new(6, 0.9);

    /// <summary>Standard deviation of the generation time divided by its mean, 0.1 to 1; 3.4 / 7.5 days by Li et al. (2020).</summary>
    public double GenerationTimeVariation { get; init; } = 0.45;

    /// <summary>
    /// Daily growth rate of imported infections up to the day on which they turn: that of exported cases of Wuhan (Wu, Leung and Leung, Lancet 395, 2020:
    /// doubling in 6.4 days; Sanche et al., Emerging Infectious Diseases 26, 2020: 2.3 to 3.3 days); 0.15 is a doubling in 4.6 days.
    /// </summary>
    public NormalPrior ImportGrowth { get; init; } = new(0.15, 0.05);

    /// <summary>Time constant of the fall of imported infections after the day on which they turn, days; ours: travel ceased within days.</summary>
    public LogNormalPrior ImportDecay { get; init; } = new(1.5, 0.7);

    /// <summary>
    /// Mean time from infection to report, days: an incubation of 5.2 days (Li et al., 2020) and some 5 days from onset to report in January 2020
    /// (Zhang et al., Lancet Infectious Diseases 20, 2020: from 8.9 to 5.4 days).
    /// </summary>
    public NormalPrior ReportDelay { get; init; } = new(10, 2);

    /// <summary>Days by which the mean delay shortens per day from the first intervention on: from 10 to 7 days within a month; ours.</summary>
    public NormalPrior DelayShortening { get; init; } = new(0.1, 0.05);

    /// <summary>Standard deviation of the delay divided by its mean, 0.1 to 1; ours, from those of incubation and of onset to report together.</summary>
    public double ReportDelayVariation { get; init; } = 0.45;

    /// <summary>
    /// Time constant, days, with which the share of cases that is found grows to 1 after the start of surveillance, as tests and trained
    /// people arrive; ours. Nothing depends on it where no start is given.
    /// </summary>
    public LogNormalPrior SurveillanceRamp { get; init; } = new(4, 0.7);

    /// <summary>
    /// Dispersion of daily reports: a mean of m has the variance m + m^2 / dispersion (negative binomial). Median 6; ours.
    /// </summary>
    public LogNormalPrior Dispersion { get; init; } = new(6, 0.5);

    /// <summary>
    /// Cases that a region is expected to have reported so far if nothing is known of it, more than 0 (what it has reported, if that is more): the mean of a Gamma distribution
    /// with shape <see cref="CasesShape"/>. It matters only where next to no cases were reported.
    /// </summary>
    public double ExpectedCases { get; init; } = 1;

    /// <summary>Shape of that Gamma distribution, 0.01 to 100: how many observed cases it weighs.</summary>
    public double CasesShape { get; init; } = 0.5;

    /// <summary>Standard deviation of the logarithm of the level that future cases have against the model, 0 to 2; ours.</summary>
    public double LevelDeviation { get; init; } = 0.3;

    /// <summary>Standard deviation of the logarithm that the level gains per future day (random walk), 0 to 1; ours.</summary>
    public double WalkDeviation { get; init; } = 0.07;
}

using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Ratios that turn cases into patients, contacts and tests. Every default can be overridden in the document.</summary>
public sealed record DemandRates
{
    /// <summary>
    /// Close contacts traced per confirmed case; 0 to 1,000. Default 8: 589,163 contacts traced for 75,465 cases
    /// nationally by 20 February 2020 (National Health Commission of China, daily bulletin). Districts with few cases trace more per case.
    /// </summary>
    [Limits(0, 1_000)]
    public double ContactsPerCase { get; init; } = 8;

    /// <summary>Days from a case's confirmation until its contacts are in quarantine; 0 to 14. Default 0 (contacts to be moved within 12 hours by local guidance of 2020).</summary>
    [Limits(0, 14)]
    public int ContactDelayDays { get; init; }

    /// <summary>Suspected patients seen in fever clinics per confirmed case; 0 to 1,000. Default 10 (estimate).</summary>
    [Limits(0, 1_000)]
    public double SuspectedPerCase { get; init; } = 10;

    /// <summary>Visits to fever clinics unrelated to the epidemic, per 10,000 residents and day; 0 to 1,000. Default 1 (estimate).</summary>
    [Limits(0, 1_000)]
    public double BackgroundFeverVisitsPer10000 { get; init; } = 1;

    /// <summary>Share of suspected patients who are kept in the isolation ward until their result; 0 to 1. Default 0.5 (estimate).</summary>
    [Limits(0, 1)]
    public double IsolationShare { get; init; } = 0.5;

    /// <summary>Days a patient occupies an isolation bed; 1 to 60. Default 3 (estimate: two negative tests a day apart).</summary>
    [Limits(1, 60)]
    public int IsolationDays { get; init; } = 3;

    /// <summary>Samples taken per suspected patient; 0 to 100. Default 2 (two tests at least 24 h apart, National Health Commission protocol of January 2020).</summary>
    [Limits(0, 100)]
    public double SamplesPerSuspected { get; init; } = 2;

    /// <summary>Samples taken per contact in quarantine; 0 to 100. Default 1 (estimate).</summary>
    [Limits(0, 100)]
    public double SamplesPerContact { get; init; } = 1;
}

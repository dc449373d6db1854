using Readiness.Districts.Shapes;

namespace Readiness.Districts;

/// <summary>Ratios that turn confirmed cases into patients in wards. Every default can be overridden in the document.</summary>
/// <remarks>They matter where a duty or use is driven by <see cref="WorkloadDriver.WardPatients"/> and the like, and in the forecast of needs.</remarks>
public sealed record CareRates
{
    /// <summary>Share of cases that are severe; 0 to 1. Default 0.14: 81 % mild or moderate, 14 % severe, 5 % critical of 44,415 cases (China CDC Weekly 2020; 2(8): 113-122).</summary>
    [Limits(0, 1)]
    public double SevereShare { get; init; } = 0.14;

    /// <summary>Share of cases that are critical; 0 to 1, with <see cref="SevereShare"/> at most 1. Default 0.05 (China CDC Weekly 2020; 2(8): 113-122).</summary>
    [Limits(0, 1)]
    public double CriticalShare { get; init; } = 0.05;

    /// <summary>Share of mild and moderate cases who are admitted to the isolation ward; 0 to 1. Default 1: all confirmed cases (National Health Commission, treatment protocol of January 2020).</summary>
    [Limits(0, 1)]
    public double AdmittedShare { get; init; } = 1;

    /// <summary>Days from a case's report to the admission; 0 to 30. Default 0: patients were isolated when they were confirmed (same protocol).</summary>
    [Limits(0, 30)]
    public int AdmissionDelayDays { get; init; }

    /// <summary>Mean days in the isolation ward of a mild or moderate case, that of admission included; 1 to 60. Default 14 (WHO COVID-19 Essential Supplies Forecasting Tool v4: two weeks).</summary>
    [Limits(1, 60)]
    public double WardStayDays { get; init; } = 14;

    /// <summary>Mean days in the severe ward of a severe case; 1 to 60. Default 7 (same tool: one week).</summary>
    [Limits(1, 60)]
    public double SevereStayDays { get; init; } = 7;

    /// <summary>Mean days in intensive care of a critical case; 1 to 60. Default 14 (same tool: two weeks).</summary>
    [Limits(1, 60)]
    public double CriticalStayDays { get; init; } = 14;

    /// <summary>Standard deviation of a stay divided by its mean; 0 (every stay has its mean) to 2. Default 0.5 (estimate; the tool fixes stays, which is 0).</summary>
    [Limits(0, 2)]
    public double StayVariation { get; init; } = 0.5;
}

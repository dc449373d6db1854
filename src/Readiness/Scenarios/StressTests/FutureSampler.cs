using Readiness.Demand;
using Readiness.Districts;
using Readiness.Districts.Generation;
using Readiness.Plans;

namespace Readiness.Scenarios.StressTests;

/// <summary>Draws futures by their numbers: in any order, by any number of threads and on any machine they are the same.</summary>
/// <remarks>Cases, shipments and sick leave have generators of their own, so that none changes when another is switched off. Instances may be shared between threads.</remarks>
public sealed class FutureSampler
{
    // Apart from the streams that make districts of a seed.
    private const int Stream = 0x57BE55;

    private readonly District district;
    private readonly DemandForecast forecast;
    private readonly StressTestSettings settings;
    private readonly SplitMix64 root;
    private readonly SickLeaveDraw? sickLeave;

    /// <summary>Prepares the draws.</summary>
    /// <param name="district">The district that is planned.</param>
    /// <param name="forecast">The demand that is planned for. Where the district has forecast settings its courses are what is drawn from.</param>
    /// <param name="settings">What is uncertain.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is outside its range.</exception>
    public FutureSampler(District district, DemandForecast forecast, StressTestSettings settings)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        this.district = district;
        this.forecast = forecast;
        this.settings = settings;
        root = new SplitMix64(settings.Seed, Stream);
        sickLeave = settings.SickLeave is { } uncertainty ? new SickLeaveDraw(district, uncertainty) : null;
    }

    /// <summary>Prepares the draws for the district and the demand of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="settings">What is uncertain.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is outside its range.</exception>
    public FutureSampler(ReadinessPlan plan, StressTestSettings settings)
        : this((plan ?? throw new ArgumentNullException(nameof(plan))).District, plan.Forecast, settings)
    {
    }

    /// <summary>Draws a future.</summary>
    /// <param name="index">Its number; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Future Sample(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        SplitMix64 random = root.Split(index);
        (District changed, DemandForecast demand) = settings.Demand is { } uncertainty
            ? DemandDraw.Of(district, forecast, uncertainty, random.Split(0)) : (district, forecast);
        if (settings.Shipments is { } shipments)
        {
            changed = changed with { Shipments = ShipmentDraw.Of(district, shipments, random.Split(1)) };
        }

        if (sickLeave is not null)
        {
            changed = changed with { Absences = [.. district.Absences, .. sickLeave.Of(random.Split(2))] };
        }

        return new Future(index, changed, demand);
    }
}

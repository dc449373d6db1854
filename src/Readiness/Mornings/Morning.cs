using System.Collections.Immutable;
using Readiness.Districts;
using Readiness.Districts.Shapes;

namespace Readiness.Mornings;

/// <summary>What is true on a morning, as far as it is known. What is not said is derived from the published plan.</summary>
public sealed record Morning
{
    /// <summary>The morning: the new first day of the horizon, one of the days that were planned.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Days from now on that are to be planned, 1 to 366. If not given, as many as before where the cases reach so far or are forecast, else up to the same last day.</summary>
    [Limits(1, 366)]
    public int? Days { get; init; }

    /// <summary>Counted stock.</summary>
    public ImmutableArray<StockCount> Stock { get; init; } = [];

    /// <summary>Who cannot work from when to when, beside the absences that are known. One that began before the morning takes back the shifts published for its days.</summary>
    public ImmutableArray<Absence> Absences { get; init; } = [];

    /// <summary>What became of deliveries from outside. Those that were due and are not listed have arrived as the plan counted on them.</summary>
    [UniqueBy(nameof(DeliveryNote.Shipment))]
    public ImmutableArray<DeliveryNote> Deliveries { get; init; } = [];

    /// <summary>The region's newly confirmed cases by date, in the place of those in the document, or after the reported ones of its forecast settings.</summary>
    [UniqueBy(nameof(DailyCount.Date))]
    public ImmutableArray<DailyCount> NewCases { get; init; } = [];

    /// <summary>Further cases in zones by date, in the place of those that the document has of a zone and date.</summary>
    [UniqueBy(nameof(ZoneCount.Date), nameof(ZoneCount.Zone))]
    public ImmutableArray<ZoneCount> ImportedCases { get; init; } = [];

    /// <summary>Everybody who is in quarantine; if not given, who should be by the published plan.</summary>
    public ImmutableArray<QuarantinedGroup>? InQuarantine { get; init; }

    /// <summary>What people really worked, in the place of what was published for the person and day.</summary>
    [UniqueBy(nameof(TurnWorked.Staff), nameof(TurnWorked.Date))]
    public ImmutableArray<TurnWorked> Worked { get; init; } = [];
}

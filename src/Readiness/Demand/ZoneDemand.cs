using System.Collections.Immutable;

namespace Readiness.Demand;

/// <summary>Workload of a zone; every array has one entry per day of the horizon.</summary>
/// <param name="Zone">Id of the zone.</param>
/// <param name="NewCases">Newly confirmed cases (expected value).</param>
/// <param name="NewContacts">People newly to be quarantined: contacts and travellers, in whole people.</param>
/// <param name="FeverVisits">Visits to fever clinics.</param>
/// <param name="IsolationPatients">Patients in isolation beds.</param>
/// <param name="Samples">Samples to take and test.</param>
public sealed record ZoneDemand(
    string Zone,
    ImmutableArray<double> NewCases,
    ImmutableArray<long> NewContacts,
    ImmutableArray<double> FeverVisits,
    ImmutableArray<double> IsolationPatients,
    ImmutableArray<double> Samples)
{
    /// <summary>People in quarantine at home since before the horizon; empty counts as none.</summary>
    public ImmutableArray<long> EarlierAtHome { get; init; } = [];

    /// <summary>People in quarantine anywhere since before the horizon; empty counts as none.</summary>
    public ImmutableArray<long> EarlierInQuarantine { get; init; } = [];

    /// <summary>Confirmed mild and moderate cases in the isolation ward; empty if they were not forecast, which counts as none.</summary>
    public ImmutableArray<double> WardPatients { get; init; } = [];

    /// <summary>Severe cases in the severe ward; empty if they were not forecast, which counts as none.</summary>
    public ImmutableArray<double> SeverePatients { get; init; } = [];

    /// <summary>Critical cases in intensive care; empty if they were not forecast, which counts as none.</summary>
    public ImmutableArray<double> CriticalPatients { get; init; } = [];
}

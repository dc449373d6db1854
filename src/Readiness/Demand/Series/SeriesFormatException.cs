using System.Collections.Immutable;

namespace Readiness.Demand.Series;

/// <summary>A published series cannot be turned into daily counts; every fault is named.</summary>
public sealed class SeriesFormatException : FormatException
{
    /// <summary>Reports faults.</summary>
    /// <param name="id">Id of the series.</param>
    /// <param name="faults">At least one.</param>
    public SeriesFormatException(string id, ImmutableArray<SeriesFault> faults)
        : base(string.Join(Environment.NewLine, faults.Select(fault => $"{id}{fault.Pointer}: {fault.Value}; {fault.Rule}"))) =>
        Faults = faults;

    /// <summary>All that is wrong.</summary>
    public ImmutableArray<SeriesFault> Faults { get; }
}

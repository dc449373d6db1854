using System.Collections.Immutable;

namespace Readiness.Demand.Epidemics;

/// <summary>A forecast was asked for with a wrong problem; every fault is named.</summary>
public sealed class EpidemicProblemException : ArgumentException
{
    /// <summary>Reports faults.</summary>
    /// <param name="faults">At least one.</param>
    public EpidemicProblemException(ImmutableArray<EpidemicFault> faults)
        : base(string.Join(Environment.NewLine, faults.Select(static fault => $"{fault.Pointer}: {fault.Value}; {fault.Rule}"))) =>
        Faults = faults;

    /// <summary>All that is wrong.</summary>
    public ImmutableArray<EpidemicFault> Faults { get; }
}

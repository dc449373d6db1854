using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables;

/// <summary>The file of an instance is not well formed.</summary>
/// <param name="errors">Everything that is wrong, each with its line.</param>
internal sealed class InstanceFormatException(ImmutableArray<InstanceError> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>Everything that is wrong, in the order of the lines.</summary>
    public ImmutableArray<InstanceError> Errors => errors;
}

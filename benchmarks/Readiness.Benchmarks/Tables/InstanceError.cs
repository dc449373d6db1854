namespace Readiness.Benchmarks.Tables;

/// <summary>Something that is wrong in the file of an instance.</summary>
/// <param name="Line">Line from 1; 0 where the fault belongs to the whole file.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record InstanceError(int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? Message : FormattableString.Invariant($"line {Line}: {Message}");
}

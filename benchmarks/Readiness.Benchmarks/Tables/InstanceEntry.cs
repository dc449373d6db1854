using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables;

/// <summary>An instance that can be read and solved.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="BestKnown">Least objective that is published for it; null if none is.</param>
/// <param name="Published">What is published for other methods, in the order of <see cref="IInstanceSet.PublishedColumns"/>; null where nothing is.</param>
/// <param name="Limit">Wall-clock limit where the user states none.</param>
/// <param name="IsShipped">Whether it comes with Readiness, so that <paramref name="BestKnown"/> surely belongs to it.</param>
/// <param name="Read">Reads it; throws <see cref="InstanceFormatException"/> if its file is not well formed.</param>
internal sealed record InstanceEntry(
    string Name, double? BestKnown, ImmutableArray<double?> Published, TimeSpan Limit, bool IsShipped, Func<IInstanceCase> Read)
{
    /// <summary>Writes the instance as a file that can be read again; null unless the user wants that.</summary>
    public Action<TextWriter>? Export { get; init; }
}

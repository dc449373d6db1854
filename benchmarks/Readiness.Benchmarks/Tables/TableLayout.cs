using System.Collections.Immutable;

namespace Readiness.Benchmarks.Tables;

/// <summary>What the rows of a table consist of.</summary>
/// <param name="Columns">The column headings.</param>
/// <param name="Words">Those of columns that hold words, which are aligned to the left; the others hold figures.</param>
internal sealed record TableLayout(ImmutableArray<string> Columns, ImmutableArray<string> Words);
